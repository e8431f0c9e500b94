package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.session.Session.Stage;

/// What citizens ask reaches the officers' pages, and what officers decide leaves them, over HTTP.
class PagesFlowTest {
  private static final SetClock CLOCK = new SetClock();
  private static final String ODD = "wifi nhà văn hóa mật khẩu gì";
  private static RunningService service;
  private static OfficerBrowser reader;
  private static OfficerBrowser writer;

  private int asked;

  @BeforeAll
  static void start() {
    service = RunningService.withoutTelegram(CLOCK);
    OfficersFixture fixture = new OfficersFixture(service, CLOCK);
    reader = signedIn(fixture, "reader", Role.READER);
    writer = signedIn(fixture, "writer", Role.WRITER);
  }

  private static OfficerBrowser signedIn(OfficersFixture fixture, String login, Role role) {
    OfficerBrowser browser = new OfficerBrowser(service);
    browser.setCookie(
        "ansinh_console",
        fixture.session(fixture.add(login, "Cán bộ " + login, role).officer(), Stage.FULL).text());
    return browser;
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void forget() {
    for (String table : new String[] {"unanswered_question", "judged_question", "daily_figure"}) {
      service.database.pool().query("truncate " + table + " restart identity").execute().await();
    }
    service.database.pool().query("truncate settled_question").execute().await();
  }

  private void ask(String question) throws Exception {
    service.ask(question);
    asked++;
  }

  /// Once every question is counted: what is counted later would be found by another test.
  @AfterEach
  void awaitFigures() {
    service.awaitCount("select coalesce(sum(questions), 0)::bigint from daily_figure", asked);
  }

  private static String page(OfficerBrowser browser, String path) throws Exception {
    HttpResponse<String> response = browser.get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void whatWasAskedIsCountedToday() throws Exception {
    assertThat(page(reader, "/console/today")).contains("Câu hỏi 0 0");
    ask("tiền già bao nhiêu");
    ask("tiền già bao nhiêu");
    ask("tiền già bao nhiêu");
    ask(ODD);
    awaitFigures();
    String page = page(reader, "/console/today");
    assertThat(page).contains("Câu hỏi 4 4", "Được trả lời 3 (75%)", "Không trả lời được 1 1");
    assertThat(page).contains("1 câu hỏi chưa có lời đáp", "Người cao tuổi 3");
  }

  @Test
  void aQuestionIsJudgedExportedAndGone() throws Exception {
    ask(ODD);
    ask("mật khẩu wifi nhà văn hóa là gì");
    assertThat(page(reader, "/console/questions")).contains("1 nhóm câu giống nhau", ODD);
    String path = "/console/questions/unanswered/1";
    HttpResponse<String> nothing = writer.fill(path, path, "act", "judge", "entry", "none");
    assertThat(nothing.statusCode()).isEqualTo(400);
    assertThat(nothing.body()).contains("Xin chọn ít nhất một câu hỏi");
    HttpResponse<String> noEntry =
        writer.fill(path, path, "act", "judge", "entry", "x'", "q1", "1");
    assertThat(noEntry.statusCode()).isEqualTo(400);
    assertThat(service.count("select count(*) from settled_question")).isZero();

    HttpResponse<String> done =
        writer.fill(
            path, path, "act", "judge", "entry", "pay-dates", "facet", "payment", "q1", "1");
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(page(reader, "/console/questions/unanswered/2")).doesNotContain(ODD);
    assertThat(reader.get(path).statusCode()).isEqualTo(404);
    HttpResponse<String> file = writer.get("/console/questions/export/golden.tsv");
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("golden.tsv");
    assertThat(file.body())
        .isEqualTo(
            "id\tquestion\tvariant-type\texpected\tfacet\nc1\t"
                + ODD
                + "\taccented\tpay-dates\tpayment\n");
    assertThat(page(reader, "/console/questions?list=judged")).contains(ODD, "Cán bộ writer");
    assertThat(
            service.count(
                "select count(*) from audit where act = 'question.judge' and kind = 'officer'"))
        .isEqualTo(1);
  }

  @Test
  void whoeverOnlyReadsSeesNoFormAndChangesNothing() throws Exception {
    ask(ODD);
    String path = "/console/questions/unanswered/1";
    assertThat(reader.get(path).body()).doesNotContain("Ghi lại và xong", "checkbox");
    String token = OfficerBrowser.token(reader.get("/console/account").body());
    assertThat(reader.post(path, token, "act", "done", "q1", "1").statusCode()).isEqualTo(403);
    assertThat(reader.get("/console/questions/export/golden.tsv").statusCode()).isEqualTo(403);
    assertThat(service.count("select count(*) from settled_question")).isZero();
  }

  @Test
  void oddAddressesAreAnsweredPlainly() throws Exception {
    for (String path :
        new String[] {
          "/console/questions/unanswered/x'--", "/console/questions/nobody/1",
          "/console/questions/export/other", "/console/knowledge/entries/gone",
          "/console/knowledge/entries/%3Cb%3E", "/console/knowledge/documents/gone"
        }) {
      assertThat(reader.get(path).statusCode()).as(path).isIn(403, 404);
    }
    assertThat(page(reader, "/console/questions?list=x&page=-1&order=x"))
        .contains("Không có câu hỏi");
    assertThat(page(reader, "/console/questions?list=judged&page=99999"))
        .contains("Chưa có câu nào");
    assertThat(page(reader, "/console/knowledge/stale?on=bad")).contains("Cần xem lại");
    assertThat(reader.get("/console/knowledge/search?q=%3Cscript%3E").body())
        .doesNotContain("<script>");
  }

  @Test
  void anEntryIsToldAsItHoldsOnADayWithWhatItRestsOn() throws Exception {
    String entry = "/console/knowledge/entries/sp-social-pension";
    String now = page(reader, entry + "?on=2026-11-23");
    assertThat(now).contains("Mức hưởng", "540.000", "Theo:", "Dựa vào");
    assertThat(page(reader, entry + "?on=2026-03-01")).contains("500.000").isNotEqualTo(now);
    assertThat(page(reader, "/console/knowledge")).contains("Người cao tuổi");
    assertThat(page(reader, "/console/knowledge/documents/social-pension"))
        .contains("Đoạn trả lời".toLowerCase(java.util.Locale.ROOT), "sp-social-pension");
    assertThat(page(reader, "/console/knowledge/stale?on=2030-01-01")).contains("xem lại lần cuối");
    assertThat(page(reader, "/console/knowledge/search?q=tien%20gia%20bao%20nhieu"))
        .contains("An Sinh trả lời bằng mục", "Đọc câu hỏi", "tien", "tiền", "Các mục được xét");
    assertThat(page(reader, "/console/knowledge/search?q=" + "wifi%20m%E1%BA%ADt%20kh%E1%BA%A9u"))
        .contains("An Sinh sẽ nói là chưa biết");
  }

  @Test
  void theCalendarsStandAsTheyAreWithWhatFollows() throws Exception {
    service
        .database
        .pool()
        .query(
            """
            with c as (insert into citizen (channel, address, created_at)
              values ('telegram', 'dates', now()) returning id)
            insert into reminder (citizen_id, kind, benefit, wish, next_at, created_at)
            select id, 'payment', 'pension-account',
              unsealed('{"kind": "payment", "benefit": "pension-account"}'),
              '2026-11-30T12:00:00Z', now() from c""")
        .execute()
        .await();
    service.database.seal();
    String page = page(reader, "/console/dates");
    assertThat(page).contains("Chưa có buổi tiêm nào được thông báo", "chưa biết ngày");
    assertThat(page).contains("01–05/12/2026", "Tết Dương lịch", "Tết Nguyên đán");
    assertThat(page).containsPattern("tổng đài bảo hiểm xã hội[^<]*? 1 Lương hưu nhận tiền mặt");
  }
}
