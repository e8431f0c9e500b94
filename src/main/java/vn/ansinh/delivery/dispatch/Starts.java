package vn.ansinh.delivery.dispatch;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.ansinh.delivery.dispatch.store.Attempts.Start;

/// Writes down in batches which attempts begin: what gathers while one batch is being written goes
/// with the next, so that a busy hour costs fewer statements, not more. Confined to the
/// dispatcher's context.
final class Starts {
  private final Function<Collection<Start>, Future<Set<Long>>> write;
  private Map<Start, Promise<Boolean>> gathered = new LinkedHashMap<>();
  private boolean writing;

  /// @param write returns the deliveries that may begin, on the dispatcher's context
  Starts(Function<Collection<Start>, Future<Set<Long>>> write) {
    this.write = write;
  }

  /// @return whether the attempt may begin
  Future<Boolean> begin(long delivery, int attempt) {
    Promise<Boolean> promise = Promise.promise();
    gathered.put(new Start(delivery, attempt), promise);
    next();
    return promise.future();
  }

  private void next() {
    if (writing || gathered.isEmpty()) {
      return;
    }
    writing = true;
    Map<Start, Promise<Boolean>> batch = gathered;
    gathered = new LinkedHashMap<>();
    write
        .apply(batch.keySet())
        .onComplete(
            written -> {
              writing = false;
              batch.forEach(
                  (start, promise) -> {
                    if (written.succeeded()) {
                      promise.complete(written.result().contains(start.delivery()));
                    } else {
                      promise.fail(written.cause());
                    }
                  });
              next();
            });
  }
}
