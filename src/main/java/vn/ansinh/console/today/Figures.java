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
import java.util.ArrayList;
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
  private final Map<LocalDate, Tally> delivered = new ConcurrentHashMap<>();

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
            select day, outcome, sum(questions)::bigint, '' from daily_figure
            where day >= $1 group by 1, 2
            union all
            select (rated_at at time zone $2)::date,
              case when helpful then 'helpful' else 'unhelpful' end, count(*), ''
            from rating where rated_at >= $3 group by 1, 2
            union all
            select (settled_at at time zone $2)::date, 'delivery_' || state, count(*), channel
            from delivery join citizen c on c.id = citizen_id
            where settled_at >= $4 group by 1, 2, 4""")
        .execute(Tuple.of(first, VietnamTime.ZONE.getId(), utc(begin(first)), utc(begin(open))))
        .map(rows -> tallies(rows, first, last, open));
  }

  /// @param open the first day whose deliveries are among the rows
  private List<Tally> tallies(RowSet<Row> rows, LocalDate first, LocalDate last, LocalDate open) {
    Map<LocalDate, Tally.Count> counts = new LinkedHashMap<>();
    first
        .datesUntil(last.plusDays(1))
        .forEach(
            day -> {
              Tally known = day.isBefore(open) ? delivered.get(day) : null;
              counts.put(day, known == null ? new Tally.Count() : known.count());
            });
    for (Row row : rows) {
      Tally.Count day = counts.get(row.getLocalDate(0));
      if (day != null) {
        day.add(Figure.of(row.getString(1)), row.getLong(2), row.getString(3));
      }
    }
    List<Tally> tallies =
        counts.entrySet().stream().map(each -> each.getValue().of(each.getKey())).toList();
    keep(tallies, last);
    return tallies;
  }

  private void keep(List<Tally> tallies, LocalDate last) {
    delivered.keySet().retainAll(tallies.stream().map(Tally::day).toList());
    tallies.stream()
        .filter(each -> each.day().isBefore(last.minusDays(1)))
        .forEach(each -> delivered.put(each.day(), each.deliveries()));
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
        where r.next_at < $1 and c.stopped_at is null
          and (c.unreachable_at is null or exists (
            select 1 from joined_chat j join citizen o on o.id = j.other_id
            where j.citizen_id = c.id and o.unreachable_at is null))
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

  /// Those that [#broadcasts] counts, the newest first.
  Future<List<UnderWay>> underWay(int most) {
    return pool.preparedQuery(
            """
            select id, title, state from broadcast
            where state in ('submitted', 'scheduled', 'running', 'paused')
            order by id desc limit $1""")
        .execute(Tuple.of(most))
        .map(
            rows -> {
              List<UnderWay> some = new ArrayList<>();
              rows.forEach(
                  row ->
                      some.add(new UnderWay(row.getLong(0), row.getString(1), row.getString(2))));
              return some;
            });
  }

  /// Messages that wait to be sent.
  Future<Long> queued() {
    // Each half by an index of its own.
    return pool.query(
            """
            select
              (select count(*) from delivery where state = 'queued' and origin < 2)
              + (select count(*) from delivery
                where state = 'queued' and broadcast_id is not null)""")
        .execute()
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /// @return without the messages of which nobody knows, and without what the inbox and the
  ///     knowledge base add to it
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
