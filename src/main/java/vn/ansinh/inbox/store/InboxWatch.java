package vn.ansinh.inbox.store;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import vn.ansinh.db.Transaction;
import vn.ansinh.text.Inbox;

/// Raises the alarm when a citizen has waited too long.
public final class InboxWatch {
  private final Pool pool;
  private final OfficersChat officers;
  private final Clock clock;
  private final CaseStore store = new CaseStore();
  private final LongAdder alarms = new LongAdder();

  public InboxWatch(Pool pool, OfficersChat officers, Clock clock) {
    this.pool = pool;
    this.officers = officers;
    this.clock = clock;
  }

  /// Makes known how many alarms this node has raised.
  public void bindTo(MeterRegistry meters) {
    FunctionCounter.builder("ansinh.inbox.alarms", alarms, LongAdder::sum).register(meters);
  }

  /// Tells the officers' group, once, of each case that is late. Blocks until it is done: not for
  /// an event loop.
  ///
  /// @return the numbers of those cases
  public List<Long> look() {
    List<Long> late =
        Transaction.run(
            pool,
            transaction -> {
              Instant now = clock.instant();
              List<Long> numbers = store.alarm(transaction, now).await();
              for (long number : numbers) {
                officers.tell(transaction, Inbox.NOTICE_LATE, number, now).await();
              }
              return numbers;
            });
    alarms.add(late.size());
    return late;
  }
}
