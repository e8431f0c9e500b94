package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.telegram.FakeBotApi;
import vn.ansinh.telegram.FakeUpdates;
import vn.ansinh.zalo.FakeZaloApi;

/// The command that looks over a service, on a real database and a stand-in for Telegram.
class DoctorCommandTest {
  private static final String PUBLIC = "https://ansinh.example.vn";

  @TempDir private Path directory = Path.of("");

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final FakeBotApi telegram = FakeBotApi.start(vertx).await();
  private final FakeZaloApi zalo = FakeZaloApi.start(vertx).await();
  private String databaseUrl = database.uri();
  private String token = FakeBotApi.TOKEN;
  private String mode = "webhook";
  private String zaloToken = FakeZaloApi.TOKEN;
  private String zaloMode = "webhook";
  private String roles = "[web, delivery, jobs]";
  private String knowledge = "knowledge-base";

  private record Ended(int code, List<String> out) {
    String line(String part) {
      return out.stream().filter(line -> line.contains(part)).findFirst().orElse("");
    }
  }

  @AfterEach
  void stop() {
    telegram.stop().await();
    zalo.stop().await();
    database.close();
    vertx.close().await();
  }

  @Test
  void whatIsInOrderIsOneLineAPartAndZero() throws Exception {
    execute("insert into job_run values ('backup', now())");
    setWebhook(PUBLIC + "/telegram/webhook");
    setZaloWebhook(PUBLIC + "/zalo/webhook");

    Ended ended = run();

    assertThat(ended.out)
        .hasSize(12)
        .allSatisfy(line -> assertThat(line).startsWith("OK").doesNotContain("→"));
    assertThat(ended.code).isZero();
    assertThat(ended.line("Cơ sở dữ liệu")).contains("PostgreSQL 18");
    assertThat(ended.line("Đồng hồ")).contains("Khớp giờ cơ sở dữ liệu; Khớp giờ Telegram");
    assertThat(ended.line("Telegram  ")).contains("@" + FakeBotApi.USERNAME);
    assertThat(ended.line("Webhook  ")).contains(PUBLIC + "/telegram/webhook", "0 tin đang đợi");
    assertThat(ended.line("Zalo  ")).contains(FakeZaloApi.NAME);
    assertThat(ended.line("Webhook Zalo")).contains(PUBLIC + "/zalo/webhook");
    assertThat(ended.line("Các máy")).contains("Không có máy nào");
  }

  @Test
  void jsonIsOneObjectAPart() throws Exception {
    execute("insert into job_run values ('backup', now())");
    setWebhook(PUBLIC + "/telegram/webhook");
    setZaloWebhook(PUBLIC + "/zalo/webhook");

    List<JsonObject> parts = run("--json").out.stream().map(JsonObject::new).toList();

    assertThat(parts.stream().map(part -> part.getString("part")))
        .containsExactly(
            "configuration",
            "database",
            "migrations",
            "nodes",
            "backup",
            "clock",
            "telegram",
            "webhook",
            "zalo",
            "zalo_webhook",
            "disk",
            "knowledge");
    assertThat(parts).allMatch(part -> part.getString("state").equals("ok"));
  }

