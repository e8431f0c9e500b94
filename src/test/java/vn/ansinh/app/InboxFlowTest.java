package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.session.Session.Stage;
import vn.ansinh.telegram.FakeBotApi.Call;
import vn.ansinh.telegram.FakeUpdates;

/// From a citizen's tap to the officer's answer in their chat, through the whole service. It is
/// Monday, noon, and the officers are free on Tuesday, the day of culture.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InboxFlowTest {
  private static final long LAN = 4711;
  private static final String GROUP = "-100123";
  private static final String CASE = "/console/inbox/1";

  private final SetClock clock = new SetClock();
  private final RunningService service = RunningService.withOfficersChat(GROUP, clock);
  private final OfficersFixture fixture = new OfficersFixture(service, clock);
  private final OfficerBrowser hoa = signedIn("hoa", "Lê Hoa");
  private final OfficerBrowser mai = signedIn("mai", "Trần Mai");
  private int message = 10;

  private OfficerBrowser signedIn(String login, String name) {
    OfficerBrowser browser = new OfficerBrowser(service);
    browser.setCookie(
        "ansinh_console",
        fixture.session(fixture.add(login, name, Role.WRITER).officer(), Stage.FULL).text());
    return browser;
  }

  @AfterEach
  void close() {
    service.close();
  }

  private List<Call> sentTo(String chat) {
    return service.telegram.calls("sendMessage").stream()
        .filter(call -> call.chat().equals(chat))
        .toList();
  }

  /// The n-th message in the officers' group.
  private Call inGroup(int n) {
    return service
        .telegram
        .await(call -> call.method().equals("sendMessage") && call.chat().equals(GROUP), n)
        .await()
        .getLast();
  }

  /// The next message in a chat.
  private Call next(String chat, Runnable act) {
    int before = sentTo(chat).size();
    act.run();
    return service
        .telegram
        .await(call -> call.method().equals("sendMessage") && call.chat().equals(chat), before + 1)
        .await()
        .getLast();
  }

  private Call say(String text) {
    return next("4711", () -> service.telegram.push(FakeUpdates.text(LAN, message++, text)));
  }

  private Call tap(Call under, String label) {
    JsonArray rows =
        under.parameters().getJsonObject("reply_markup").getJsonArray("inline_keyboard");
    String data =
        rows.stream()
            .flatMap(row -> ((JsonArray) row).stream())
            .map(JsonObject.class::cast)
            .filter(button -> button.getString("text").contains(label))
            .map(button -> button.getString("callback_data"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(label + " in " + rows));
    int id = message++;
    return next("4711", () -> service.telegram.push(FakeUpdates.tap(LAN, id, "q" + id, data)));
  }

  private String version(OfficerBrowser officer) throws Exception {
    return officer.get(CASE).body().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
  }

  private HttpResponse<String> act(OfficerBrowser officer, String act, String... fields)
      throws Exception {
    String[] all = new String[fields.length + 2];
    System.arraycopy(fields, 0, all, 0, fields.length);
    all[fields.length] = "version";
    all[fields.length + 1] = version(officer);
    return officer.fill(CASE, CASE + "/" + act, all);
  }

  private Call answered(String words) {
    return next(
        "4711",
        () -> {
          try {
            assertThat(act(hoa, "answer", "act", "send", "words", words).statusCode())
                .isEqualTo(303);
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void aTapBecomesACaseAndTheAnswerArrivesInTheChat() throws Exception {
    Call answer = say("tien gia bao nhieu");
    Call confirm = tap(answer, "Hỏi cán bộ");
    assertThat(confirm.text()).contains("tien gia bao nhieu", "540.000", "Muốn nói thêm");
    assertThat(service.count("select count(*) from inbox_case")).isZero();

    Call sent = tap(confirm, "Gửi cán bộ");
    assertThat(sent.text())
        .contains("11:30 thứ Tư, 25/11/2026", "07:30–11:30 và 13:30–17:00", "thứ Hai đến thứ Sáu");
    Call notice = inGroup(1);
    assertThat(notice.text()).contains("số 1", "/console/inbox/1").doesNotContain("gia");

    assertThat(hoa.get("/console/today").body()).contains("câu hỏi chờ cán bộ trả lời");
    String page = hoa.get(CASE).body();
    assertThat(page).contains("tien gia bao nhieu", "540.000", "25/11/2026");
    assertThat(page).doesNotContain("4711");

    assertThat(act(hoa, "claim").statusCode()).isEqualTo(303);
    assertThat(mai.get(CASE).body())
        .contains("Lê Hoa", "Nhận thay")
        .doesNotContain("name=\"words\"");
    HttpResponse<String> preview =
        act(hoa, "answer", "act", "preview", "words", "Đến <b>Một cửa</b>\n\nsáng thứ Tư.");
    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body()).contains("Cán bộ phường trả lời", "Gửi cho người hỏi");
    assertThat(service.count("select count(*) from inbox_message")).isEqualTo(1);

    Call reply = answered("Đến <b>Một cửa</b>\n\nsáng thứ Tư.");
    assertThat(reply.text())
        .contains("Cán bộ phường trả lời", "<b>Một cửa</b>", "sáng thứ Tư.")
        .doesNotContain("Lê Hoa");
    assertThat(service.count("select count(*) from audit where object = 'inbox 1'")).isEqualTo(2);

    Call more = tap(reply, "Hỏi thêm");
    assertThat(more.text()).contains("viết câu cần hỏi");
    assertThat(say("mang giấy gì").text()).contains("Đã chuyển thêm");
    assertThat(hoa.get(CASE).body()).contains("mang giấy gì", "Chưa ai nhận");
    Call second = answered("Mang căn cước.");
    assertThat(tap(second, "Đã rõ").text()).contains("đã rõ");
    assertThat(hoa.get("/console/inbox?list=closed").body()).contains("tien gia bao nhieu");
  }

  @Test
  void ofTwoOfficersTheSecondIsToldAndKeepsWhatWasWritten() throws Exception {
    tap(tap(say("tien gia bao nhieu"), "Hỏi cán bộ"), "Gửi cán bộ");
    String old = version(mai);
    answered("Năm trăm bốn mươi nghìn.");
    HttpResponse<String> late =
        mai.fill(CASE, CASE + "/answer", "act", "send", "words", "Lời của Mai", "version", old);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Vừa có điều mới", "Lời của Mai", "Năm trăm bốn mươi nghìn.");
    assertThat(sentTo("4711")).noneMatch(call -> call.text().contains("Lời của Mai"));
  }

  @Test
  void whatWaitsForLongerThanADayOfWorkIsAnAlarmOnce() throws Exception {
    tap(tap(say("tien gia bao nhieu"), "Hỏi cán bộ"), "Gửi cán bộ");
    inGroup(1);
    clock.advance(Duration.ofDays(2));
    OfficerBrowser lan = signedIn("lan", "Vũ Lan");
    assertThat(lan.get("/console/today").body()).contains("câu hỏi quá hạn trong hộp thư");
    assertThat(lan.get("/console/inbox").body()).contains("Quá hạn");
    service.awaitJobs();
    nextMinuteNow();
    Call alarm = inGroup(2);
    assertThat(alarm.text()).contains("Quá hạn", "số 1", "/console/inbox/1");
    assertThat(service.get("/metrics").body()).contains("ansinh_inbox_alarms_total 1.0");
    assertThat(service.count("select count(*) from inbox_case where alarmed_at is not null"))
        .isEqualTo(1);
    assertThat(sentTo(GROUP)).hasSize(2);
  }

  /// As if a minute had passed, without waiting for it.
  private void nextMinuteNow() {
    service
        .database
        .pool()
        .query(
            "update qrtz_triggers set next_fire_time = (extract(epoch from now()) * 1000)::bigint"
                + " where job_name = 'inbox'")
        .execute()
        .await();
  }

  @Test
  void theCitizenSeesTakesBackAndErasesWhatWasAsked() throws Exception {
    Call sent = tap(tap(say("tien gia bao nhieu"), "Hỏi cán bộ"), "Gửi cán bộ");
    assertThat(say("/dulieu").text()).contains("Số 1", "đang chờ trả lời");
    JsonObject file =
        service
            .telegram
            .await("sendDocument", 1)
            .await()
            .getLast()
            .parameters()
            .getJsonObject("document");
    assertThat(file.getString("content")).contains("\"inbox\"", "tien gia bao nhieu");
    assertThat(tap(sent, "Rút lại").text()).contains("Đã rút câu hỏi lại");
    assertThat(hoa.get(CASE).body()).contains("Đã xong");
    tap(say("/xoadulieu"), "Xóa hết");
    assertThat(service.count("select count(*) from inbox_message")).isZero();
    assertThat(hoa.get(CASE).statusCode()).isEqualTo(404);
  }

  @Test
  void whoCannotBeReachedIsShownAsSuch() throws Exception {
    tap(tap(say("tien gia bao nhieu"), "Hỏi cán bộ"), "Gửi cán bộ");
    service
        .database
        .pool()
        .query("update citizen set unreachable_at = now() where address = '4711'")
        .execute()
        .await();
    assertThat(hoa.get(CASE).body()).contains("Không còn liên lạc được với người hỏi");
    assertThat(act(hoa, "close").statusCode()).isEqualTo(303);
  }

  @Test
  void anAnswerForTheKnowledgeBaseIsKeptExportedAndDone() throws Exception {
    say("wifi nhà văn hóa mật khẩu gì");
    String group = "/console/questions/unanswered/1";
    HttpResponse<String> empty =
        hoa.fill(group, group, "act", "answer", "entry", "none", "answer", " ", "q1", "1");
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(empty.body()).contains("Xin viết lời đáp");
    HttpResponse<String> kept =
        hoa.fill(
            group,
            group,
            "act",
            "answer",
            "entry",
            "pay-dates",
            "answer",
            "Hỏi **bảo vệ**.",
            "q1",
            "1");
    assertThat(kept.statusCode()).isEqualTo(303);
    String answers = "/console/questions/answers";
    assertThat(hoa.get(answers).body()).contains("wifi nhà văn hóa", "Hỏi **bảo vệ**.", "Lê Hoa");
    assertThat(hoa.get(answers + "/file/answers.md").body())
        .isEqualTo(
            """
            ## 1 · pay-dates

            Câu hỏi:

            - wifi nhà văn hóa mật khẩu gì

            Lời đáp:

            Hỏi **bảo vệ**.

            """);
    assertThat(hoa.fill(answers, answers + "/1/done").statusCode()).isEqualTo(303);
    assertThat(hoa.get(answers).body()).contains("Không có lời đáp nào chờ");
    assertThat(hoa.fill("/console/account", answers + "/1/done").statusCode()).isEqualTo(404);
    assertThat(service.count("select count(*) from audit where act like '%answer%'")).isEqualTo(2);
  }
}
