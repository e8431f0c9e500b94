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

/// Makes calls of one API again until they succeed, or until it is stopped, on a virtual thread of
/// its own.
public final class Insistence {
  private static final Logger LOG = LoggerFactory.getLogger(Insistence.class);

  /// How soon a node that died is missed, at most, after its lease.
  private static final Duration OTHERS_TURN = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final String api;
  private final Promise<Void> stopped = Promise.promise();
  private volatile Future<Void> ended = Future.succeededFuture();

  /// @param api its name, for the log
  public Insistence(Vertx vertx, String api) {
    this.vertx = vertx;
    this.api = api;
  }

  /// Begins.
  ///
  /// @param work made of the other methods, which block
  public void start(Runnable work) {
    Promise<Void> end = Promise.promise();
    ended = end.future();
    Thread.ofVirtual()
        .name(api)
        .start(
            () -> {
              try {
                work.run();
              } finally {
                end.complete();
              }
            });
  }

  /// @param method its name, for the log
  /// @return empty when it was stopped before the call succeeded
  public <T> Optional<T> insist(String method, Supplier<Future<Answer<T>>> call) {
    Patience patience = new Patience();
    while (!isStopped()) {
      Optional<Answer<T>> answer = unlessStopped(call.get());
      if (answer.isPresent() && answer.get() instanceof Answer.Done<T>(T value)) {
        return Optional.of(value);
      }
      answer.ifPresent(
          other -> {
            LOG.warn("{} did not carry out {}: {}", api, method, other.problem());
            pause(patience.after(other));
          });
    }
    return Optional.empty();
  }

  /// Repeats rounds of what one node does for all, whenever it is this one's turn, until it is
  /// stopped.
  ///
  /// @param turn whether it is
  /// @param round one round; how long to pause after it
  public void inTurn(Supplier<Future<Boolean>> turn, Supplier<Duration> round) {
    boolean had = false;
    while (!isStopped()) {
      boolean has = turn.get().onFailure(this::unknown).otherwise(false).await();
      if (has != had) {
        LOG.info(has ? "this node asks {} for all" : "another node asks {} now", api);
        had = has;
      }
      pause(has ? round.get() : OTHERS_TURN);
    }
  }

  private void unknown(Throwable e) {
    LOG.warn("whose turn it is to ask {} could not be seen: {}", api, e.toString());
  }

  /// Waits for an answer; empty when it was stopped before.
  public <T> Optional<T> unlessStopped(Future<T> answer) {
    Future.any(answer.otherwiseEmpty(), stopped.future()).await();
    return answer.isComplete() ? Optional.of(answer.await()) : Optional.empty();
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

  /// Stops, and waits so long at most for the end of what was begun.
  public void stop(Duration patience) {
    stopped.tryComplete();
    Future.any(ended, vertx.timer(patience.toMillis(), TimeUnit.MILLISECONDS)).await();
  }
}
