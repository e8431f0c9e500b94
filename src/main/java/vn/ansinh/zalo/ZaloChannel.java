package vn.ansinh.zalo;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.delivery.Capabilities;
import vn.ansinh.delivery.Channel;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Outcome;
import vn.ansinh.http.call.Answer;
import vn.ansinh.http.call.MessageHtml;
import vn.ansinh.text.RichText;

/// Sends deliveries as Zalo messages, and says in our words what became of them.
public final class ZaloChannel implements Channel {
  private static final Logger LOG = LoggerFactory.getLogger(ZaloChannel.class);

  /// Zalo's limit for a text. Whether its tags count is not said.
  private static final int LONGEST_TEXT = 2_000;

  /// Zalo does not say how long to wait.
  private static final Duration WAIT = Duration.ofSeconds(1);

  private final ZaloApi api;
  private final Capabilities capabilities;
  private final MessageHtml html = new MessageHtml();

  public ZaloChannel(ZaloApi api, ZaloSettings settings) {
    this.api = api;
    this.capabilities = capabilities(settings);
  }

  public static Capabilities capabilities(ZaloSettings settings) {
    return new Capabilities(false, false, false, false, LONGEST_TEXT, settings.writesFirst());
  }

  @Override
  public String name() {
    return Events.CHANNEL;
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public Future<Outcome> send(Delivery delivery) {
    JsonObject message = new JsonObject().put("chat_id", delivery.address().value());
    RichText text = delivery.message().text();
    String marked = html.of(text);
    if (marked.length() <= LONGEST_TEXT) {
      message.put("text", marked).put("parse_mode", "html");
    } else {
      message.put("text", text.plain());
    }
    return api.call("sendMessage", message).map(ZaloChannel::outcome);
  }

  private static Outcome outcome(Answer<JsonObject> answer) {
    return switch (answer) {
      case Answer.Done<JsonObject> done ->
          new Outcome.Sent(String.valueOf(done.value().getValue("message_id", "")));
      case Answer.NotSent<JsonObject> notSent -> new Outcome.Failed(notSent.reason());
      case Answer.Lost<JsonObject> lost -> new Outcome.Unknown(lost.reason());
      case Answer.Rejected<JsonObject> rejected -> rejected(rejected);
    };
  }

  private static Outcome rejected(Answer.Rejected<?> rejected) {
    int code = rejected.code();
    if (code == 401) {
      LOG.error("Zalo does not accept our token: {}", rejected.problem());
    }
    return switch (code) {
      case 429 -> new Outcome.RetryAfter(WAIT);
      case 403, 404 -> new Outcome.Unreachable(rejected.problem());
      case 401, 408 -> new Outcome.Failed(rejected.problem());
      default ->
          code >= 500
              ? new Outcome.Failed(rejected.problem())
              : new Outcome.Refused(rejected.problem());
    };
  }
}
