package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.session.Session.Stage;
import vn.ansinh.telegram.FakeBotApi.Call;

/// Days from the form to the citizen: edited, looked at, published, planned anew, told of.
@Timeout(value = 200, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatesFlowTest {
  private static final String CASH = DatesFixture.CASH;
  private static final String SESSIONS = "/console/dates/edit/sessions";

  private final RunningService service = RunningService.polling();
  private OfficerBrowser reader;
  private OfficerBrowser writer;
  private OfficerBrowser other;
  private OfficerBrowser approver;

  @BeforeEach
  void officers() {
    OfficersFixture fixture = new OfficersFixture(service, RunningService.NOON);
    reader = signedIn(fixture, "reader", Role.READER);
    writer = signedIn(fixture, "writer", Role.WRITER);
    other = signedIn(fixture, "other", Role.WRITER);
    approver = signedIn(fixture, "approver", Role.APPROVER);
  }

  private OfficerBrowser signedIn(OfficersFixture fixture, String login, Role role) {
    OfficerBrowser browser = new OfficerBrowser(service);
    browser.setCookie(
        "ansinh_console",
        fixture.session(fixture.add(login, "Cán bộ " + login, role).officer(), Stage.FULL).text());
    return browser;
  }

  @AfterEach
  void close() {
    service.close();
  }

  private static String words(HttpResponse<String> response) {
    return response.body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
  }

  private static String place(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse(words(response));
  }

  private void subscriber() {
    service
        .database
        .pool()
        .preparedQuery(
            """
            with c as (
              insert into citizen (channel, address, created_at)
              values ('telegram', '4711', $1) returning id)
            insert into reminder (citizen_id, kind, benefit, wish, next_at, created_at)
            select id, 'payment', 'pension-cash',
              unsealed('{"kind":"payment","benefit":"pension-cash"}'), '2026-12-01T12:00Z', $1
            from c""")
        .execute(Tuple.of(RunningService.NOON.instant().atOffset(ZoneOffset.UTC)))
        .await();
    service.database.seal();
  }

  /// As if a minute had passed, without waiting for it.
  private void nextMinuteNow() {
    service
        .database
        .pool()
        .query(
            "update qrtz_triggers set next_fire_time = (extract(epoch from now()) * 1000)::bigint"
                + " where job_name = 'due-reminders'")
        .execute()
        .await();
  }

  @Test
  void aDayIsEditedLookedAtPublishedAndToldOf() throws Exception {
    subscriber();
    service.awaitJobs();
    nextMinuteNow();
    service.awaitCount("select count(*) from followed_calendars", 1);

    HttpResponse<String> saved = DatesFixture.edit(writer, CASH, DatesFixture.cash("04/12/2026"));
    assertThat(place(saved)).isEqualTo("/console/dates/payments/proposal");
    String preview = words(approver.get("/console/dates/payments/proposal"));
    assertThat(preview)
        .contains("Cán bộ writer sửa", "02/12/2026 → 04/12/2026 (thông báo 12)")
        .contains("1 tin gửi ngay", "ngày 02/12/2026 chuyển sang 04/12/2026", "1 trong 1 lời nhắc")
        .contains("Lương hưu nhận tiền mặt 01/12/2026 03/12/2026 1", "Công bố và gửi 1 tin");
    assertThat(words(reader.get("/console/dates"))).contains("chờ công bố", "02–10/12/2026");

    assertThat(DatesFixture.publish(writer, "payments").statusCode()).isEqualTo(403);
    assertThat(place(DatesFixture.publish(approver, "payments"))).isEqualTo("/console/dates");
    assertThat(words(reader.get("/console/dates")))
        .contains("Cán bộ approver công bố", "04/12/2026")
        .doesNotContain("chờ công bố");

    nextMinuteNow();
    Call call = service.telegram.await("sendMessage", 1).await().getFirst();
    assertThat(call.text()).contains("04/12/2026", "02/12/2026");
    service.awaitCount("select count(*) from reminder where next_at = '2026-12-03T12:00Z'", 1);

    service.restart();
    assertThat(words(reader.get("/console/dates"))).contains("04/12/2026");
    goBackToTheFile();
    assertThat(
            service.count(
                "select count(*) from audit where act in ('dates.propose', 'dates.publish')"))
        .isEqualTo(4);
  }

  private void goBackToTheFile() throws Exception {
    String editions = "/console/dates/payments/editions";
    assertThat(words(writer.get(editions))).contains("Bản 1", "đang dùng", "Lấy theo tệp");
    assertThat(place(writer.fill(editions, editions, "version", "file")))
        .isEqualTo("/console/dates/payments/proposal");
    assertThat(place(DatesFixture.publish(approver, "payments"))).isEqualTo("/console/dates");
    assertThat(words(reader.get("/console/dates"))).contains("bản 2", "02–10/12/2026");
    assertThat(writer.fill(editions, editions, "version", "7").statusCode()).isEqualTo(404);
    assertThat(words(writer.get(editions)))
        .contains("Dùng lại bản 1")
        .doesNotContain("Lấy theo tệp");
  }

  @Test
  void whatIsWrongIsToldBesideItsFieldAndNothingTypedIsLost() throws Exception {
    String html = "<script>alert(1)</script>";
    HttpResponse<String> response =
        DatesFixture.edit(
            writer,
            SESSIONS,
            "rule",
            "ngày 15–17 hằng tháng",
            "dates",
            "31/02/2027\n01/01/2020",
            "place",
            html,
            "source",
            "x".repeat(10_000),
            "change.0.day",
            "16/02/2027",
            "change.0.to",
            "18/02/2027",
            "change.0.source",
            "nghỉ Tết");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .doesNotContain(html)
        .contains("value=\"&lt;script>alert(1)&lt;/script>\"", "x".repeat(10_000))
        .contains("31/02/2027\n01/01/2020</textarea>", "value=\"nghỉ Tết\"", "id=\"w-dates\"");
    assertThat(words(response))
        .contains("Lịch không có ngày 31/02/2027", "Ngày 01/01/2020 đã qua")
        .contains("không có lần nào bắt đầu vào ngày 16/02/2027", "Dài quá 300 chữ");
    assertThat(service.count("select count(*) from proposed_dates")).isZero();
    HttpResponse<String> more =
        DatesFixture.edit(
            writer, SESSIONS, "act", "more", "change.0.day", "x", "change.1.day", "y");
    assertThat(more.statusCode()).isEqualTo(200);
    assertThat(more.body())
        .contains("change.3.day")
        .doesNotContain("change.4.day", "role=\"alert\"");
    assertThat(words(DatesFixture.edit(writer, SESSIONS))).contains("Chưa có gì khác");
  }

  @Test
  void theSecondOfTwoOfficersIsToldAndLosesNothing() throws Exception {
    String first = writer.get(CASH).body();
    String second = other.get(CASH).body();
    assertThat(DatesFixture.send(writer, CASH, first, DatesFixture.cash("04/12/2026")).statusCode())
        .isEqualTo(303);
    HttpResponse<String> late =
        DatesFixture.send(other, CASH, second, DatesFixture.cash("07/12/2026"));
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(words(late))
        .contains("Một người khác vừa sửa phần này", "02/12/2026 → 07/12/2026 (thông báo 12)")
        .contains("02/12/2026 → 04/12/2026 (thông báo 12)");
    assertThat(late.body()).contains("value=\"07/12/2026\"");
    String another = "/console/dates/edit/payments/merit";
    assertThat(
            DatesFixture.edit(
                    other,
                    another,
                    "grade",
                    "A",
                    "dates",
                    "08/12/2026",
                    "source",
                    "thông báo 13",
                    "contact",
                    "one-stop")
                .statusCode())
        .isEqualTo(303);
    assertThat(
            DatesFixture.send(other, CASH, late.body(), DatesFixture.cash("07/12/2026"))
                .statusCode())
        .isEqualTo(303);
    String proposal = words(reader.get("/console/dates/payments/proposal"));
    assertThat(proposal)
        .contains("Cán bộ other, Cán bộ writer", "07/12/2026", "Trợ cấp người có công: Ngày riêng");
  }

  @Test
  void whatWasEditedSinceItWasLookedAtIsNotPublished() throws Exception {
    DatesFixture.edit(writer, CASH, DatesFixture.cash("04/12/2026"));
    String seen = approver.get("/console/dates/payments/proposal").body();
    DatesFixture.edit(writer, CASH, DatesFixture.cash("07/12/2026"));
    HttpResponse<String> late =
        approver.post(
            "/console/dates/payments/publish",
            OfficerBrowser.token(seen),
            "revision",
            seen.replaceAll("(?s).*name=\"revision\" value=\"(\\d+)\".*", "$1"));
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(words(late)).contains("vừa được sửa thêm", "07/12/2026");
    assertThat(service.count("select count(*) from published_dates")).isZero();
    DatesFixture.edit(approver, CASH, DatesFixture.cash("08/12/2026"));
    assertThat(words(approver.get("/console/dates/payments/proposal")))
        .contains("Bạn đã sửa bản này")
        .doesNotContain("Công bố và gửi");
  }

  @Test
  void sessionsAndHolidaysAreEditedToo() throws Exception {
    DatesFixture.edit(
        writer,
        SESSIONS,
        "rule",
        "ngày 15–17 hằng tháng",
        "source",
        "thông báo trạm",
        "closed",
        "keep");
    assertThat(words(reader.get("/console/dates/sessions/proposal"))).contains("15–17/12/2026");
    assertThat(place(DatesFixture.publish(approver, "sessions"))).isEqualTo("/console/dates");
    assertThat(words(reader.get("/console/dates"))).contains("15–17/12/2026", "thông báo trạm");

    String choose = "/console/dates/edit/holidays/new";
    assertThat(words(writer.get(choose))).contains("Tết Nguyên đán", "2027");
    assertThat(place(writer.get(choose + "?holiday=tet&year=2027")))
        .isEqualTo("/console/dates/edit/holidays/tet.2027");
    String tet = "/console/dates/edit/holidays/tet.2027";
    HttpResponse<String> saved =
        DatesFixture.edit(
            writer,
            tet,
            "off",
            "05–10/02/2027",
            "swap.0.off",
            "11/02/2027",
            "swap.0.work",
            "20/02/2027",
            "source",
            "thông báo nghỉ Tết");
    assertThat(place(saved)).isEqualTo("/console/dates/holidays/proposal");
    assertThat(words(reader.get("/console/dates/holidays/proposal")))
        .contains("Tết Nguyên đán 2027: Ngày nghỉ", "11/02/2027 ↔ 20/02/2027")
        .contains("thứ Năm 11/02/2027", "nghỉ hoán đổi", "làm bù");
    assertThat(place(DatesFixture.publish(approver, "holidays"))).isEqualTo("/console/dates");
    assertThat(words(writer.get("/console/dates"))).contains("Sửa Tết Nguyên đán 2027", "làm bù");
    DatesFixture.edit(writer, tet, "removed", "on");
    assertThat(
            place(
                writer.fill(
                    "/console/dates/holidays/proposal", "/console/dates/holidays/withdraw")))
        .isEqualTo("/console/dates");
    assertThat(words(reader.get("/console/dates/holidays/proposal")))
        .contains("không có bản sửa nào");
  }

  @Test
  void oddAddressesAreAnsweredPlainly() throws Exception {
    for (String path :
        new String[] {
          "/console/dates/edit/payments/x'--", "/console/dates/edit/holidays/tet.9999",
          "/console/dates/edit/holidays/nothing.2027", "/console/dates/edit/holidays/%3Cb%3E",
          "/console/dates/nobody/proposal", "/console/dates/x'--/editions"
        }) {
      assertThat(writer.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(writer.get("/console/dates/edit/holidays/new?holiday=%3Cb%3E&year=x").statusCode())
        .isEqualTo(200);
    assertThat(DatesFixture.publish(approver, "payments").statusCode()).isIn(400, 403);
  }
}
