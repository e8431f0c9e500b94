package vn.ansinh.app.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What waits in the database, for all nodes together: messages, questions to officers, reminders,
/// jobs. Looked at every few seconds; while the database cannot be asked there is no figure rather
/// than an old one.
public final class Backlog {
  private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
  private static final long PERIOD_MILLIS = 15_000;

  /// The name of a gauge, and of its label when it has one.
  private static final Map<String, String> GAUGES =
      Map.of(
          "ansinh.queue.messages", "origin",
          "ansinh.queue.oldest.seconds", "origin",
          "ansinh.inbox.open", "",
          "ansinh.inbox.oldest.seconds", "",
          "ansinh.reminders.due", "",
          "ansinh.reminders.late.seconds", "",
          "ansinh.nodes", "",
          "ansinh.job.succeeded.seconds", "job");

  /// Counts stop at 100,000: more is told by the age. Each origin is looked for by an index of its
  /// own, so that nobody reads a whole broadcast to see that no reply waits.
  private static final String MESSAGES =
      """
      with queued (origin, messages, oldest) as (
        select 'reply',
          (select count(*) from (
            select from delivery where state = 'queued' and origin = 0 limit 100000) as first),
          (select min(due_at) from delivery where state = 'queued' and origin = 0)
        union all
        select 'reminder',
          (select count(*) from (
            select from delivery where state = 'queued' and origin = 1 limit 100000) as first),
          (select min(due_at) from delivery where state = 'queued' and origin = 1)
        union all
        select 'broadcast',
          (select count(*) from (
            select from broadcast b
            cross join lateral (
              select from delivery d
              where d.broadcast_id = b.id and d.state = 'queued' limit 100000) as own
            where b.outcome is null limit 100000) as first),
          (select min(due_at) from broadcast b
            cross join lateral (
              select due_at from delivery d
              where d.broadcast_id = b.id and d.state = 'queued'
              order by due_at limit 1) as first
            where b.outcome is null))
      select 'ansinh.queue.messages', origin, messages::double precision from queued
      union all
      select 'ansinh.queue.oldest.seconds', origin,
        coalesce(greatest(0, extract(epoch from $1 - oldest)), 0)
      from queued
      """;

  private static final String OTHERS =
      """
      union all
      select 'ansinh.inbox.open', '', count(*) from inbox_case where promised_at is not null
      union all
      select 'ansinh.inbox.oldest.seconds', '',
        coalesce(extract(epoch from $1 - min(opened_at)), 0)
      from inbox_case where promised_at is not null
      union all
      select 'ansinh.reminders.due', '', count(*) from (
        select from reminder where next_at <= $1 limit 100000) as first
      union all
      select 'ansinh.reminders.late.seconds', '',
        coalesce(extract(epoch from $1 - min(next_at)), 0)
      from reminder where next_at <= $1
      union all
      select 'ansinh.nodes', '', count(*) from node where alive_until > now()
      union all
      select 'ansinh.job.succeeded.seconds', job, extract(epoch from succeeded_at)
      from job_run where succeeded_at is not null""";

  private final Pool pool;
  private final Clock clock;
  private final Map<String, MultiGauge> gauges = new LinkedHashMap<>();

  public Backlog(Pool pool, MeterRegistry meters, Clock clock) {
    this.pool = pool;
    this.clock = clock;
    GAUGES.keySet().forEach(name -> gauges.put(name, MultiGauge.builder(name).register(meters)));
  }

  /// Looks now and every few seconds.
  ///
  /// @return ends it
  public Runnable watch(Vertx vertx) {
    long timer = vertx.setPeriodic(0, PERIOD_MILLIS, _ -> look());
    return () -> vertx.cancelTimer(timer);
  }

  Future<Void> look() {
    return pool.preparedQuery(MESSAGES + OTHERS)
        .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC)))
        .onSuccess(this::show)
        .onFailure(
            e -> {
              LOG.warn("what waits in the database could not be counted: {}", e.toString());
              gauges.values().forEach(gauge -> gauge.register(List.of(), true));
            })
        .mapEmpty();
  }

  private void show(RowSet<Row> rows) {
    Map<String, List<MultiGauge.Row<?>>> seen = new LinkedHashMap<>();
    for (Row row : rows) {
      String label = GAUGES.getOrDefault(row.getString(0), "");
      Tags tags = label.isEmpty() ? Tags.empty() : Tags.of(label, row.getString(1));
      seen.computeIfAbsent(row.getString(0), _ -> new ArrayList<>())
          .add(MultiGauge.Row.of(tags, row.getDouble(2)));
    }
    gauges.forEach((name, gauge) -> gauge.register(seen.getOrDefault(name, List.of()), true));
  }
}
