package vn.ansinh.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.telegram.TelegramSettings;

class ConfigReaderTest {
  @TempDir private Path directory = Path.of("");

  private Path file(String yaml) throws IOException {
    return Files.writeString(directory.resolve("ansinh.yaml"), yaml);
  }

  private List<String> faults(String yaml, Map<String, String> environment) throws IOException {
    Path file = file(yaml);
    OperatorException told =
        catchThrowableOfType(OperatorException.class, () -> ConfigReader.read(file, environment));
    assertThat(told.exitCode()).isEqualTo(2);
    return told.lines();
  }

  @Test
  void theShippedFileSaysTheDefaults() {
    assertThat(ConfigReader.read(Path.of("config/ansinh.yaml"), Map.of()))
        .isEqualTo(ConfigReader.read(directory.resolve("missing.yaml"), Map.of()));
  }

  @Test
  void theEnvironmentOverridesTheFile() throws IOException {
    Path file = file("http:\n  port: 81\n  host: 0.0.0.0\ntelegram:\n  mode: polling\n");
    Config config =
        ConfigReader.read(
            file,
            Map.of(
                "ANSINH_HTTP_PORT", "82",
                "ANSINH_TELEGRAM_MODE", "webhook",
                "ANSINH_TELEGRAM_RATE_OVERALL", "1000.5"));
    assertThat(config.http().port()).isEqualTo(82);
    assertThat(config.http().host()).isEqualTo("0.0.0.0");
    assertThat(config.telegram().mode()).isEqualTo(TelegramSettings.Mode.WEBHOOK);
    assertThat(config.telegram().rateOverall()).isEqualTo(1000.5);
  }

  @Test
  void theQuietHoursAreHoursAndInOrder() throws IOException {
    Path file = file("reminders:\n  quiet-from: \"07:30\"\n  quiet-to: 21:15\n");
    assertThat(ConfigReader.read(file, Map.of()).reminders().quiet())
        .isEqualTo(new QuietHours(LocalTime.of(7, 30), LocalTime.of(21, 15)));

    assertThat(faults("reminders:\n  quiet-from: 25:00\n", Map.of()))
        .singleElement()
        .asString()
        .contains("ansinh.yaml:2", "reminders.quiet-from", "giờ và phút");
    assertThat(faults("reminders:\n  quiet-to: 07:00\n", Map.of()))
        .singleElement()
        .asString()
        .contains("ansinh.yaml:2", "reminders.quiet-to", "phải sau");
  }

  @Test
  void proxiesAreAddressesOrNetworks() throws IOException {
    assertThat(faults("http:\n  proxies: 10.0.0.0/8, somewhere\n", Map.of()))
        .singleElement()
        .asString()
        .contains("ansinh.yaml:2", "http.proxies", "172.20.0.0/16");
  }

  @Test
  void rolesAreOneOrMore() throws IOException {
    assertThat(ConfigReader.read(file("roles: [web]\n"), Map.of()).roles())
        .containsExactly(Role.WEB);
    assertThat(ConfigReader.read(file("roles: delivery, jobs\n"), Map.of()).roles())
        .containsExactlyInAnyOrder(Role.DELIVERY, Role.JOBS);
    Config config = ConfigReader.read(file("roles: [web]\n"), Map.of("ANSINH_ROLES", "jobs,web"));
    assertThat(config.does(Role.JOBS)).isTrue();
    assertThat(config.does(Role.DELIVERY)).isFalse();
    for (String none : List.of("[]", "", "web, , jobs", "[sender]", "[[web]]", "WEB")) {
      assertThat(faults("http:\n  port: x\nroles: " + none + "\n", Map.of()))
          .as(none)
          .hasSize(2)
          .anySatisfy(
              line -> assertThat(line).contains("ansinh.yaml:3", "roles", "web, delivery, jobs"));
    }
  }

