package vn.ansinh.delivery.dispatch;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.delivery.dispatch.store.Settlement;

/// Writes outcomes in batches: what gathers while one batch is being written goes with the next.
/// Confined to the dispatcher's context.
final class Settler {
  private static final Logger LOG = LoggerFactory.getLogger(Settler.class);
  private static final long AGAIN_MILLIS = 1_000;

  private final Vertx vertx;
  private final Function<Collection<Settlement>, ? extends Future<?>> write;
  private final List<Promise<Void>> idle = new ArrayList<>();

  /// By delivery: while a batch is being written a delivery may fail and then be sent, and only the
  /// last of it counts.
  private Map<Long, Settlement> gathered = new LinkedHashMap<>();

  private boolean writing;

  Settler(Vertx vertx, Function<Collection<Settlement>, ? extends Future<?>> write) {
    this.vertx = vertx;
    this.write = write;
  }

  void add(Settlement settlement) {
    gathered.put(settlement.delivery(), settlement);
    next();
  }

  /// Completes when everything added so far has been written.
  Future<Void> settled() {
    if (!writing && gathered.isEmpty()) {
      return Future.succeededFuture();
    }
    Promise<Void> promise = Promise.promise();
    idle.add(promise);
    return promise.future();
  }

  private void next() {
    if (writing) {
      return;
    }
    if (gathered.isEmpty()) {
      idle.forEach(Promise::tryComplete);
      idle.clear();
      return;
    }
    writing = true;
    Collection<Settlement> batch = gathered.values();
    gathered = new LinkedHashMap<>();
    write(batch);
  }

  /// The database may be away for a while; the outcomes must not be lost, so the batch is kept.
  private void write(Collection<Settlement> batch) {
    write
        .apply(batch)
        .onComplete(
            done -> {
              if (done.failed()) {
                LOG.warn(
                    "{} outcomes could not be written yet: {}",
                    batch.size(),
                    String.valueOf(done.cause()));
                vertx.setTimer(AGAIN_MILLIS, _ -> write(batch));
              } else {
                writing = false;
                next();
              }
            });
  }
}
