package vn.ansinh.zalo;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.http.call.Answer;
import vn.ansinh.http.call.Patience;

/// Fetches events one by one and takes them in. Zalo knows no acknowledgement: the one that was
/// fetched and not committed yet is lost when this process dies.
final class ZaloPoller {
  private static final Logger LOG = LoggerFactory.getLogger(ZaloPoller.class);
  private static final Duration LONG_POLL = Duration.ofSeconds(25);

  /// Zalo's way to say that nothing came in time.
  private static final int TIMED_OUT = 408;

  /// Zalo may not wait at all before it says that there is nothing.
  private static final Duration NOTHING_CAME = Duration.ofMillis(200);

  private static final int MOST_ATTEMPTS = 10;

  private final ZaloApi api;
  private final Function<JsonObject, Future<Void>> take;
  private final BooleanSupplier stopped;
  private final Patience patience = new Patience();

  /// Fetched and not committed yet.
  private @Nullable JsonObject held;

  private int attempts;

  /// @param take completes after the commit
  /// @param stopped ends the polling after the round under way
  ZaloPoller(ZaloApi api, Function<JsonObject, Future<Void>> take, BooleanSupplier stopped) {
    this.api = api;
    this.take = take;
    this.stopped = stopped;
  }

  /// Polls until it is stopped. Blocks the virtual thread it is called on.
  ///
  /// @param pause waits so long before the next round
  void run(Consumer<Duration> pause) {
    while (!stopped.getAsBoolean()) {
      JsonObject event = held;
      pause.accept(event == null ? fetched() : taken(event));
    }
    if (held != null) {
      LOG.error("a message from Zalo was not committed before the end, and Zalo has it no more");
    }
  }

  private Duration fetched() {
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
        if (!stopped.getAsBoolean()) {
          LOG.warn("no answer from Zalo: {}", answer.problem());
        }
        yield patience.after(answer);
      }
    };
  }

  private Duration nothing() {
    patience.succeeded();
    return NOTHING_CAME;
  }

  /// Nobody brings it again, so it is kept until it is committed; but one that is refused so often
  /// must not stop the whole ward.
  private Duration taken(JsonObject event) {
    held = event;
    if (take.apply(event).map(true).otherwise(false).await()) {
      patience.succeeded();
    } else if (++attempts < MOST_ATTEMPTS) {
      return patience.after(new Answer.NotSent<>("not committed"));
    } else {
      LOG.error("a message from Zalo was given up");
    }
    held = null;
    attempts = 0;
    return Duration.ZERO;
  }
}
