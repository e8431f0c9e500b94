package vn.ansinh.delivery.dispatch.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.MessageJson;
import vn.ansinh.delivery.Origin;

/// Leases rows of the table `delivery` to this node, and gives them back. Leases are counted by the
/// clock of the database, so that this process' clock need not keep its pace.
public final class Claims {
  private final Pool pool;
  private final UUID node;
  private final Clock clock;

  public Claims(Pool pool, UUID node, Clock clock) {
    this.pool = pool;
    this.node = node;
    this.clock = clock;
  }

  /// Leases the replies and reminders that are due and nobody living holds, replies first. Of a
  /// chat only the oldest rows that are free, so that it stays in order; but nothing holds up what
  /// is more urgent. An attempt during which its node died has ended without an answer.
  public Future<List<Delivery>> claim(Set<String> channels, int most) {
    return pool.preparedQuery(
            """
            with free as (
              select d.id from delivery d
              join citizen c on c.id = d.citizen_id and c.channel = any($1)
              where d.state = 'queued' and d.origin < 2 and d.due_at <= $2
                and (d.good_until is null or d.good_until > $2)
                and not exists (
                  select 1 from node n where n.id = d.leased_by and n.alive_until > now())
                and not exists (
                  select 1 from delivery e
                  where e.citizen_id = d.citizen_id and e.id < d.id and e.state = 'queued'
                    and e.origin <= d.origin and (e.due_at > $2 or exists (
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
              d.reply_to, d.edits, d.request""")
        .execute(Tuple.of(channels.toArray(String[]::new), now(), most, node))
        .map(Claims::deliveries);
  }

  /// Leases deliveries of the broadcasts that run at this moment, the one that was launched first
  /// before the others. A citizen who stopped messages or was lost during the launch is left out
  /// here.
  public Future<List<Delivery>> claimBroadcasts(String channel, int most) {
    return pool.preparedQuery(
            """
            with free as (
              select d.id, c.unreachable_at is not null as lost,
                c.unreachable_at is null and c.stopped_at is null and c.erased_at is null as is_open
              from (
                select id from broadcast
                where state = 'running' and opens_at <= $2 and closes_at > $2
                order by launched_at, id) b
              cross join lateral (
                select d.id, d.citizen_id from delivery d
                where d.broadcast_id = b.id and d.state = 'queued' and d.due_at <= $2
                  and d.begun <= d.attempts and not exists (
                    select 1 from node n where n.id = d.leased_by and n.alive_until > now())
                order by d.due_at, d.id
                limit $3
                for update skip locked) d
              join citizen c on c.id = d.citizen_id and c.channel = $1
              limit $3),
            gone as (
              update delivery d
              set state = case when free.lost then 'unreachable' else 'withdrawn' end,
                reason = case when free.lost then d.reason else 'stopped' end,
                settled_at = $2, leased_by = null
              from free
              where d.id = free.id and not free.is_open)
            update delivery d
            set leased_by = $4, leased_at = now()
            from free, citizen c
            where d.id = free.id and free.is_open and c.id = d.citizen_id
            returning d.id, d.citizen_id, c.channel, c.address, d.origin, d.message, d.attempts,
              d.reply_to, d.edits, d.request""")
        .execute(Tuple.of(channel, now(), most, node))
        .map(Claims::deliveries);
  }

  /// A broadcast during whose attempt its node died may have arrived; it is not sent again.
  public Future<Integer> giveUpOrphans() {
    return pool.preparedQuery(
            """
            update delivery d
            set state = 'unknown', reason = 'the node that sent it died', attempts = begun,
              unknowns = unknowns + 1, settled_at = $1, leased_by = null
            where state = 'queued' and origin = 2 and begun > attempts and not exists (
              select 1 from node n where n.id = d.leased_by and n.alive_until > now())""")
        .execute(Tuple.of(now()))
        .map(rows -> rows.rowCount());
  }

  /// Gives back what is leased to this node but not held by it: written in a transaction whose end
  /// was never heard, or dropped when this process had been frozen or a broadcast was paused.
  public Future<Void> releaseAllBut(Collection<Long> held, Duration olderThan) {
    return pool.preparedQuery(
            """
            update delivery set leased_by = null
            where state = 'queued' and leased_by = $1 and id <> all($2)
              and leased_at <= now() - make_interval(secs => $3)
              and id = any(array(
                select id from delivery where state = 'queued' and origin < 2 and leased_by = $1
                union all
                select id from delivery
                where state = 'queued' and broadcast_id is not null and leased_by = $1))""")
        .execute(Tuple.of(node, held.toArray(Long[]::new), (double) olderThan.toSeconds()))
        .mapEmpty();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
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
              row.getString("edits"),
              row.getString("request")));
    }
    deliveries.sort((a, b) -> Long.compare(a.id(), b.id()));
    return deliveries;
  }
}
