package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import vn.ansinh.citizen.Retention;
import vn.ansinh.citizen.RetentionSettings;
import vn.ansinh.telegram.FakeBotApi.Call;
import vn.ansinh.telegram.FakeUpdates;

/// What a citizen said is searched for in everything that the service leaves: every row of every
/// table, and every line of the log. While they are with us it stands open in their messages alone;
/// once they had everything erased it stands nowhere.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ErasureFlowTest {
  private static final long TELEGRAM = 47_114_711;
  private static final String ZALO = "zaloquzvan";

  /// What nobody else would say.
  private static final String NICKNAME = "Quzbi";

  private static final String HALF_FILLED = "Quzten";
  private static final String ASKED = "quzkylan";
  private static final String TO_OFFICERS = "quzhem";
  private static final List<String> BIRTH = List.of("2026-09-03", "3/9/2026", "03/09/2026");
  private static final List<String> PROFILE = List.of("kp-1", "pupils");

  /// Where words stand as they were said, until their time is over.
  private static final Set<String> MESSAGES =
      Set.of("inbound", "delivery", "inbox_message", "unanswered_question");

  private final SetClock clock = new SetClock();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("vn.ansinh");
  private final Level before = ours.getLevel();
  private final RunningService service = RunningService.bothMessengers(clock);
  private final ZaloPerson lan = new ZaloPerson(service, ZALO);
  private int message = 10;

  @BeforeEach
  void listen() {
    log.start();
    ours.setLevel(Level.DEBUG);
    root.addAppender(log);
  }

  @AfterEach
  void close() {
    root.detachAppender(log);
    ours.setLevel(before);
    service.close();
  }

  private Call telegram(JsonObject update) {
    int sent = service.telegram.calls("sendMessage").size();
    service.telegram.push(update);
    return service.telegram.await("sendMessage", sent + 1).await().getLast();
  }

  /// @param until what is there once it is done
  private void tap(String data, String until) {
    service.telegram.push(FakeUpdates.tap(TELEGRAM, 1_000_002, "q" + message++, data));
    service.awaitCount("select count(*) from " + until, 1);
  }

  /// Everything that one can leave with us.
  private void live() {
    lan.say("nhac lich tiem cho be " + NICKNAME + " sinh 3/9/2026");
    lan.choose("Đồng ý");
    lan.choose("Đúng, tôi là cha mẹ");
    lan.choose("Chưa tiêm mũi nào");
    assertThat(lan.choose("Đúng, nhắc tôi")).contains("Đã đặt lời nhắc");
    lan.say(ASKED + " " + ASKED + " là cái gì " + ASKED);
    lan.say("tien gia bao nhieu");
    lan.choose("Giấy tờ");
    lan.choose("Hỏi cán bộ");
    lan.say("nhà em ở " + TO_OFFICERS);
    lan.say("/dulieu");
    join();
    telegram(FakeUpdates.text(TELEGRAM, message++, "/hoso"));
    tap("p:agree", "consent where purpose = 'announcements'");
    tap("p:neighbourhood:kp-1", "profile");
    tap("p:groups:pupils", "profile where cardinality(marks) = 2");
    telegram(FakeUpdates.text(TELEGRAM, message++, "tien gia bao nhieu"));
    tap("k:-:sp-social-pension:amount", "unhelped_question");
    lan.say("nhắc hạn thẻ bảo hiểm y tế của " + HALF_FILLED + " 31/12/2026");
    for (String table :
        List.of(
            "reminder", "unanswered_question", "rating", "inbox_case", "handout", "joined_chat")) {
      assertThat(service.count("select count(*) from " + table)).as(table).isPositive();
    }
  }

  private void join() {
    String shown = telegram(FakeUpdates.text(TELEGRAM, message++, "/noi")).text();
    Matcher code = Pattern.compile("NOI (\\d{4}) (\\d{4})").matcher(shown);
    assertThat(code.find()).as(shown).isTrue();
    lan.say(code.group());
    lan.choose("Đồng ý nối");
  }

  /// A line for each row, with the name of its table.
  private List<String> dump() {
    List<String> lines = new ArrayList<>();
    for (Row table :
        rows(
            """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE'""")) {
      String name = table.getString(0);
      rows("select t::text from \"" + name + "\" t")
          .forEach(row -> lines.add(name + " " + row.getString(0)));
    }
    return lines;
  }

  private List<Row> rows(String sql) {
    List<Row> rows = new ArrayList<>();
    service.database.pool().query(sql).execute().await().forEach(rows::add);
    return rows;
  }

  private List<String> logged() {
    return List.copyOf(log.list).stream()
        .map(
            event ->
                event.getFormattedMessage()
                    + " "
                    + event.getKeyValuePairs()
                    + " "
                    + (event.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(event.getThrowableProxy())))
        .toList();
  }

  /// A text as it may stand somewhere: open, in hexadecimal digits, in base 64 wherever it begins.
  private static Stream<String> forms(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Stream<String> base64 =
        Stream.of(0, 1, 2)
            .map(
                shift -> {
                  byte[] shifted = new byte[bytes.length + shift];
                  System.arraycopy(bytes, 0, shifted, shift, bytes.length);
                  String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
                  // Its ends depend on what stands beside it.
                  return all.substring(shift == 0 ? 0 : shift + 1, all.length() - 1);
                });
    return Stream.concat(Stream.of(text, HexFormat.of().formatHex(bytes)), base64)
        .filter(form -> form.length() >= 4);
  }

  private static List<String> with(List<String> lines, List<String> texts) {
    Set<String> forms = texts.stream().flatMap(ErasureFlowTest::forms).collect(Collectors.toSet());
    return lines.stream().filter(line -> forms.stream().anyMatch(line::contains)).toList();
  }

  private static List<String> sealed() {
    List<String> all = new ArrayList<>(List.of(NICKNAME, HALF_FILLED));
    all.addAll(BIRTH);
    all.addAll(PROFILE);
    return all;
  }

  @Test
  void whatIsSealedStandsOpenInMessagesOnlyAndNeverInTheLog() {
    live();
    List<String> beside =
        dump().stream().filter(line -> !MESSAGES.contains(line.split(" ", 2)[0])).toList();
    assertThat(with(dump(), List.of(NICKNAME))).as("the search finds").isNotEmpty();
    assertThat(with(beside, sealed())).isEmpty();
    assertThat(logged()).isNotEmpty();
    assertThat(with(logged(), sealed())).isEmpty();
  }

  @Test
  void whatWasErasedIsNowhere() {
    live();
    lan.say("/xoadulieu");
    assertThat(lan.choose("Xóa hết")).contains("Đã xóa hết");
    service.awaitCount("select 1 - least(1, count(*)) from delivery where state = 'queued'", 1);
    Retention retention = new Retention(service.database.pool(), RetentionSettings.DEFAULT, clock);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              retention.bury();
              return service.count("select count(*) from citizen") == 0;
            });
    clock.advance(Duration.ofDays(3));
    retention.sweep();
    List<String> all = new ArrayList<>(sealed());
    all.addAll(List.of(ASKED, TO_OFFICERS, ZALO, String.valueOf(TELEGRAM)));
    assertThat(with(dump(), all)).isEmpty();
    assertThat(service.count("select count(*) from erased_key")).isZero();
    assertThat(logged()).isNotEmpty();
    assertThat(with(logged(), all)).isEmpty();
  }
}
