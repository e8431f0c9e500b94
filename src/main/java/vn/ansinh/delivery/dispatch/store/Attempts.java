package vn.ansinh.delivery.dispatch.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes down how attempts to send begin and end, in the table `delivery`.
///
/// Rows are named by `id = any(…)` beside the join with what is written to them: that leaves no
/// plan but one look by the key for each, however much is queued.
public final class Attempts {
  private final Pool pool;
  private final UUID node;
  private final Clock clock;

  public Attempts(Pool pool, UUID node, Clock clock) {
    this.pool = pool;
    this.node = node;
    this.clock = clock;
  }

  /// An attempt that is about to begin.
  public record Start(long delivery, int attempt) {}

  /// @param broadcasts of which something has come to its end
  /// @param refused those of them of which something was refused
  public record Settled(Set<Long> broadcasts, Set<Long> refused) {}

  /// Writes down that attempts begin, so that they are known of when this process dies in the
  /// middle of them.
  ///
  /// @return those that may begin: not what was taken over, withdrawn or is too late by now, nor
  ///     what belongs to a broadcast that does not run at this moment
  public Future<Set<Long>> begin(Collection<Start> starts) {
    return pool.preparedQuery(
            """
            update delivery d set begun = o.attempt
            from unnest($1::bigint[], $2::integer[]) as o (id, attempt)
            where d.id = any($1) and d.id = o.id and d.state = 'queued' and d.leased_by = $3
              and (d.good_until is null or d.good_until > $4)
              and (d.broadcast_id is null or exists (
                select 1 from broadcast b, citizen c
                where b.id = d.broadcast_id and b.state = 'running'
                  and b.opens_at <= $4 and b.closes_at > $4
                  and c.id = d.citizen_id and c.stopped_at is null and c.unreachable_at is null
                  and c.erased_at is null))
            returning d.id""")
        .execute(
            Tuple.of(
                starts.stream().map(Start::delivery).toArray(Long[]::new),
                starts.stream().map(Start::attempt).toArray(Integer[]::new),
                node,
                now()))
        .map(
            rows -> {
              Set<Long> begun = new HashSet<>();
              rows.forEach(row -> begun.add(row.getLong(0)));
              return begun;
            });
  }

  /// Writes outcomes, at most one of each delivery. A row that another node has taken over
  /// meanwhile is not queued again by this one. A citizen who turns out to be unreachable is
  /// marked, and whatever else is queued for them ends with the same outcome. What was in a file is
  /// not kept: it can hold everything that is held of its citizen.
  public Future<Settled> settle(Collection<Settlement> outcomes) {
    return pool.preparedQuery(
            """
            with settled as (
              update delivery d
              set state = o.state, reference = o.reference, reason = o.reason,
                attempts = o.attempts, unknowns = greatest(d.unknowns, o.unknowns),
                due_at = coalesce(o.due_at, d.due_at),
                leased_by = case when o.state = 'queued' and o.due_at is null then d.leased_by end,
                settled_at = case when o.state <> 'queued' then $8::timestamptz end,
                message = case when o.state <> 'queued' and d.message ? 'file'
                  then d.message #- '{file,content}' else d.message end
              from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::integer[],
                  $6::integer[], $7::timestamptz[])
                as o (id, state, reference, reason, attempts, unknowns, due_at)
              where d.id = any($1) and d.id = o.id and d.state = 'queued'
                and (o.state <> 'queued' or d.leased_by = $9)
              returning d.citizen_id, d.state, d.reason, d.broadcast_id),
            gone as (
              select distinct on (citizen_id) citizen_id, reason from settled
              where state = 'unreachable'),
            marked as (
              update citizen c set unreachable_at = $8 from gone where c.id = gone.citizen_id),
            others as (
              update delivery d
              set state = 'unreachable', settled_at = $8, leased_by = null,
                reason = (select reason from gone where gone.citizen_id = d.citizen_id)
              where d.citizen_id = any(array(select citizen_id from gone))
                and d.state = 'queued' and d.id <> all($1))
            select broadcast_id, bool_or(state = 'refused') from settled
            where broadcast_id is not null and state <> 'queued'
            group by broadcast_id""")
        .execute(values(outcomes))
        .map(Attempts::settled);
  }

  private Tuple values(Collection<Settlement> outcomes) {
    return Tuple.from(
        List.of(
            outcomes.stream().map(Settlement::delivery).toArray(Long[]::new),
            outcomes.stream().map(Settlement::state).toArray(String[]::new),
            outcomes.stream().map(Settlement::reference).toArray(String[]::new),
            outcomes.stream().map(Settlement::reason).toArray(String[]::new),
            outcomes.stream().map(Settlement::attempts).toArray(Integer[]::new),
            outcomes.stream().map(Settlement::unknowns).toArray(Integer[]::new),
            outcomes.stream().map(each -> due(each.due())).toArray(OffsetDateTime[]::new),
            now(),
            node));
  }

  private static Settled settled(RowSet<Row> rows) {
    Settled settled = new Settled(new HashSet<>(), new HashSet<>());
    for (Row row : rows) {
      settled.broadcasts.add(row.getLong(0));
      if (row.getBoolean(1)) {
        settled.refused.add(row.getLong(0));
      }
    }
    return settled;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static @Nullable OffsetDateTime due(@Nullable Instant due) {
    return due == null ? null : due.atOffset(ZoneOffset.UTC);
  }
}