  @Test
  void allFaultsAreReportedTogetherWithPlaceAndKey() throws IOException {
    assertThat(
            faults(
                "http:\n  port: 99999\n  prot: 1\ntelegram:\n  mode: sms\n",
                Map.of("ANSINH_SEARCH_ANSWER", "much")))
        .anySatisfy(line -> assertThat(line).contains("ansinh.yaml:2", "http.port", "65535"))
        .anySatisfy(line -> assertThat(line).contains("ansinh.yaml:3", "http.prot"))
        .anySatisfy(line -> assertThat(line).contains("ansinh.yaml:5", "telegram.mode", "webhook"))
        .anySatisfy(line -> assertThat(line).contains("ANSINH_SEARCH_ANSWER", "search.answer"))
        .hasSize(4);
  }

  @Test
  void aFileThatIsNoYamlIsAFaultAndNoStackTrace() throws IOException {
    assertThat(faults("http: [1, 2\n", Map.of())).isNotEmpty();
    assertThat(faults("http: 8080\n", Map.of())).isNotEmpty();
  }

  @Test
  void aWebhookNeedsAnAddressThatTelegramCanReach() throws IOException {
    assertThat(faults("telegram:\n  token: 1:a\n  mode: webhook\n", Map.of()))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("telegram.public-url"));
  }

  @Test
  void zaloNeedsAnAddressOrPollingAndALongSecret() throws IOException {
    assertThat(faults("zalo:\n  token: 1:a\n", Map.of()))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("zalo.public-url", "polling"));
    assertThat(faults("zalo:\n  webhook-secret: seven77\n", Map.of()))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("ansinh.yaml:2", "8 đến 256"));
    assertThat(faults("zalo:\n  webhook-secret: %s\n".formatted("a".repeat(257)), Map.of()))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("zalo.webhook-secret"));
    assertThat(faults("zalo:\n  writes-first: maybe\n", Map.of()))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("zalo.writes-first", "true"));
  }

  @Test
  void everyNodeOfABotFindsTheSameSecretWhereNoneIsSet() {
    Path none = directory.resolve("missing.yaml");
    Map<String, String> bots =
        Map.of(
            "ANSINH_TELEGRAM_TOKEN", "12:one",
            "ANSINH_ZALO_TOKEN", "34:other",
            "ANSINH_ZALO_MODE", "polling",
            "ANSINH_ZALO_WEBHOOK_SECRET", "");
    Config one = ConfigReader.read(none, bots);
    Config two = ConfigReader.read(none, bots);
    assertThat(one.zalo().webhookSecret())
        .matches("[A-Za-z0-9_-]{8,256}")
        .isEqualTo(two.zalo().webhookSecret())
        .isNotEqualTo(one.telegram().webhookSecret());
    assertThat(one.telegram().webhookSecret()).isEqualTo(two.telegram().webhookSecret());
    Map<String, String> set = new HashMap<>(bots);
    set.put("ANSINH_ZALO_WEBHOOK_SECRET", "whispered");
    assertThat(ConfigReader.read(none, set).zalo().webhookSecret()).isEqualTo("whispered");
  }

  @Test
  void anotherClockIsRefusedWithTheRealZalo() throws IOException {
    String zalo = "zalo:\n  token: 1:a\n  mode: polling\nclock:\n  speed: 2\n";
    assertThat(faults(zalo, Map.of()))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("clock.speed", "Zalo thật"));
  }

  @Test
  void secretsAreNeverPrinted() {
    Config config =
        ConfigReader.read(
            directory.resolve("missing.yaml"),
            Map.of(
                "ANSINH_TELEGRAM_TOKEN", "12:secret",
                "ANSINH_TELEGRAM_WEBHOOK_SECRET", "whisper",
                "ANSINH_ZALO_TOKEN", "34:secret",
                "ANSINH_ZALO_MODE", "polling",
                "ANSINH_ZALO_WEBHOOK_SECRET", "whispered",
                "ANSINH_DATABASE_URL", "postgresql://u:hidden@h/d"));
    assertThat(config.toString()).doesNotContain("secret", "whisper", "hidden");
    Path file = directory.resolve("missing.yaml");
    assertThatThrownBy(() -> ConfigReader.read(file, Map.of("ANSINH_TELEGRAM_TOKEN", "12:se cret")))
        .hasMessageNotContaining("se cret");
  }
}