  @Test
  void aFaultOfTheConfigurationIsAllThatIsSaid() throws Exception {
    mode = "pigeon";

    Ended ended = run();

    assertThat(ended.code).isEqualTo(1);
    assertThat(ended.out)
        .singleElement()
        .asString()
        .startsWith("LỖI")
        .contains("telegram.mode", "→");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsAFault() throws Exception {
    databaseUrl = "postgresql://ansinh:hidden-word@127.0.0.1:1/ansinh";

    Ended ended = run();

    assertThat(ended.code).isEqualTo(1);
    assertThat(ended.line("Cơ sở dữ liệu")).startsWith("LỖI").contains("database.url");
    assertThat(ended.line("Bản cập nhật")).startsWith("CẢNH BÁO");
    assertThat(String.join("", ended.out)).doesNotContain("hidden-word", FakeBotApi.TOKEN);
  }

  @Test
  void migrationsThatAreMissingNewerOrBrokenAreTold() throws Exception {
    String newest =
        "(select max(installed_rank) from flyway_schema_history where version is not null)";
    execute("delete from flyway_schema_history where installed_rank = " + newest);
    assertThat(run().line("Bản cập nhật")).startsWith("CẢNH BÁO").contains("còn 1 bước");

    execute(
        "insert into flyway_schema_history select 999, '999', 'later', 'SQL', 'V999__later.sql', 1,"
            + " 'x', now(), 1, true");
    assertThat(run().line("Bản cập nhật")).startsWith("CẢNH BÁO").contains("mới hơn");

    execute("delete from flyway_schema_history where installed_rank = 999");
    execute("update flyway_schema_history set success = false where installed_rank = " + newest);
    Ended broken = run();
    assertThat(broken.line("Bản cập nhật")).startsWith("LỖI").contains("hỏng giữa chừng");
    assertThat(broken.code).isEqualTo(1);
  }

  @Test
  void aBackupThatIsOldOrMissingIsTold() throws Exception {
    assertThat(run().line("Bản sao lưu")).startsWith("CẢNH BÁO").contains("Chưa sao lưu", "→");

    execute("insert into job_run values ('backup', '2026-11-01T02:30+07')");
    assertThat(run().line("Bản sao lưu")).startsWith("CẢNH BÁO").contains("02:30 ngày 01/11/2026");
  }

  @Test
  void aClockThatIsWrongIsAFaultWithItsCure() throws Exception {
    telegram.clockAhead(Duration.ofSeconds(15));
    assertThat(run().line("Đồng hồ")).startsWith("CẢNH BÁO").contains("Chậm hơn giờ Telegram 1");

    telegram.clockAhead(Duration.ofMinutes(-3));
    assertThat(run().line("Đồng hồ"))
        .startsWith("LỖI")
        .contains("Nhanh hơn giờ Telegram 1", "timedatectl set-ntp true");
  }

  @Test
  void aTokenThatTelegramDoesNotKnowIsAFault() throws Exception {
    token = "1:another";

    Ended ended = run();

    assertThat(ended.code).isEqualTo(1);
    assertThat(ended.line("Telegram  ")).startsWith("LỖI").contains("401", "@BotFather");
    assertThat(ended.line("Webhook  ")).isEmpty();
  }

  @Test
  void telegramThatDoesNotAnswerIsAFaultAndTheClockIsComparedWithTheDatabaseAlone()
      throws Exception {
    telegram.stop().await();

    Ended ended = run();

    assertThat(ended.line("Telegram  ")).startsWith("LỖI").contains("tường lửa");
    assertThat(ended.line("Đồng hồ")).startsWith("OK").doesNotContain("Telegram");
    assertThat(String.join("", ended.out)).doesNotContain(FakeBotApi.TOKEN);
  }

  @Test
  void withoutATokenTelegramIsNotAsked() throws Exception {
    token = "";

    assertThat(run().line("Telegram  ")).startsWith("OK").contains("Không dùng");
    assertThat(telegram.calls()).isEmpty();
  }

  @Test
  void aWebhookThatLeadsElsewhereOrNowhereIsAFault() throws Exception {
    assertThat(run().line("Webhook  ")).startsWith("LỖI").contains("không đâu cả");

    setWebhook("https://another.example.vn/telegram/webhook");
    assertThat(run().line("Webhook  ")).startsWith("LỖI").contains("another.example.vn");
  }

  @Test
  void whyTelegramCouldNotBringTheLastUpdateIsTold() throws Exception {
    setWebhook(PUBLIC + "/telegram/webhook");
    telegram.push(FakeUpdates.text(7, 1, "xin chào"));
    telegram.cannotBring("Connection timed out");

    assertThat(run().line("Webhook  "))
        .startsWith("CẢNH BÁO")
        .contains("Connection timed out", "1 tin đang đợi", "telegram.public-url");
  }

  @Test
  void aWebhookThatIsLeftOverIsTold() throws Exception {
    setWebhook(PUBLIC + "/telegram/webhook");
    mode = "polling";

    assertThat(run().line("Webhook  ")).startsWith("CẢNH BÁO").contains("polling");
  }

  @Test
  void withoutATokenZaloIsNotAsked() throws Exception {
    zaloToken = "";

    assertThat(run().line("Zalo  ")).startsWith("OK").contains("Không dùng");
    assertThat(zalo.calls()).isEmpty();
  }

  @Test
  void aTokenThatZaloDoesNotKnowIsAFault() throws Exception {
    zaloToken = "1:another";

    Ended ended = run();

    assertThat(ended.code).isEqualTo(1);
    assertThat(ended.line("Zalo  ")).startsWith("LỖI").contains("401", "ANSINH_ZALO_TOKEN");
    assertThat(ended.line("Webhook Zalo")).isEmpty();
    assertThat(String.join("", ended.out)).doesNotContain("1:another");
  }

  @Test
  void zaloThatDoesNotAnswerIsAFault() throws Exception {
    zalo.stop().await();

    Ended ended = run();

    assertThat(ended.line("Zalo  ")).startsWith("LỖI").contains("tường lửa");
    assertThat(String.join("", ended.out)).doesNotContain(FakeZaloApi.TOKEN);
  }

  @Test
  void zalosWebhookLeadsHereOrIsNotThereWhenItIsPolled() throws Exception {
    assertThat(run().line("Webhook Zalo")).startsWith("LỖI").contains("không đâu cả");
    zaloMode = "polling";
    assertThat(run().line("Webhook Zalo")).startsWith("OK").contains("tự hỏi tin");

    setZaloWebhook("https://another.example.vn/zalo/webhook");
    assertThat(run().line("Webhook Zalo")).startsWith("CẢNH BÁO").contains("another.example.vn");
    zaloMode = "webhook";
    assertThat(run().line("Webhook Zalo")).startsWith("LỖI").contains("another.example.vn");
  }

  @Test
  void aRoleThatNoNodeHasIsAFault() throws Exception {
    roles = "[web]";
    assertThat(run().line("Cấu hình")).startsWith("OK").contains("trang web và webhook (web)");

    execute("insert into node values (gen_random_uuid(), now() + interval '1 hour')");
    Ended ended = run();
    assertThat(ended.line("Các máy")).startsWith("LỖI").contains("1 máy gửi tin", "vai trò jobs");
    assertThat(ended.code).isEqualTo(1);

    execute(
        """
        insert into qrtz_scheduler_state
        values ('ansinh', 'one', extract(epoch from now()) * 1000, 5000)""");
    assertThat(run().line("Các máy")).startsWith("OK").contains("1 máy làm việc định kỳ");

    execute("update node set alive_until = now()");
    assertThat(run().line("Các máy")).startsWith("LỖI").contains("vai trò delivery");
  }

  @Test
  void aBrokenKnowledgeBaseIsAFault() throws Exception {
    knowledge = directory.toString();

    Ended ended = run();

    assertThat(ended.code).isEqualTo(1);
    assertThat(ended.line("Kho kiến thức")).startsWith("LỖI").contains("knowledge check");
  }

  private void setZaloWebhook(String url) throws Exception {
    String body = JsonObject.of("url", url, "secret_token", FakeZaloApi.SECRET).encode();
    call(zalo.url() + "/bot" + FakeZaloApi.TOKEN + "/setWebhook", body);
  }

  private void setWebhook(String url) throws Exception {
    String body = new JsonObject().put("url", url).encode();
    call(telegram.url() + "/bot" + FakeBotApi.TOKEN + "/setWebhook", body);
  }

  private static void call(String url, String body) throws Exception {
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  private void execute(String sql) {
    database.pool().query(sql).execute().await();
  }

  private Ended run(String... more) throws IOException {
    Path config =
        Files.writeString(
            directory.resolve("ansinh.yaml"),
            """
            roles: %s
            database:
              url: "%s"
            knowledge:
              directory: "%s"
            telegram:
              token: "%s"
              api-url: "%s"
              mode: %s
              public-url: "%s"
            zalo:
              token: "%s"
              api-url: "%s"
              mode: %s
              public-url: "%s"
            """
                .formatted(
                    roles,
                    databaseUrl,
                    knowledge,
                    token,
                    telegram.url(),
                    mode,
                    PUBLIC,
                    zaloToken,
                    zalo.url(),
                    zaloMode,
                    PUBLIC));
    List<String> words =
        new java.util.ArrayList<>(List.of("doctor", "--config", config.toString()));
    words.addAll(List.of(more));
    StringWriter out = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out, true),
            new PrintWriter(new StringWriter(), true),
            words.toArray(String[]::new));
    return new Ended(code, out.toString().lines().toList());
  }
}
