package vn.ansinh.reminder.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.reminder.Planned;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.Wish;
import vn.ansinh.vault.Vault;

/// Finds the next message of standing reminders anew, when the calendars they were planned by have
/// changed.
public final class Replanning {
  private static final int BATCH = 1_000;

  private final Pool pool;
  private final Supplier<Rules> rules;
  private final WishJson wishes;
  private final Clock clock;
  private final DueStore store = new DueStore();

  public Replanning(Pool pool, Supplier<Rules> rules, Vault vault, Clock clock) {
    this.pool = pool;
    this.rules = rules;
    this.wishes = new WishJson(vault);
    this.clock = clock;
  }

  /// Goes through all reminders in batches. What is due already is left to the tick, which plans by
  /// the new calendars anyway. Blocks until it is done: not for an event loop.
  ///
  /// @return how many have another next message now
  public int replan() {
    int changed = 0;
    long last = 0;
    do {
      Batch batch = batch(last);
      changed += batch.changed;
      last = batch.last;
    } while (last > 0);
    return changed;
  }

  /// @param last 0 when there are no more
  private record Batch(int changed, long last) {}

  private Batch batch(long after) {
    return pool.withTransaction(
            connection ->
                lock(connection, after)
                    .compose(rows -> move(connection, rows).map(n -> batch(n, rows))))
        .await();
  }

  private static Batch batch(int changed, List<Row> rows) {
    return new Batch(changed, rows.size() < BATCH ? 0 : rows.getLast().getLong(0));
  }

  private Future<List<Row>> lock(SqlConnection connection, long after) {
    return connection
        .preparedQuery(
            """
            select id, wish, next_at, citizen_id from reminder
            where id > $1 and ended_at is null and (next_at is null or next_at > $2)
            order by id
            limit $3
            for update""")
        .execute(Tuple.of(after, clock.instant().atOffset(ZoneOffset.UTC), BATCH))
        .map(
            rows -> {
              List<Row> all = new ArrayList<>(rows.size());
              rows.forEach(all::add);
              return all;
            });
  }

  private Future<Integer> move(SqlConnection connection, List<Row> rows) {
    Planner current = rules.get().planner();
    Instant now = clock.instant();
    List<DueStore.Next> moved = new ArrayList<>();
    for (Row row : rows) {
      Wish wish = wishes.open(new CitizenId(row.getLong(3)), row.getBuffer(1));
      @Nullable Instant next = current.next(wish, now).map(Planned::send).orElse(null);
      OffsetDateTime before = row.getOffsetDateTime(2);
      if (!Objects.equals(next, before == null ? null : before.toInstant())) {
        moved.add(new DueStore.Next(new ReminderId(row.getLong(0)), next));
      }
    }
    return store.moveOn(connection, moved).map(moved.size());
  }
}
