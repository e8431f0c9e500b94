package vn.ansinh.console.today;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.ansinh.calendar.VietnamTime;

/// Reads what the page of the day shows. Numbers only, nothing about people.
final class Figures {
  private final Pool pool;

  /// What became of the messages of days that are over: it does not change any more, and to count a
  /// million of them takes a second. Not of yesterday, which a node's clock may still write to.
  private final Map<LocalDate, Map<Figure, Long>> delivered = new ConcurrentHashMap<>();

  Figures(Pool pool) {
    this.pool = pool;
  }

  /// Each day from the first to the last, whether or not anything was counted.
  ///
  /// @param last today
  Future<List<Tally>> days(LocalDate first, LocalDate last) {
    LocalDate open =
        first.datesUntil(last).filter(day -> !delivered.containsKey(day)).findFirst().orElse(last);
    return pool.preparedQuery(
            """
            select day, outcome, sum(questions)::bigint from daily_figure
            where day >= $1 group by 1, 2
            union all
            select (rated_at at time zone $2)::date,
              case when helpful then 'helpful' else 'unhelpful' end, count(*)
            from rating where rated_at >= $3 group by 1, 2
            union all
            select (settled_at at time zone $2)::date, 'delivery_' || state, count(*)
            from delivery where settled_at >= $4 group by 1, 2""")
        .execute(Tuple.of(first, VietnamTime.ZONE.getId(), utc(begin(first)), utc(begin(open))))
        .map(rows -> tallies(rows, first, last, open));
  }

  /// @param open the first day whose deliveries are among the rows
  private List<Tally> tallies(RowSet<Row> rows, LocalDate first, LocalDate last, LocalDate open) {
    Map<LocalDate, Map<Figure, Long>> counts = new LinkedHashMap<>();
    first
        .datesUntil(last.plusDays(1))
        .forEach(
            day -> {
              Map<Figure, Long> known = new EnumMap<>(Figure.class);
              known.putAll(day.isBefore(open) ? delivered.getOrDefault(day, Map.of()) : Map.of());
              counts.put(day, known);
            });
    for (Row row : rows) {
      Map<Figure, Long> day = counts.get(row.getLocalDate(0));
      if (day != null) {
        day.put(Figure.of(row.getString(1)), row.getLong(2));
      }
    }
    keep(counts, last);
    return counts.entrySet().stream()
        .map(each -> new Tally(each.getKey(), each.getValue()))
        .toList();
  }

  private void keep(Map<LocalDate, Map<Figure, Long>> counts, LocalDate last) {
    delivered.keySet().retainAll(counts.keySet());
    counts.forEach(
        (day, figures) -> {
          if (day.isBefore(last.minusDays(1))) {
            Map<Figure, Long> outcomes = new EnumMap<>(figures);
            outcomes.keySet().removeIf(figure -> !figure.isDelivery());
            delivered.put(day, outcomes);
          }
        });
  }

  /// How often each entry answered, or was the likeliest one, from this day on.
  Future<Map<String, Long>> entries(LocalDate first) {
    return counts(
        """
        select entitlement, sum(questions)::bigint from daily_figure
        where day >= $1 and entitlement <> '' group by 1 order by 2 desc, 1""",
        Tuple.of(first));
  }

  /// Reminders that go out from now until then, by kind. Not those of citizens who asked for
  /// silence or cannot be reached.
  Future<Map<String, Long>> reminders(Instant now, Duration ahead) {
    return counts(
        """
        select r.kind, count(*) from reminder r join citizen c on c.id = r.citizen_id
        where r.next_at < $1 and c.stopped_at is null and c.unreachable_at is null
        group by 1 order by 1""",
        Tuple.of(utc(now.plus(ahead))));
  }

  /// Broadcasts that go out, or will once somebody or the hour says so, by state.
  Future<Map<String, Long>> broadcasts() {
    return counts(
        """
        select state, count(*) from broadcast
        where state in ('submitted', 'scheduled', 'running', 'paused') group by 1 order by 1""",
        Tuple.tuple());
  }

  /// Messages that wait to be sent.
  Future<Long> queued() {
    return pool.query("select count(*) from delivery where state = 'queued'")
        .execute()
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /// @return without the messages of which nobody knows, and without what the knowledge base and
  // the
  ///     inbox add to it
  Future<Waiting> waiting(Instant since) {
    return pool.preparedQuery(
            """
            select
              (select count(*) from unanswered_question q where not exists (
                select from settled_question s
                where s.source = 'unanswered' and s.question_id = q.id)),
              (select count(*) from unhelped_question q where not exists (
                select from settled_question s
                where s.source = 'unhelped' and s.question_id = q.id)),
              (select count(*) from reminder_message
                where outcome = 'missed' and decided_at >= $1
                  and reason in ('past', 'unreachable', 'channel'))""")
        .execute(Tuple.of(utc(since)))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new Waiting(row.getLong(0), row.getLong(1), 0, row.getLong(2), 0, 0, 0);
            });
  }

  private Future<Map<String, Long>> counts(String sql, Tuple values) {
    return pool.preparedQuery(sql)
        .execute(values)
        .map(
            rows -> {
              Map<String, Long> counts = new LinkedHashMap<>();
              rows.forEach(row -> counts.put(row.getString(0), row.getLong(1)));
              return counts;
            });
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(VietnamTime.ZONE).toInstant();
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
