package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.telegram.Fault;
import vn.ansinh.telegram.TelegramLimits;
import vn.ansinh.zalo.FakeEvents;
import vn.ansinh.zalo.FakeZaloApi;
import vn.ansinh.zalo.ZaloSettings;

/// The whole service against a stand-in that refuses what Zalo refuses.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ZaloFlowTest {
  private static final String LAN = "a1b2c3d4";

  private RunningService service =
      RunningService.zalo(RunningService.NOON, ZaloSettings.Mode.WEBHOOK);
  private ZaloPerson lan = new ZaloPerson(service, LAN);

  @AfterEach
  void close() {
    service.close();
  }

  private void restartAs(RunningService other) {
    service.close();
    service = other;
    lan = new ZaloPerson(service, LAN);
  }

  private int post(JsonObject event) {
    return service.zalo.post(event).await();
  }

  @Test
  void aQuestionIsAnsweredAndFollowedUpByNumberAndByWords() {
    assertThat(lan.say("tien gia bao nhieu"))
        .contains("540.000 đồng", "335/2026/NĐ-CP", "Trả lời bằng số hoặc bằng chữ", "1. ");
    assertThat(lan.choose("Giấy tờ")).contains("tờ khai");
    assertThat(lan.say("nộp ở đâu")).contains("Ủy ban");
    assertThat(lan.say("mức hưởng")).contains("540.000 đồng");
    assertThat(service.zalo.calls())
        .filteredOn(call -> call.method().equals("sendMessage"))
        .allSatisfy(call -> assertThat(call.code()).isEqualTo(200));
  }

  @Test
  void aClarifyingQuestionIsAnsweredByNumberByWordsOrByAnotherQuestion() {
    String asked = lan.say("trợ cấp hằng tháng");
    assertThat(asked).contains("1. ", "2. ");
    String first = asked.replaceAll("(?s).*\\n1\\. ([^\\n]+)\\n.*", "$1");
    assertThat(lan.say("1")).contains(first);
    lan.say("trợ cấp hằng tháng");
    assertThat(lan.say(first)).contains(first);
    lan.say("trợ cấp hằng tháng");
    assertThat(lan.say("tien gia bao nhieu")).contains("540.000 đồng");
  }

  @Test
  void anOpinionIsGivenByNumberAndItsReasonToo() {
    lan.say("tien gia bao nhieu");
    assertThat(lan.choose("👎")).contains("1. Sai hoặc cũ");
    assertThat(lan.choose("Khó hiểu")).contains("Cảm ơn");
    lan.say("tien gia bao nhieu");
    assertThat(lan.choose("👍")).contains("ảm ơn");
    assertThat(service.count("select count(*) from rating")).isPositive();
    // What was meant stands in the history, not the number.
    assertThat(service.count("select count(*) from inbound where body = 'Khó hiểu'")).isEqualTo(1);
  }

  @Test
  void commandsAreUnderstoodThoughZaloHasNone() {
    assertThat(lan.say("/start")).contains("An Sinh");
    assertThat(lan.say("/CHUDE")).contains("chủ đề", "1. ");
    assertThat(lan.say("/khongco")).contains("viết câu hỏi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"image", "sticker", "voice", "unsupported"})
  void whatIsNoTextIsDeclinedPolitely(String kind) {
    assertThat(post(FakeEvents.event("message." + kind + ".received", LAN, "m1"))).isEqualTo(200);
    assertThat(lan.heard()).contains("chỉ đọc được chữ");
  }

  @Test
  void unknownEventsGroupsAndOtherBotsAreLeftAlone() {
    JsonObject bot = FakeEvents.text(LAN, "m4", "tien gia bao nhieu");
    bot.getJsonObject("message").getJsonObject("from").put("is_bot", true);
    assertThat(post(FakeEvents.event("message.dance.received", LAN, "m1"))).isEqualTo(200);
    assertThat(post(new JsonObject().put("event_name", "user.followed"))).isEqualTo(200);
    assertThat(post(new JsonObject().put("message", 7))).isEqualTo(200);
    assertThat(post(FakeEvents.group("g1", "m3", "tien gia bao nhieu"))).isEqualTo(200);
    assertThat(post(bot)).isEqualTo(200);
    assertThat(service.count("select count(*) from inbound")).isZero();
    assertThat(service.count("select count(*) from delivery")).isZero();
  }

  @Test
  void aRepeatedMessageIsAnsweredOnce() {
    JsonObject event = FakeEvents.text(LAN, "m1", "tien gia bao nhieu");
    assertThat(post(event)).isEqualTo(200);
    assertThat(post(event)).isEqualTo(200);
    assertThat(lan.heard()).containsOnlyOnce("540.000 đồng");
    assertThat(service.count("select count(*) from inbound")).isEqualTo(1);
  }

  @Test
  void theWebhookAsksForItsSecretBeforeItReads() throws Exception {
    String body =
        new JsonObject().put("ok", true).put("result", FakeEvents.text(LAN, "m1", "chào")).encode();
    assertThat(postBody(body, "wrong_secret")).isEqualTo(401);
    assertThat(postBody("{", "wrong_secret")).isEqualTo(401);
    for (String broken : List.of("", "{", "[]", "{}", "null", "{\"result\":1}")) {
      assertThat(postBody(broken, FakeZaloApi.SECRET)).as(broken).isEqualTo(400);
    }
    assertThat(service.count("select count(*) from inbound")).isZero();
    assertThat(postBody(body, FakeZaloApi.SECRET)).isEqualTo(200);
    assertThat(service.count("select count(*) from inbound")).isEqualTo(1);
  }

  private int postBody(String body, String secret) throws Exception {
    return service
        .send(
            service
                .to("/zalo/webhook")
                .header("Content-Type", "application/json")
                .header("X-Bot-Api-Secret-Token", secret)
                .POST(BodyPublishers.ofString(body)))
        .statusCode();
  }

  @Test
  void pollingAnswersTooAndSaysItsRisk() {
    restartAs(RunningService.zalo(RunningService.NOON, ZaloSettings.Mode.POLLING));
    assertThat(service.progress).anyMatch(line -> line.contains("mất tin đang lấy"));
    service.zalo.push(FakeEvents.text(LAN, "m1", "tien gia bao nhieu"));
    service.zalo.push(FakeEvents.text(LAN, "m1", "tien gia bao nhieu"));
    service.zalo.push(FakeEvents.text(LAN, "m2", "cần giấy tờ gì"));
    service.awaitCount("select count(*) from inbound", 2);
    assertThat(lan.heard()).containsOnlyOnce("540.000 đồng").contains("tờ khai");
  }

  @Test
  void failedAndLostSendsAreRepeatedAndWhoIsGoneIsLeftAlone() {
    service.zalo.fail(
        FakeZaloApi.error(500, "internal"),
        FakeZaloApi.error(408, "timeout"),
        new Fault.Answers(502, "<html></html>"));
    assertThat(lan.say("tien gia bao nhieu")).contains("540.000 đồng");

    service.zalo.fail(new Fault.Closes());
    post(FakeEvents.text(LAN, "m7", "cảm ơn"));
    service.zalo.await(call -> call.text().contains("Rất vui"), 2).await();

    service.zalo.fail(FakeZaloApi.error(403, "forbidden"));
    post(FakeEvents.text("minh", "m1", "tien gia bao nhieu"));
    service.awaitCount("select count(*) from citizen where unreachable_at is not null", 1);
    assertThat(service.count("select count(*) from delivery where state = 'unreachable'"))
        .isEqualTo(1);
  }

  /// Thrice as fast as is borne: nothing is lost, and after a few refusals it goes more slowly.
  @Test
  void tooManyRequestsSlowTheWholeChannelDown() {
    restartAs(RunningService.zalo(90, true));
    service.zalo.enforce(new TelegramLimits(30, 1_000, 1, System::nanoTime));
    Future.all(
            IntStream.range(0, 150)
                .mapToObj(n -> service.zalo.post(FakeEvents.text("c" + n, "m", "cảm ơn")))
                .toList())
        .await();
    service.awaitCount("select count(*) from delivery where state = 'sent'", 150);
    assertThat(service.zalo.calls().stream().filter(call -> call.code() == 200)).hasSize(151);
    assertThat(service.zalo.calls().stream().filter(call -> call.code() == 429).count())
        .isBetween(1L, 75L);
  }

  @Test
  void theTokenIsNotInTheDatabaseNorInTheFigures() throws Exception {
    service.zalo.fail(new Fault.Closes());
    lan.say("tien gia bao nhieu");
    assertThat(service.get("/metrics").body()).doesNotContain(FakeZaloApi.TOKEN);
    assertThat(
            service.count(
                "select count(*) from delivery where reason like '%" + FakeZaloApi.TOKEN + "%'"))
        .isZero();
  }

  @Test
  void whereItMayNotWriteFirstItSaysSoAndPromisesNoReminder() {
    restartAs(RunningService.zalo(10_000, false));
    assertThat(service.progress).anyMatch(line -> line.contains("zalo.writes-first"));
    assertThat(lan.say("gia hạn thẻ bảo hiểm y tế thế nào")).doesNotContain("Nhắc tôi");
    assertThat(lan.say("/nhac")).contains("chưa nhắn trước").doesNotContain("Telegram", "Zalo");
    assertThat(lan.say("/trogiup")).contains("viết câu hỏi").doesNotContain("/nhac", "{");
    assertThat(lan.say("/noi")).contains("chưa nhắn tin qua hai ứng dụng");
  }

  @Test
  void threeHundredQuestionsWithFaultsAreAllAnsweredAndRepeatsOnce() {
    int questions = 300;
    // One call in twenty fails, in turn refused, lost, and answered by a proxy.
    List<Fault> faults =
        List.of(
            FakeZaloApi.error(500, "internal"),
            new Fault.Closes(),
            new Fault.Answers(502, "<html></html>"));
    List<Future<Integer>> posts =
        IntStream.range(0, questions)
            .mapToObj(
                n -> {
                  if (n % 20 == 0) {
                    service.zalo.fail(faults.get(n / 20 % 3));
                  }
                  JsonObject event = FakeEvents.text("c" + n, "m" + n, "tien gia bao nhieu");
                  Future<Integer> posted = service.zalo.post(event);
                  return n % 10 == 0 ? posted.compose(_ -> service.zalo.post(event)) : posted;
                })
            .toList();
    Future.all(posts).await();
    assertThat(posts).allSatisfy(posted -> assertThat(posted.result()).isEqualTo(200));
    Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(40))
        .until(() -> service.count("select count(*) from delivery where state <> 'sent'") == 0);
    assertThat(service.count("select count(*) from inbound")).isEqualTo(questions);
    for (int n = 0; n < questions; n++) {
      assertThat(
              service.zalo.messages("c" + n).stream()
                  .filter(call -> call.code() == 200)
                  .filter(call -> call.text().contains("540.000 đồng")))
          .as("chat %d", n)
          .hasSize(1);
    }
  }
}
