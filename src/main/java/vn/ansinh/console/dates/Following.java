package vn.ansinh.console.dates;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.reminder.Wish;

/// Counts the reminders that go out next. Each is counted once, by its next message.
final class Following {
  private final Pool pool;

  Following(Pool pool) {
    this.pool = pool;
  }

  /// @param benefit empty but for payments
  record Count(String kind, String benefit, long reminders) {}

  /// Before this moment. Not those of citizens who asked for silence or cannot be reached.
  Future<List<Count>> before(Instant end) {
    return pool.preparedQuery(
            """
            select r.kind, coalesce(r.benefit, ''), count(*)
            from reminder r join citizen c on c.id = r.citizen_id
            where r.next_at < $1 and c.stopped_at is null
              and (c.unreachable_at is null or exists (
                select 1 from joined_chat j join citizen o on o.id = j.other_id
                where j.citizen_id = c.id and o.unreachable_at is null))
            group by 1, 2 order by 1, 2""")
        .execute(Tuple.of(end.atOffset(ZoneOffset.UTC)))
        .map(
            rows -> {
              List<Count> counts = new ArrayList<>();
              rows.forEach(
                  row -> counts.add(new Count(row.getString(0), row.getString(1), row.getLong(2))));
              return counts;
            });
  }

  static long of(List<Count> counts, Wish.Kind kind) {
    return counts.stream()
        .filter(each -> each.kind.equals(kind.key()))
        .mapToLong(Count::reminders)
        .sum();
  }

  static long ofBenefit(List<Count> counts, String benefit) {
    return counts.stream()
        .filter(each -> each.kind.equals(Wish.Kind.PAYMENT.key()) && each.benefit.equals(benefit))
        .mapToLong(Count::reminders)
        .sum();
  }
}
