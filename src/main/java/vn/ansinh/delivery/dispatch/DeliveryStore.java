package vn.ansinh.delivery.dispatch;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.MessageJson;
import vn.ansinh.delivery.Origin;

/// Claims and settles rows of the table `delivery`, and says in the table `node` that this process
/// lives. Lives and leases are counted by the clock of the database: the nodes need not agree on
/// the time, nor this process' clock keep its pace.
final class DeliveryStore {
  /// A lease is worth nothing once its node has been silent for this long.
  static final Duration LIFE = Duration.ofSeconds(15);

  private final Pool pool;
  private final UUID node;
  private final Clock clock;

  DeliveryStore(Pool pool, UUID node, Clock clock) {
    this.pool = pool;
    this.node = node;
    this.clock = clock;
  }

  Future<Void> heartbeat() {
    return pool.preparedQuery(
            """
            insert into node (id, alive_until) values ($1, now() + make_interval(secs => $2))
            on conflict (id) do update set alive_until = excluded.alive_until""")
        .execute(Tuple.of(node, (double) LIFE.toSeconds()))
        .mapEmpty();
  }

  Future<Void> leave() {
    return pool.preparedQuery("delete from node where id = $1").execute(Tuple.of(node)).mapEmpty();
  }

  /// Leases what is due and nobody living holds, replies first. Of a chat only the oldest rows that
  /// are free, so that it stays in order; but what waits for its hour does not hold up what is more
  /// urgent. An attempt during which its node died has ended without an answer.
  Future<List<Delivery>> claim(Set<String> channels, int most) {
    return pool.preparedQuery(
            """
            with free as (
              select d.id from delivery d
              join citizen c on c.id = d.citizen_id and c.channel = any($1)
              where d.state = 'queued' and d.due_at <= $2
                and (d.good_until is null or d.good_until > $2)
                and not exists (
                  select 1 from node n where n.id = d.leased_by and n.alive_until > now())
                and not exists (
                  select 1 from delivery e
                  where e.citizen_id = d.citizen_id and e.id < d.id and e.state = 'queued'
                    and (e.due_at > $2 and e.origin <= d.origin or exists (
                      select 1 from node n where n.id = e.leased_by and n.alive_until > now())))
              order by d.origin, d.due_at, d.id
              limit $3
              for update of d skip locked)
            update delivery d
            set leased_by = $4, leased_at = now(), attempts = greatest(d.attempts, d.begun),
              unknowns = d.unknowns + (d.begun > d.attempts)::integer
            from free, citizen c
            where d.id = free.id and c.id = d.citizen_id
            returning d.id, d.citizen_id, c.channel, c.address, d.origin, d.message, d.attempts,
              d.reply_to, d.edits""")
        .execute(Tuple.of(channels.toArray(String[]::new), utc(clock.instant()), most, node))
        .map(DeliveryStore::deliveries);
  }

  /// Writes down that an attempt begins, so that it is known of when this process dies in the
  /// middle of it.
  ///
  /// @return false when it must not begin: taken over, withdrawn or too late by now
  Future<Boolean> begin(long delivery, int attempt) {
    return pool.preparedQuery(
            """
            update delivery set begun = $2
            where id = $1 and state = 'queued' and leased_by = $3
              and (good_until is null or good_until > $4)""")
        .execute(Tuple.of(delivery, attempt, node, utc(clock.instant())))
        .map(rows -> rows.rowCount() > 0);
  }

  /// Gives back what is leased to this node but not held by it: written in a transaction whose end
  /// was never heard, or dropped when this process had been frozen.
  Future<Void> releaseAllBut(Collection<Long> held, Duration olderThan) {
    return pool.preparedQuery(
            """
            update delivery set leased_by = null
            where state = 'queued' and leased_by = $1 and id <> all($2)
              and leased_at <= now() - make_interval(secs => $3)""")
        .execute(Tuple.of(node, held.toArray(Long[]::new), (double) olderThan.toSeconds()))
        .mapEmpty();
  }

  /// Writes outcomes, at most one of each delivery. A row that another node has taken over
  /// meanwhile is not queued again by this one. A citizen who turns out to be unreachable is
  /// marked, and whatever else is queued for them ends with the same outcome. What was in a file is
  /// not kept: it can hold everything that is held of its citizen.
  Future<Void> settle(Collection<Settlement> outcomes) {
    OffsetDateTime now = utc(clock.instant());
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
              where d.id = o.id and d.state = 'queued'
                and (o.state <> 'queued' or d.leased_by = $9)
              returning d.citizen_id, d.state, d.reason),
            gone as (
              select distinct on (citizen_id) citizen_id, reason from settled
              where state = 'unreachable'),
            marked as (
              update citizen c set unreachable_at = $8 from gone where c.id = gone.citizen_id)
            update delivery d
            set state = 'unreachable', reason = gone.reason, settled_at = $8, leased_by = null
            from gone
            where d.citizen_id = gone.citizen_id and d.state = 'queued' and d.id <> all($1)""")
        .execute(
            Tuple.from(
                List.of(
                    outcomes.stream().map(Settlement::delivery).toArray(Long[]::new),
                    outcomes.stream().map(Settlement::state).toArray(String[]::new),
                    outcomes.stream().map(Settlement::reference).toArray(String[]::new),
                    outcomes.stream().map(Settlement::reason).toArray(String[]::new),
                    outcomes.stream().map(Settlement::attempts).toArray(Integer[]::new),
                    outcomes.stream().map(Settlement::unknowns).toArray(Integer[]::new),
                    outcomes.stream().map(each -> due(each.due())).toArray(OffsetDateTime[]::new),
                    now,
                    node)))
        .mapEmpty();
  }

  private static List<Delivery> deliveries(RowSet<Row> rows) {
    List<Delivery> deliveries = new ArrayList<>(rows.size());
    for (Row row : rows) {
      deliveries.add(
          new Delivery(
              row.getLong("id"),
              new CitizenId(row.getLong("citizen_id")),
              new Address(row.getString("channel"), row.getString("address")),
              Origin.values()[row.getShort("origin")],
              MessageJson.decode(row.getJsonObject("message")),
              row.getInteger("attempts"),
              row.getString("reply_to"),
              row.getString("edits")));
    }
    deliveries.sort((a, b) -> Long.compare(a.id(), b.id()));
    return deliveries;
  }

  private static @Nullable OffsetDateTime due(@Nullable Instant due) {
    return due == null ? null : utc(due);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
