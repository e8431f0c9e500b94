package vn.ansinh.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.Origin;
import vn.ansinh.delivery.Outcome;
import vn.ansinh.http.call.Answer;
import vn.ansinh.telegram.Fault;
import vn.ansinh.text.Block;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Span;

/// What becomes of one message, and what the stand-in refuses.
class ZaloChannelTest {
  private final Vertx vertx = Vertx.vertx();
  private final FakeZaloApi zalo = FakeZaloApi.start(vertx).await();
  private final ZaloSettings settings = zalo.settings(ZaloSettings.Mode.WEBHOOK, "http://a");

  @AfterEach
  void close() {
    zalo.stop().await();
    vertx.close().await();
  }

  private Outcome sent(ZaloSettings with, RichText text) {
    ZaloChannel channel =
        new ZaloChannel(new ZaloApi(vertx, with, new SimpleMeterRegistry()), with);
    return channel
        .send(
            new Delivery(
                1,
                new CitizenId(1),
                new Address("zalo", "lan"),
                Origin.REPLY,
                new Message(text, List.of()),
                0,
                "m1",
                null,
                null))
        .await();
  }

  @ParameterizedTest
  @CsvSource({
    "400, Refused",
    "401, Failed",
    "403, Unreachable",
    "404, Unreachable",
    "408, Failed",
    "429, RetryAfter",
    "500, Failed",
    "503, Failed"
  })
  void everyCodeUnder200HasItsOutcome(int code, String outcome) {
    zalo.fail(FakeZaloApi.error(code, "said"));
    assertThat(sent(settings, RichText.of("Chào")).getClass().getSimpleName()).isEqualTo(outcome);
  }

  @Test
  void aLostAnswerIsUnknownAndAProxysPageIsNot() {
    zalo.fail(
        new Fault.Closes(),
        new Fault.Answers(502, "<html></html>"),
        new Fault.Answers(200, "<html></html>"));
    assertThat(sent(settings, RichText.of("Chào"))).isInstanceOf(Outcome.Unknown.class);
    assertThat(sent(settings, RichText.of("Chào"))).isInstanceOf(Outcome.Failed.class);
    assertThat(sent(settings, RichText.of("Chào"))).isInstanceOf(Outcome.Unknown.class);
    assertThat(sent(settings, RichText.of("Chào"))).isEqualTo(new Outcome.Sent("sent2"));
  }

  @Test
  void aWrongTokenIsSeenThoughItComesUnder200AndIsNotRepeatedInWords() {
    ZaloSettings wrong =
        new ZaloSettings(
            "1:wrong", settings.apiUrl(), settings.mode(), "http://a", "", 10, 1, true);
    assertThat(sent(wrong, RichText.of("Chào"))).isEqualTo(new Outcome.Failed("401 error 401"));
    ZaloSettings away =
        new ZaloSettings("1:wrong", "http://127.0.0.1:1", settings.mode(), "", "", 10, 1, true);
    assertThat(sent(away, RichText.of("Chào")))
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.reason()).doesNotContain("1:wrong"));
  }

  /// The text alone fits, its tags make it longer than Zalo may bear.
  @Test
  void whatIsTooLongWithItsTagsIsSentWithoutThem() {
    List<Span> words =
        IntStream.range(0, 400)
            .<Span>mapToObj(n -> n % 2 == 0 ? new Span.Bold("chữ ") : new Span.Plain("chữ "))
            .toList();
    RichText text = new RichText(List.of(new Block.Paragraph(words)));
    assertThat(sent(settings, text)).isInstanceOf(Outcome.Sent.class);
    FakeZaloApi.Call call = zalo.calls().getLast();
    assertThat(call.parameters().containsKey("parse_mode")).isFalse();
    assertThat(call.text()).isEqualTo(text.plain());
    assertThat(sent(settings, new RichText(List.of(new Block.Paragraph(words.subList(0, 9))))))
        .isInstanceOf(Outcome.Sent.class);
    assertThat(zalo.calls().getLast().parameters().getString("text")).startsWith("<b>chữ </b>");
  }

  @ParameterizedTest
  @CsvSource({
    "sendMessage, '{\"chat_id\":\"a\",\"text\":\"x\",\"reply_markup\":{}}', 400",
    "sendMessage, '{\"chat_id\":\"a\",\"text\":\" \"}', 400",
    "sendMessage, '{\"chat_id\":7,\"text\":\"x\"}', 400",
    "sendMessage, '{\"chat_id\":\"a\",\"text\":\"<a>x</a>\",\"parse_mode\":\"html\"}', 400",
    "setWebhook, '{\"url\":\"http://a\",\"secret_token\":\"seven77\"}', 400",
    "sendmessage, '{\"chat_id\":\"a\",\"text\":\"x\"}', 404",
    "editMessageText, '{}', 404",
    "sendDocument, '{}', 404"
  })
  void theStandInRefusesWhatZaloDoesNotHave(String method, String parameters, int code) {
    assertThat(refusal(method, new JsonObject(parameters))).isEqualTo(code);
  }

  @Test
  void theStandInRefusesWhatIsTooLong() {
    JsonObject longest = new JsonObject().put("chat_id", "a").put("text", "x".repeat(2_000));
    assertThat(refusal("sendMessage", longest)).isZero();
    assertThat(refusal("sendMessage", longest.put("text", "x".repeat(2_001)))).isEqualTo(400);
  }

  /// The code; 0 when it was done.
  private int refusal(String method, JsonObject parameters) {
    return new ZaloApi(vertx, settings, new SimpleMeterRegistry()).call(method, parameters).await()
            instanceof Answer.Rejected<JsonObject> rejected
        ? rejected.code()
        : 0;
  }
}
