package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.ansinh.delivery.dispatch.Rates;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.session.Session.Stage;
import vn.ansinh.telegram.FakeBotApi.Call;
import vn.ansinh.telegram.FakeUpdates;
import vn.ansinh.telegram.Fault;

/// A broadcast on the officers' pages, from the first word to the report, without a script.
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BroadcastPagesFlowTest {
  private static final String ALL = "/console/broadcasts";
  private static final String ONE = ALL + "/1";

  private final RunningService service = RunningService.at(new Rates(100, 10_000));
  private final OfficersFixture fixture = new OfficersFixture(service, RunningService.NOON);
  private final OfficerBrowser writer = new OfficerBrowser(service);
  private final OfficerBrowser approver = new OfficerBrowser(service);

  @BeforeEach
  void open() {
    signIn(writer, "lan.nguyen", "Nguyễn Lan", Role.APPROVER);
    signIn(approver, "binh.le", "Lê Bình", Role.APPROVER);
    sql(
        """
        with c as (
          insert into citizen (channel, address, created_at)
          select 'telegram', (10000 + n)::text, now() from generate_series(1, 60) n
          returning id, address)
        insert into profile (citizen_id, marks, updated_at)
        select id, array_remove(array[
            unsealed(case when address::int <= 10040 then 'neighbourhood kp-1' else 'neighbourhood kp-2' end),
            case when address::int % 2 = 0 then unsealed('group merit') end], null), now()
        from c""");
    service.database.seal();
  }

  @AfterEach
  void close() {
    service.close();
  }

  private void signIn(OfficerBrowser browser, String login, String name, Role role) {
    browser.setCookie(
        "ansinh_console",
        fixture.session(fixture.add(login, name, role).officer(), Stage.FULL).text());
  }

  private void sql(String sql) {
    service.database.pool().query(sql).execute().await();
  }

  private static void done(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
  }

  private static void refused(HttpResponse<String> response, String... sentences) {
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains(sentences).contains("role=\"alert\"");
  }

  private HttpResponse<String> write(String action, String... more) throws Exception {
    String[] fields = {
      "title", "Lịch trả", "body", "Trả <b>ngày {{ngày}}</b>.", "who", "CHOSEN", "join", "EACH",
      "in.neighbourhood:kp-1", "on", "in.group:merit", "on", "fill.ngày", "5", "button", ""
    };
    String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return writer.fill(ALL + "/new", action, all);
  }

  private String state() {
    return service
        .database
        .pool()
        .query("select state from broadcast where id = 1")
        .execute()
        .await()
        .iterator()
        .next()
        .getString(0);
  }

  private void awaitState(String state) {
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> state().equals(state));
  }

  @Test
  void fromTheFirstWordToTheReport() throws Exception {
    service.telegram.failChat(10_002, Fault.blocked());
    service.telegram.failChat(10_004, new Fault.Closes());
    HttpResponse<String> preview = write(ALL + "/preview");
    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body()).contains("Trả <b>ngày 5</b>.").contains("<b>20</b> người sẽ nhận");
    done(write(ALL));
    assertThat(writer.get(ONE).body())
        .contains("đang soạn", "Trả <b>ngày 5</b>.", "«Khu phố 1» và «Người có công, thân nhân»");

    done(writer.fill(ONE, ONE + "/submit"));
    assertThat(writer.get(ONE).body()).doesNotContain("/approve").contains("không tự duyệt");
    refused(writer.fill(ONE, ONE + "/approve", "version", "1"), "không tự duyệt nó");
    assertThat(state()).isEqualTo("submitted");
    refused(approver.fill(ONE, ONE + "/approve", "version", "7"), "nay là bản 1");
    assertThat(approver.get(ONE).body()).contains("Duyệt bản 1");
    done(approver.fill(ONE, ONE + "/approve", "version", "1"));

    done(writer.fill(ONE, ONE + "/start", "when", "now"));
    refused(approver.fill(ONE, ONE + "/start", "when", "now"), "không gửi được");
    awaitState("done");
    String page = writer.get(ONE).body();
    assertThat(page)
        .contains("đã gửi xong")
        .containsSubsequence(
            "Đã gửi</dt><dd>18", "liên lạc được</dt><dd>1", "đã đến chưa</dt><dd>1")
        .containsSubsequence("soạn thông báo", "gửi duyệt", "duyệt", "bắt đầu gửi", "gửi xong");

    service.telegram.heal(10_004);
    refused(writer.fill(ONE, ONE + "/retry"), "Không có tin nào");
    done(writer.fill(ONE, ONE + "/retry", "unknown", "on"));
    awaitState("done");
    Awaitility.await().until(() -> writer.get(ONE).body().contains("Đã gửi</dt><dd>19"));
    HttpResponse<String> report = writer.get(ONE + "/report.csv");
    assertThat(report.headers().firstValue("Content-Disposition").orElse(""))
        .contains("thong-bao-1.csv");
    assertThat(report.body().lines().toList())
        .hasSize(21)
        .filteredOn(line -> line.contains("đã gửi"))
        .hasSize(19);
    assertThat(report.body()).contains("không liên lạc được").doesNotContain("10002");
    assertThat(service.count("select count(*) from audit where object = 'broadcast 1'"))
        .isEqualTo(7);
  }

  @Test
  void whatIsWrongStandsBesideItsFieldAndNothingTypedIsLost() throws Exception {
    HttpResponse<String> response =
        writer.fill(
            ALL + "/new",
            ALL,
            "title",
            "",
            "body",
            "Xin <b>chào {{tên}}",
            "who",
            "CHOSEN",
            "button",
            "hi-renewal",
            "fill.tên",
            "",
            "out.group:merit",
            "on");
    refused(response, "Chưa có tên thông báo", "chưa đóng", "{{tên}}", "Chưa chọn người nhận");
    assertThat(response.body())
        .contains("Xin &lt;b&gt;chào {{tên}}")
        .contains("name=\"out.group:merit\" value=\"on\" checked")
        .contains("value=\"hi-renewal\" selected");
    assertThat(service.count("select count(*) from broadcast")).isZero();
  }

  @Test
  void twoWhoEditAtOnceDoNotOverwriteEachOther() throws Exception {
    done(write(ALL));
    String stale = writer.get(ONE + "/edit").body();
    done(approver.fill(ONE + "/edit", ONE, edited("Bản của Bình", "1")));
    HttpResponse<String> late =
        writer.post(ONE, OfficerBrowser.token(stale), edited("Bản của Lan", "1"));
    refused(late, "nay là bản 2", "Bản của Lan");
    assertThat(late.body()).contains("name=\"version\" value=\"2\"");
    assertThat(writer.get(ONE).body()).contains("Bản của Bình");
  }

  private static String[] edited(String title, String version) {
    return new String[] {"title", title, "body", "Chào.", "who", "EVERYONE", "version", version};
  }

  @Test
  void anEditVoidsTheApprovalAndATimeIsKept() throws Exception {
    done(write(ALL));
    done(writer.fill(ONE, ONE + "/submit"));
    done(approver.fill(ONE, ONE + "/approve", "version", "1"));
    refused(
        writer.fill(ONE, ONE + "/start", "when", "at", "date", "2026-11-24"), "cả ngày lẫn giờ");
    HttpResponse<String> night =
        writer.fill(
            ONE, ONE + "/start", "when", "at", "date", "2026-11-24", "time", "22:15", "reason", "");
    refused(night, "giờ nghỉ", "08:00 ngày 25/11/2026");
    assertThat(night.body()).contains("value=\"22:15\"", "value=\"2026-11-24\"");
    refused(
        writer.fill(ONE, ONE + "/start", "when", "at", "date", "2026-11-20", "time", "09:00"),
        "đã qua");
    done(
        writer.fill(
            ONE,
            ONE + "/start",
            "when",
            "at",
            "date",
            "2026-11-24",
            "time",
            "22:15",
            "reason",
            "mưa lũ"));
    assertThat(writer.get(ONE).body())
        .contains("đã hẹn giờ gửi", "22:15 24/11/2026", "cả giờ nghỉ vì: mưa lũ");
    done(writer.fill(ONE + "/edit", ONE, edited("Lịch mới", "1")));
    assertThat(state()).isEqualTo("draft");
    done(writer.fill(ONE, ONE + "/cancel"));
    assertThat(state()).isEqualTo("cancelled");
    done(writer.get(ONE + "/edit"));
  }

  @Test
  void aTemplateIsCheckedFilledInAndRemoved() throws Exception {
    String[] broken = {"title", "Lịch", "body", "Ngày <b>{{ngày}}", "who", "EVERYONE"};
    refused(writer.fill(ALL + "/new", ALL + "/templates", broken), "chưa đóng");
    done(write(ALL + "/templates"));
    done(write(ALL + "/templates"));
    assertThat(service.count("select count(*) from broadcast_template")).isEqualTo(1);
    assertThat(writer.get(ALL + "/templates").body()).contains("{{ngày}}", "«Khu phố 1»");
    String form = writer.get(ALL + "/new?template=1").body();
    assertThat(form)
        .contains("name=\"fill.ngày\"", "name=\"in.group:merit\" value=\"on\" checked")
        .contains("value=\"Lịch trả\"");
    done(writer.fill(ALL + "/templates", ALL + "/templates/1/remove"));
    assertThat(service.count("select count(*) from broadcast_template")).isZero();
  }

  @Test
  void whoeverReadsTheCodeInTheirChatGetsATestThere() throws Exception {
    done(write(ALL));
    refused(writer.fill(ONE, ONE + "/test", "code", "12345678"), "đã quá hạn");
    service.telegram.push(FakeUpdates.text(4711, 10, "/ma"));
    String told = service.telegram.await("sendMessage", 1).await().getFirst().text();
    Matcher code = Pattern.compile("\\d{8}").matcher(told);
    assertThat(code.find()).as(told).isTrue();
    done(writer.fill(ONE, ONE + "/test", "code", code.group()));
    Call test = service.telegram.await("sendMessage", 2).await().getLast();
    assertThat(test.chat()).isEqualTo("4711");
    assertThat(test.text()).isEqualTo("Trả ngày 5.");
    assertThat(state()).isEqualTo("draft");
    assertThat(writer.get(ONE).body()).contains("gửi thử thông báo");
    sql("update citizen set chat_code_until = '2026-11-23T04:59:00Z' where chat_code is not null");
    refused(writer.fill(ONE, ONE + "/test", "code", code.group()), "đã quá hạn");
  }

  @Test
  void threeThousandAreListedAPageAtATime() throws Exception {
    sql(
        """
        insert into broadcast (title, body, fills, audience, state, version, created_at)
        select 'Tin ' || n, 'Chào', '{}', '{"everyone":true}',
          case when n % 100 = 0 then 'cancelled' else 'draft' end, 1, now()
        from generate_series(1, 3000) n""");
    String first = writer.get(ALL).body();
    assertThat(first)
        .contains(">Tin 3000<", ">Tin 2971<", "before=2971")
        .doesNotContain(">Tin 2970<");
    assertThat(writer.get(ALL + "?before=2971").body()).contains(">Tin 2970<");
    assertThat(writer.get(ALL + "?state=cancelled").body())
        .contains(">Tin 3000<", ">Tin 2900<", ">Tin 100<")
        .doesNotContain(">Tin 2999<", "rel=\"next\"");
    assertThat(writer.get(ALL + "?state=nonsense&before=x").statusCode()).isEqualTo(200);
  }
}
