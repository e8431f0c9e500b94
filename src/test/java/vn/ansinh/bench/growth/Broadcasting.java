package vn.ansinh.bench.growth;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import vn.ansinh.bench.Announcing;
import vn.ansinh.broadcast.BroadcastId;
import vn.ansinh.citizen.audience.Audience;

/// Announces something to half of the citizens, and when the last of them has it, once more, so
/// that small towns bear as much as large ones.
final class Broadcasting implements Callable<Measured.Broadcast> {
  /// Stands in the text of every broadcast, and in no answer.
  static final String WORDS = "Trả ngày <b>5</b>.";

  private final Pool pool;
  private final Announcing announcing;
  private final Arrivals arrivals;
  private final double permitted;
  private final long until;

  /// @param permitted messages a second
  /// @param until by the monotonic clock
  Broadcasting(Pool pool, Announcing announcing, Arrivals arrivals, double permitted, long until) {
    this.pool = pool;
    this.announcing = announcing;
    this.arrivals = arrivals;
    this.permitted = permitted;
    this.until = until;
  }

  @Override
  public Measured.Broadcast call() throws InterruptedException {
    double firstLaunch = 0;
    double sending = 0;
    while (System.nanoTime() < until) {
      BroadcastId id = announcing.approved(new Audience.Neighbourhood("kp-1"));
      long begun = System.nanoTime();
      announcing.start(id);
      long launched = System.nanoTime();
      if (firstLaunch == 0) {
        firstLaunch = (launched - begun) / 1e9;
      }
      boolean isOver = awaitEnd(id);
      sending += (System.nanoTime() - launched) / 1e9;
      if (!isOver) {
        announcing.cancel(id);
      }
    }
    return new Measured.Broadcast(firstLaunch, arrivals.announced() / sending, permitted);
  }

  /// @return false when the time was over before
  private boolean awaitEnd(BroadcastId id) throws InterruptedException {
    while (isOpen(id)) {
      if (System.nanoTime() > until) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return true;
  }

  private boolean isOpen(BroadcastId id) {
    return pool.preparedQuery(
                "select 1 from delivery where broadcast_id = $1 and state = 'queued' limit 1")
            .execute(Tuple.of(id.value()))
            .await()
            .size()
        > 0;
  }
}
