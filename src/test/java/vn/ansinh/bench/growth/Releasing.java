package vn.ansinh.bench.growth;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Lets some reminders fall due every second.
final class Releasing {
  /// The message was to go out then: the plan has it, and it is still good.
  private static final OffsetDateTime DUE =
      Plan.NOW.minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC);

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Pool pool;
  private final List<Long> parked;
  private final Arrivals arrivals;

  /// @param parked reminders without a moment
  Releasing(Pool pool, List<Long> parked, Arrivals arrivals) {
    this.pool = pool;
    this.parked = parked;
    this.arrivals = arrivals;
  }

  /// @param until by the monotonic clock
  void run(long until) throws InterruptedException {
    for (int next = 0; System.nanoTime() < until; next += Plan.REMINDERS) {
      int end = Math.min(parked.size(), next + Plan.REMINDERS);
      release(parked.subList(Math.min(next, end), end));
      TimeUnit.SECONDS.sleep(1);
    }
  }

  private void release(List<Long> some) {
    pool.preparedQuery("update reminder set next_at = $2 where id = any($1) returning citizen_id")
        .execute(Tuple.of(some.toArray(Long[]::new), DUE))
        .await()
        .forEach(row -> arrivals.expect(row.getLong(0)));
  }

  /// Until the last message has come, or could have come long ago.
  void awaitArrivals() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (arrivals.missing() > 0 && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }
}
