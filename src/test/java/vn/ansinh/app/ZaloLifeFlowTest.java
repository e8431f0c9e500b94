package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.session.Session.Stage;
import vn.ansinh.text.Vietnamese;

/// What a citizen does in Zalo over weeks: reminders, a question to the officers, an announcement,
/// the end. Every choice is made by its number.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ZaloLifeFlowTest {
  private final SetClock clock = new SetClock();
  private final RunningService service = RunningService.bothMessengers(clock);
  private final ZaloPerson lan = new ZaloPerson(service, "lan-01");

  @AfterEach
  void close() {
    service.close();
  }

  /// The first message of the citizen's reminder, when its moment has come.
  private String reminded() {
    service.awaitJobs();
    Row next =
        service
            .database
            .pool()
            .query("select next_at from reminder where next_at is not null")
            .execute()
            .await()
            .iterator()
            .next();
    Instant due = next.getOffsetDateTime(0).toInstant();
    clock.advance(Duration.between(clock.instant(), due).plusMinutes(1));
    service
        .database
        .pool()
        .query(
            "update qrtz_triggers set next_fire_time = (extract(epoch from now()) * 1000)::bigint"
                + " where job_name = 'due-reminders'")
        .execute()
        .await();
    service.awaitCount("select count(*) from delivery where origin = 1 and state = 'sent'", 1);
    return lan.heard();
  }

  @Test
  void aChildsVaccinationIsSignedUpPutOffAndMarkedDoneByNumber() {
    lan.say("nhac lich tiem cho be Na sinh 3/9/2026");
    lan.choose("Đồng ý");
    lan.choose("Đúng, tôi là cha mẹ");
    lan.choose("Chưa tiêm mũi nào");
    assertThat(lan.choose("Đúng, nhắc tôi")).contains("Đã đặt lời nhắc");

    assertThat(reminded()).contains("Na: lịch của bé", "Đã tiêm", "Hoãn");
    lan.choose("Hoãn");
    String put = Vietnamese.date(VietnamTime.today(clock).plusWeeks(1));
    assertThat(lan.choose("1 tuần nữa")).contains(put);

    lan.say("/nhac");
    lan.choose("Lịch của bé Na");
    lan.choose("Đã tiêm");
    lan.choose("Xong");
    assertThat(lan.choose("Hôm nay")).contains("Đã ghi");
    assertThat(service.wish().getJsonArray("given")).isNotEmpty();

    assertThat(lan.say("/dulieu")).contains("bé Na");
    lan.say("/xoadulieu");
    assertThat(lan.choose("Xóa hết")).contains("Đã xóa hết");
    for (String table : new String[] {"reminder", "consent", "reminder_message"}) {
      assertThat(service.count("select count(*) from " + table)).as(table).isZero();
    }
    assertThat(service.count("select count(*) from inbound where body <> ''")).isZero();
  }

  @Test
  void aQuestionIsHandedToTheOfficersAndTheirAnswerIsAnsweredByNumber() throws Exception {
    lan.say("tien gia bao nhieu");
    lan.choose("Giấy tờ");
    assertThat(lan.choose("Hỏi cán bộ")).contains("Giấy tờ", "tờ khai");
    assertThat(lan.choose("Gửi cán bộ")).contains("Đã chuyển");
    OfficersFixture officers = new OfficersFixture(service, clock);
    OfficerBrowser hoa = new OfficerBrowser(service);
    hoa.setCookie(
        "ansinh_console",
        officers.session(officers.add("hoa", "Lê Hoa", Role.WRITER).officer(), Stage.FULL).text());
    clock.advance(Duration.ofMinutes(5));
    String page = hoa.get("/console/inbox/1").body();
    assertThat(page).contains("Giấy tờ", "tờ khai");
    String version = page.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    HttpResponse<String> sent =
        hoa.fill(
            "/console/inbox/1",
            "/console/inbox/1/answer",
            "act",
            "send",
            "words",
            "Mang theo căn cước.",
            "version",
            version);
    assertThat(sent.statusCode()).isEqualTo(303);
    service.awaitCount(
        "select count(*) from delivery where state = 'sent' and message::text like '%căn cước.%'"
            + " and reply_to is null",
        1);
    assertThat(lan.heard()).contains("Cán bộ phường trả lời", "Mang theo căn cước.", "Đã rõ");
    assertThat(lan.choose("Đã rõ")).contains("đã rõ");
    assertThat(service.count("select count(*) from inbox_case where state = 'closed'"))
        .isEqualTo(1);
  }

  @Test
  void aCalendarFileAndAllDataComeAsLinks() throws Exception {
    lan.say("nhắc hạn thẻ bảo hiểm y tế của mẹ 31/12/2026");
    lan.choose("Đồng ý");
    lan.choose("3 người");
    lan.choose("Đúng");
    lan.say("/nhac");
    lan.choose("Thẻ của mẹ");
    HttpResponse<String> calendar = fetched(lan.choose("Tệp lịch"));
    assertThat(calendar.headers().firstValue("Content-Type"))
        .hasValue("text/calendar; charset=utf-8");
    assertThat(calendar.body()).startsWith("BEGIN:VCALENDAR").contains("20261231");
    String data = lan.say("/dulieu");
    assertThat(new JsonObject(fetched(data).body()).containsKey("received")).isTrue();

    clock.advance(Duration.ofDays(1));
    assertThat(service.get(link(data)).statusCode()).isEqualTo(404);
    lan.say("/xoadulieu");
    lan.choose("Xóa hết");
    assertThat(service.count("select count(*) from handout")).isZero();
  }

  private HttpResponse<String> fetched(String text) throws Exception {
    HttpResponse<String> file = service.get(link(text));
    assertThat(file.statusCode()).isEqualTo(200);
    return file;
  }

  /// The path in it.
  private String link(String text) {
    Matcher matcher =
        Pattern.compile(Pattern.quote(service.address()) + "(/tep/\\S+)").matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  @Test
  void anAnnouncementArrivesInZaloAndInTelegram(@TempDir Path directory) throws Exception {
    lan.say("xin chào");
    service
        .database
        .pool()
        .query(
            "insert into citizen (channel, address, created_at) values ('telegram', '4711', now())")
        .execute()
        .await();
    try (BroadcastCommands commands = new BroadcastCommands(service, directory)) {
      commands.approved("--to", "everyone");
      commands.done("start", "1", "--as", "an");
      service.awaitCount("select count(*) from delivery where origin = 2 and state = 'sent'", 2);
      assertThat(lan.heard()).isEqualTo("Trả ngày 5.");
      assertThat(service.telegram.calls("sendMessage"))
          .anyMatch(call -> call.chat().equals("4711") && call.text().equals("Trả ngày 5."));
      commands.done("status", "1", "--json");
      assertThat(new JsonObject(commands.out()).getJsonObject("progress").getInteger("sent"))
          .isEqualTo(2);
    }
  }
}
