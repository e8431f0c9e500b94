package vn.ansinh.zalo;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.http.call.Answer;
import vn.ansinh.http.call.Insistence;
import vn.ansinh.http.call.Patience;

/// Fetches events one by one and takes them in. Zalo knows no acknowledgement: the one that was
/// fetched and not committed yet is lost when this process dies.
final class ZaloPoller {
  private static final Logger LOG = LoggerFactory.getLogger(ZaloPoller.class);

  /// Also how long a stop may have to wait: what Zalo gives to a call that nobody waits
  /// for is lost.
  static final Duration LONG_POLL = Duration.ofSeconds(10);

  /// Zalo's way to say that nothing came in time.
  private static final int TIMED_OUT = 408;

  /// Zalo may not wait at all before it says that there is nothing.
  private static final Duration NOTHING_CAME = Duration.ofMillis(200);

  private static final int MOST_ATTEMPTS = 10;

  private final ZaloApi api;
  private final Function<JsonObject, Future<Void>> take;
  private final Insistence insistence;
  private final Patience patience = new Patience();

  /// @param take completes after the commit
  ZaloPoller(ZaloApi api, Function<JsonObject, Future<Void>> take, Insistence insistence) {
    this.api = api;
    this.take = take;
    this.insistence = insistence;
  }

  /// Fetches one event and takes it in. Blocks the virtual thread it is called on.
  ///
  /// @return how long to pause before the next round
  Duration round() {
    JsonObject wait = new JsonObject().put("timeout", (int) LONG_POLL.toSeconds());
    Answer<JsonObject> answer = api.call("getUpdates", wait, LONG_POLL).await();
    return switch (answer) {
      case Answer.Done<JsonObject> done when done.value().isEmpty() -> nothing();
      case Answer.Done<JsonObject> done -> taken(done.value());
      case Answer.Rejected<JsonObject> rejected when rejected.code() == TIMED_OUT -> nothing();
      case Answer.Rejected<JsonObject> rejected -> {
        // Wrong token, a webhook: somebody has to look; we go on trying.
        LOG.error("Zalo gives us no events: {}", rejected.problem());
        yield patience.after(rejected);
      }
      case Answer.NotSent<JsonObject> _, Answer.Lost<JsonObject> _ -> {
        LOG.warn("no answer from Zalo: {}", answer.problem());
        yield patience.after(answer);
      }
    };
  }

  private Duration nothing() {
    patience.succeeded();
    return NOTHING_CAME;
  }

  /// Nobody brings it again, so it is tried until it is committed, also when it is another node's
  /// turn by then; but one that is refused so often must not stop the whole ward.
  private Duration taken(JsonObject event) {
    int attempts = 0;
    do {
      if (take.apply(event).map(true).otherwise(false).await()) {
        patience.succeeded();
        return Duration.ZERO;
      }
      insistence.pause(patience.after(new Answer.NotSent<>("not committed")));
    } while (++attempts < MOST_ATTEMPTS && !insistence.isStopped());
    LOG.error("a message from Zalo was given up, and Zalo has it no more");
    return Duration.ZERO;
  }
}
