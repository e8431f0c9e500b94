package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.telegram.FakeBotApi;
import vn.ansinh.telegram.FakeBotApi.Call;
import vn.ansinh.telegram.FakeUpdates;
import vn.ansinh.telegram.Fault;

/// The whole service against a Bot API stand-in that refuses what Telegram refuses.
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TelegramFlowTest {
  private static final long LAN = 4711;
  private static final long MINH = 4712;

  private RunningService service = RunningService.polling();

  @AfterEach
  void close() {
    service.close();
  }

  private Call answerTo(JsonObject update) {
    int before = service.telegram.calls("sendMessage").size();
    service.telegram.push(update);
    return service.telegram.await("sendMessage", before + 1).await().getLast();
  }

  private void byWebhook() {
    service.close();
    service = RunningService.webhook();
  }

  @Test
  void aQuestionIsAnsweredWithTheFigureOfTheDayItsDecreeAndButtons() {
    Call answer = answerTo(FakeUpdates.text(LAN, 10, "tien gia bao nhieu"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.chat()).isEqualTo("4711");
    assertThat(answer.text()).contains("540.000 đồng", "335/2026/NĐ-CP", "01/07/2026");
    assertThat(answer.parameters().getJsonObject("reply_parameters").getInteger("message_id"))
        .isEqualTo(10);
    JsonArray keyboard =
        answer.parameters().getJsonObject("reply_markup").getJsonArray("inline_keyboard");
    assertThat(keyboard.encode()).contains("Giấy tờ");
  }

  @Test
  void whereNoOtherMessengerRunsNoneIsNamedAndNothingIsToBeJoined() {
    assertThat(answerTo(FakeUpdates.text(LAN, 10, "/trogiup")).text())
        .contains("trong Telegram rồi gửi /nhac")
        .doesNotContain("Zalo", "/noi");
    for (String text : List.of("/noi", "/kenh", "/tachnoi", "nối Zalo với Telegram")) {
      assertThat(answerTo(FakeUpdates.text(LAN, 11 + text.length(), text)).text())
          .as(text)
          .contains("chưa nhắn tin qua hai ứng dụng")
          .doesNotContain("NOI ", "/noi");
    }
  }

  @Test
  void theCommandsAreRegisteredInVietnamese() {
    JsonArray commands =
        service
            .telegram
            .await("setMyCommands", 1)
            .await()
            .getFirst()
            .parameters()
            .getJsonArray("commands");
    assertThat(commands.stream().map(each -> ((JsonObject) each).getString("command")))
        .containsExactlyInAnyOrder(
            "start", "trogiup", "chude", "nhac", "hoso", "dulieu", "xoadulieu", "dung", "tieptuc");
    assertThat(commands.encode()).contains("chủ đề");
  }

  @Test
  void aTappedButtonIsAnsweredAndItsClockEnds() {
    Call first = answerTo(FakeUpdates.text(LAN, 10, "tien gia bao nhieu"));
    String data = "e:sp-social-pension:documents";
    assertThat(first.parameters().encode()).contains(data);
    Call second = answerTo(FakeUpdates.tap(LAN, 1_000_001, "q1", data));
    assertThat(second.text()).contains("tờ khai").isNotEqualTo(first.text());
    Call clock = service.telegram.await("answerCallbackQuery", 1).await().getFirst();
    assertThat(clock.parameters().getString("callback_query_id")).isEqualTo("q1");
    assertThat(clock.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "e:no-such-entry:who", "e:sp-social-pension:nonsense", "t:nowhere", "💥"})
  void aButtonOfAnOldMessageIsToldToBeOld(String data) {
    assertThat(answerTo(FakeUpdates.tap(LAN, 1, "q", data)).text()).contains("Nút này đã cũ");
  }

  @Test
  void commandsGreetHelpAndListTopics() {
    assertThat(answerTo(FakeUpdates.text(LAN, 1, "/start")).text()).contains("An Sinh");
    assertThat(answerTo(FakeUpdates.text(LAN, 2, "/start sp-social-pension")).text())
        .contains("540.000 đồng");
    assertThat(answerTo(FakeUpdates.text(LAN, 3, "/trogiup")).text()).contains("viết câu hỏi");
    Call topics = answerTo(FakeUpdates.text(LAN, 4, "/chude"));
    assertThat(topics.text()).contains("chủ đề");
    assertThat(topics.parameters().getJsonObject("reply_markup").encode()).contains("t:elderly");
    assertThat(answerTo(FakeUpdates.text(LAN, 5, "/khongco")).text()).contains("viết câu hỏi");
  }

  @Test
  void anEditedQuestionChangesItsAnswer() {
    Call first = answerTo(FakeUpdates.text(LAN, 10, "tien gia bao nhieu"));
    // An answer can be edited once it is known by its number.
    service.awaitCount("select count(*) from delivery where reference is not null", 1);
    service.telegram.push(FakeUpdates.edited(LAN, 10, "tiền già cần giấy tờ gì"));
    Call edit = service.telegram.await("editMessageText", 1).await().getFirst();
    assertThat(edit.status()).isEqualTo(200);
    assertThat(edit.parameters().getInteger("message_id")).isEqualTo(1_000_001);
    assertThat(edit.text()).contains("tờ khai").isNotEqualTo(first.text());
  }

  @Test
  void whatIsNoTextIsDeclinedPolitely() {
    assertThat(answerTo(FakeUpdates.voice(LAN, 10)).text()).contains("chỉ đọc được chữ");
    assertThat(answerTo(FakeUpdates.other(LAN, 11, "sticker", sticker())).text())
        .contains("chỉ đọc được chữ");
  }

  private static JsonObject sticker() {
    return new JsonObject()
        .put("file_id", "f")
        .put("file_unique_id", "u")
        .put("type", "regular")
        .put("width", 512)
        .put("height", 512)
        .put("is_animated", false)
        .put("is_video", false);
  }

  @Test
  void inAGroupNobodySignsUpForReminders() {
    long group = -100200300;
    assertThat(answerTo(FakeUpdates.group(group, 1, "/nhac@" + FakeBotApi.USERNAME)).text())
        .contains("khung chat riêng");
  }

  @Test
  void inAGroupOnlyWhatIsSaidToUsIsAnswered() {
    long group = -100200300;
    service.telegram.push(FakeUpdates.group(group, 1, "tien gia bao nhieu"));
    Call answer =
        answerTo(FakeUpdates.group(group, 2, "@" + FakeBotApi.USERNAME + " tien gia bao nhieu"));
    assertThat(answer.parameters().getJsonObject("reply_parameters").getInteger("message_id"))
        .isEqualTo(2);
    service.telegram.drained().await();
    assertThat(service.telegram.calls("sendMessage")).hasSize(1);
  }

  @Test
  void aRepeatedUpdateIsAnsweredOnce() {
    byWebhook();
    JsonObject update = FakeUpdates.text(LAN, 10, "tien gia bao nhieu");
    assertThat(service.telegram.post(update).await()).isEqualTo(200);
    assertThat(service.telegram.post(update).await()).isEqualTo(200);
    assertThat(service.telegram.post(FakeUpdates.text(LAN, 11, "cảm ơn")).await()).isEqualTo(200);
    assertThat(service.telegram.await("sendMessage", 2).await().getLast().text())
        .contains("Rất vui");
    assertThat(service.count("select count(*) from delivery")).isEqualTo(2);
  }

  @Test
  void theWebhookAsksForItsSecretAndForJson() throws Exception {
    byWebhook();
    String body = FakeUpdates.text(LAN, 10, "hi").put("update_id", 1).encode();
    assertThat(postUpdate(body, "wrong")).isEqualTo(401);
    assertThat(postUpdate("{", FakeBotApi.SECRET)).isEqualTo(400);
    assertThat(postUpdate("[]", FakeBotApi.SECRET)).isEqualTo(400);
    assertThat(postUpdate("{}", FakeBotApi.SECRET)).isEqualTo(400);
    assertThat(postUpdate("null", FakeBotApi.SECRET)).isEqualTo(400);
    assertThat(service.count("select count(*) from inbound")).isZero();
    assertThat(postUpdate(body, FakeBotApi.SECRET)).isEqualTo(200);
    assertThat(service.count("select count(*) from inbound")).isEqualTo(1);
  }

  private int postUpdate(String body, String secret) throws Exception {
    return service
        .send(
            service
                .to("/telegram/webhook")
                .header("Content-Type", "application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", secret)
                .POST(BodyPublishers.ofString(body)))
        .statusCode();
  }

  @Test
  void manyChatsAtOnceAreAllAnsweredAndEachInOrder() {
    byWebhook();
    List<String> questions = List.of("tien gia bao nhieu", "cảm ơn", "xin chào");
    for (String question : questions) {
      List<Future<Integer>> posts =
          IntStream.range(0, 30)
              .mapToObj(chat -> service.telegram.post(FakeUpdates.text(chat + 1, 10, question)))
              .toList();
      Future.all(posts).await();
    }
    List<Call> calls = service.telegram.await("sendMessage", 90).await();
    for (int chat = 1; chat <= 30; chat++) {
      String address = String.valueOf(chat);
      assertThat(calls.stream().filter(call -> call.chat().equals(address)).map(Call::text))
          .satisfiesExactly(
              first -> assertThat(first).contains("540.000"),
              second -> assertThat(second).contains("Rất vui"),
              third -> assertThat(third).contains("Xin chào"));
    }
  }

  @Test
  void failedAndLostSendsAreRepeatedAndABlockedChatIsLeftAlone() {
    service.telegram.fail(
        "sendMessage", Fault.badGateway(), new Fault.Closes(), Fault.proxyPage(502));
    service.telegram.push(FakeUpdates.text(LAN, 10, "tien gia bao nhieu"));
    Call answer =
        service
            .telegram
            .await(call -> call.method().equals("sendMessage") && call.status() == 200, 1)
            .await()
            .getFirst();
    assertThat(answer.text()).contains("540.000 đồng");

    service.telegram.failChat(MINH, Fault.blocked());
    service.telegram.push(FakeUpdates.text(MINH, 10, "tien gia bao nhieu"));
    service.telegram.await(call -> call.chat().equals(String.valueOf(MINH)), 1).await();
    answerTo(FakeUpdates.text(LAN, 11, "cảm ơn"));
    service.restart();
    assertThat(service.count("select count(*) from citizen where unreachable_at is not null"))
        .isEqualTo(1);
    assertThat(service.count("select count(*) from delivery where state = 'unreachable'"))
        .isEqualTo(1);
  }

  @Test
  void tooManyRequestsWaitsAsTold() {
    service.telegram.fail("sendMessage", Fault.tooMany(2));
    service.telegram.push(FakeUpdates.text(LAN, 10, "tien gia bao nhieu"));
    List<Call> calls = service.telegram.await("sendMessage", 2).await();
    assertThat(calls.get(1).at() - calls.get(0).at()).isGreaterThanOrEqualTo(2_000_000_000L);
    assertThat(calls.get(1).status()).isEqualTo(200);
  }

  @Test
  void whatWasNotFetchedYetIsAnsweredAfterARestart() {
    answerTo(FakeUpdates.text(LAN, 10, "tien gia bao nhieu"));
    service.restart();
    assertThat(answerTo(FakeUpdates.text(LAN, 11, "cần giấy tờ gì")).text()).contains("tờ khai");
  }

  @Test
  void fiftyMessagesAtOnceAreAskedToSlowDownOnce() {
    for (int i = 0; i < 50; i++) {
      service.telegram.push(FakeUpdates.text(LAN, 100 + i, "tien gia bao nhieu"));
    }
    service.telegram.drained().await();
    service.restart();
    long answers = service.count("select count(*) from delivery where state = 'sent'");
    long slow = service.count("select count(*) from delivery where message::text like '%dồn dập%'");
    assertThat(slow).isLessThanOrEqualTo(1);
    assertThat(answers).isBetween(1L, 50L);
    assertThat(service.count("select count(*) from inbound")).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ", "\u0000\u0001", "😀😀😀", "<b>đậm</b> & <script>", "'; drop table citizen; --",
        "你好，我想问一下", "{{base-salary}}", "tiền già", "@@@@", "/"
      })
  void whateverIsTypedGetsOneReadableAnswer(String typed) {
    Call answer = answerTo(FakeUpdates.text(LAN, 10, typed));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isNotBlank().doesNotContain("Exception", "null");
  }

  @Test
  void aVeryLongTextIsAskedToBeShorter() {
    String typed = "bảo hiểm y tế ".repeat(7_200);
    assertThat(answerTo(FakeUpdates.text(LAN, 10, typed)).text()).contains("dài quá");
  }

  @Test
  void theTokenIsNotInTheDatabaseNorInTheFigures() throws Exception {
    service.telegram.fail("sendMessage", new Fault.Closes());
    answerTo(FakeUpdates.text(LAN, 10, "tien gia bao nhieu"));
    assertThat(service.get("/metrics").body()).contains("ansinh_").doesNotContain(FakeBotApi.TOKEN);
    assertThat(
            service.count(
                "select count(*) from delivery where reason like '%" + FakeBotApi.TOKEN + "%'"))
        .isZero();
  }
}
