package vn.ansinh.http.call;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes calls of one API again until they succeed, or until it is stopped. Blocks the virtual
/// thread it is called on.
public final class Insistence {
  private static final Logger LOG = LoggerFactory.getLogger(Insistence.class);

  private final Vertx vertx;
  private final String api;
  private final Promise<Void> stopped = Promise.promise();

  /// @param api its name, for the log
  public Insistence(Vertx vertx, String api) {
    this.vertx = vertx;
    this.api = api;
  }

  /// @param method its name, for the log
  /// @return empty when it was stopped before the call succeeded
  public <T> Optional<T> insist(String method, Supplier<Future<Answer<T>>> call) {
    Patience patience = new Patience();
    while (!isStopped()) {
      Answer<T> answer = call.get().await();
      if (answer instanceof Answer.Done<T>(T value)) {
        return Optional.of(value);
      }
      if (!isStopped()) {
        LOG.warn("{} did not carry out {}: {}", api, method, answer.problem());
        pause(patience.after(answer));
      }
    }
    return Optional.empty();
  }

  /// Waits so long, or until it is stopped.
  public void pause(Duration wait) {
    if (wait.isPositive()) {
      Future.any(vertx.timer(wait.toMillis(), TimeUnit.MILLISECONDS), stopped.future()).await();
    }
  }

  public boolean isStopped() {
    return stopped.future().isComplete();
  }

  public void stop() {
    stopped.tryComplete();
  }
}
