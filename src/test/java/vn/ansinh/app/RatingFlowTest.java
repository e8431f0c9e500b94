package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.ansinh.telegram.FakeBotApi.Call;
import vn.ansinh.telegram.FakeUpdates;

/// 👍 and 👎 in Telegram, through the whole service.
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RatingFlowTest {
  private static final long LAN = 4711;
  private static final int FIRST_ANSWER = 1_000_001;
  private static final String ANSWER = "sp-social-pension:amount";

  private final RunningService service = RunningService.polling();

  @AfterEach
  void close() {
    service.close();
  }

  private Call answerTo(JsonObject update) {
    int before = service.telegram.calls("sendMessage").size();
    service.telegram.push(update);
    return service.telegram.await("sendMessage", before + 1).await().getLast();
  }

  private Call tap(String data) {
    return answerTo(FakeUpdates.tap(LAN, FIRST_ANSWER, "q" + data, data));
  }

  private static List<JsonArray> keyboard(Call call) {
    return call.parameters().getJsonObject("reply_markup").getJsonArray("inline_keyboard").stream()
        .map(JsonArray.class::cast)
        .toList();
  }

  private long ratings(String which) {
    return service.count("select count(*) from rating where " + which);
  }

  @Test
  void anAnswersLastRowHasBothSignsAndOtherRepliesHaveNone() {
    Call answer = answerTo(FakeUpdates.text(LAN, 10, "tien gia bao nhieu"));
    JsonArray last = keyboard(answer).getLast();
    assertThat(last.stream().map(each -> ((JsonObject) each).getString("text")))
        .containsExactly("👍", "👎");
    assertThat(last.stream().map(each -> ((JsonObject) each).getString("callback_data")))
        .containsExactly("k:+:" + ANSWER, "k:-:" + ANSWER);
    Call greeting = answerTo(FakeUpdates.text(LAN, 11, "xin chào"));
    assertThat(greeting.parameters().encode()).doesNotContain("👍");
  }

  @Test
  void aThumbDownAsksWhyAndTheMindCanBeChangedFromTheOldButtonsAfterARestart() {
    answerTo(FakeUpdates.text(LAN, 10, "tien gia bao nhieu"));
    Call why = tap("k:-:" + ANSWER);
    assertThat(why.status()).isEqualTo(200);
    assertThat(keyboard(why).stream().map(row -> row.getJsonObject(0).getString("text")))
        .containsExactly("Sai hoặc cũ", "Không đúng câu tôi hỏi", "Khó hiểu");
    assertThat(tap("k:u:" + ANSWER).text()).contains("Cảm ơn", "xin hỏi", "Một cửa");
    assertThat(ratings("not helpful and why = 'unclear'")).isEqualTo(1);
    assertThat(
            service.count(
                "select count(*) from unhelped_question"
                    + " where question = 'tien gia bao nhieu' and why = 'unclear'"))
        .isEqualTo(1);

    service.restart();
    assertThat(tap("k:+:" + ANSWER).text()).contains("Cảm ơn");
    assertThat(ratings("helpful and why is null")).isEqualTo(1);
    assertThat(ratings("true")).isEqualTo(1);
  }

  @Test
  void aFollowUpAfterAThumbUpKeepsItsSubjectAndTheTapIsCounted() throws Exception {
    answerTo(FakeUpdates.text(LAN, 10, "tien gia bao nhieu"));
    tap("k:+:" + ANSWER);
    assertThat(answerTo(FakeUpdates.text(LAN, 11, "thế cần giấy tờ gì")).text())
        .contains("tờ khai");
    assertThat(service.get("/metrics").body())
        .contains("ansinh_ratings_total{mark=\"helpful\"} 1.0");
  }
}
