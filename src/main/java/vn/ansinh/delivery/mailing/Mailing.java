package vn.ansinh.delivery.mailing;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.citizen.audience.Audience;
import vn.ansinh.citizen.audience.Reached;
import vn.ansinh.delivery.Capabilities;
import vn.ansinh.delivery.Fitting;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.MessageJson;
import vn.ansinh.vault.Vault;

/// Writes the deliveries of broadcasts to the outbox, each broadcast in one statement, and counts
/// what became of them.
public final class Mailing {
  private final Map<String, Capabilities> channels = new TreeMap<>();
  private final Fitting fitting;
  private final Vault vault;
  private final Clock clock;
  private final Twins twins = new Twins();

  /// @param channels by name; those that cannot write first are left out
  public Mailing(Map<String, Capabilities> channels, Fitting fitting, Vault vault, Clock clock) {
    channels.forEach(
        (name, able) -> {
          if (able.mayWriteFirst()) {
            this.channels.put(name, able);
          }
        });
    this.fitting = fitting;
    this.vault = vault;
    this.clock = clock;
  }

  /// Whether every channel can bring it in one message.
  public boolean fits(Message message) {
    return channels.values().stream().allMatch(able -> fitting.fit(message, able).size() == 1);
  }

  /// As each channel would bring it, in the order of their names.
  public List<Shown> shown(Message message) {
    return channels.entrySet().stream()
        .map(
            channel ->
                new Shown(
                    channel.getKey(),
                    fitting.fit(message, channel.getValue()),
                    channel.getValue().buttons()))
        .toList();
  }

  /// How far it has come on each channel.
  public Future<List<Share>> shares(SqlClient client, long broadcast) {
    return Share.of(client, broadcast);
  }

  /// How many plain letters a message may have: UTF-16 units, on the narrowest channel.
  public int longestText() {
    return channels.values().stream().mapToInt(Capabilities::longestText).min().orElse(0);
  }

  /// How many citizens an audience reaches at this moment.
  public Future<Integer> count(SqlClient client, Audience audience) {
    return Reached.of(audience, channels.keySet(), vault).count(client);
  }

  /// Puts one delivery for each citizen of the audience into the outbox, leased to nobody. Nobody's
  /// chats are joined meanwhile: whoever joins them afterwards finds what was queued for both.
  ///
  /// @param message that fits
  /// @return how many
  public Future<Integer> launch(
      SqlConnection transaction, long broadcast, Message message, Audience audience) {
    return transaction
        .query("lock table joined_chat in share mode")
        .execute()
        .compose(_ -> queue(transaction, broadcast, message, audience));
  }

  private Future<Integer> queue(
      SqlConnection transaction, long broadcast, Message message, Audience audience) {
    Reached reached = Reached.of(audience, channels.keySet(), vault);
    List<Object> values = new ArrayList<>(reached.values());
    int own = values.size();
    values.add(channels.keySet().toArray(String[]::new));
    values.add(
        channels.values().stream()
            .map(able -> MessageJson.encode(fitting.fit(message, able).getFirst()))
            .toArray(JsonObject[]::new));
    values.add(now());
    values.add(broadcast);
    return transaction
        .preparedQuery(
            """
            insert into delivery
              (citizen_id, origin, message, state, due_at, created_at, broadcast_id)
            select c.id, 2, m.message, 'queued', $%3$d::timestamptz, $%3$d, $%4$d::bigint
            from unnest($%1$d::text[], $%2$d::jsonb[]) as m (channel, message)
            join (%5$s) on c.channel = m.channel
            where %6$s
            order by c.id"""
                .formatted(own + 1, own + 2, own + 3, own + 4, reached.from(), reached.where()))
        .execute(Tuple.from(values))
        .map(rows -> rows.rowCount());
  }

  /// What is not being sent this moment is not sent any more; the rest when it comes back.
  public Future<Void> withdraw(SqlConnection transaction, long broadcast) {
    return transaction
        .preparedQuery(
            """
            with free as (
              select id from delivery
              where broadcast_id = $1 and state = 'queued' and begun <= attempts
              for update skip locked)
            update delivery d
            set state = 'withdrawn', reason = 'cancelled', settled_at = $2, leased_by = null
            from free
            where d.id = free.id""")
        .execute(Tuple.of(broadcast, now()))
        .mapEmpty();
  }

  /// Lets go what a node holds and has not tried, so that whoever is free can have it.
  public Future<Void> release(SqlConnection transaction, long broadcast) {
    return transaction
        .preparedQuery(
            """
            update delivery set leased_by = null
            where broadcast_id = $1 and state = 'queued' and leased_by is not null and begun = 0""")
        .execute(Tuple.of(broadcast))
        .mapEmpty();
  }

  /// Queues what ended in one of these ways once more, as if it had not been tried, but not what
  /// has reached its citizen in another chat.
  ///
  /// @return how many
  public Future<Integer> again(
      SqlConnection transaction, long broadcast, Collection<Failure> failures) {
    return transaction
        .preparedQuery(
            """
            update delivery
            set state = 'queued', attempts = 0, begun = 0, due_at = $3, settled_at = null
            where broadcast_id = $1 and state = any($2)""")
        .execute(
            Tuple.of(broadcast, failures.stream().map(Failure::key).toArray(String[]::new), now()))
        .compose(
            rows ->
                twins
                    .withdraw(transaction, broadcast, clock.instant())
                    .map(twice -> rows.rowCount() - twice));
  }

  /// Whether nothing of it is to be sent any more.
  public Future<Boolean> isOver(SqlClient client, long broadcast) {
    return client
        .preparedQuery(
            "select 1 from delivery where broadcast_id = $1 and state = 'queued' limit 1")
        .execute(Tuple.of(broadcast))
        .map(rows -> rows.size() == 0);
  }

  /// @param recipients to how many it was launched
  public Future<Progress> progress(SqlClient client, long broadcast, int recipients) {
    return client
        .preparedQuery(
            """
            select case
                when state = 'queued' then
                  case when begun = 0 and attempts = 0 then 'left' else 'waiting' end
                when state = 'withdrawn' then
                  case when reason in ('cancelled', 'joined') then reason else 'stopped' end
                else state end as outcome,
              count(*)
            from delivery
            where broadcast_id = $1
            group by outcome""")
        .execute(Tuple.of(broadcast))
        .map(rows -> progress(rows, recipients));
  }

  private static Progress progress(Iterable<Row> rows, int recipients) {
    Map<String, Integer> counts = new TreeMap<>();
    rows.forEach(row -> counts.put(row.getString(0), row.getLong(1).intValue()));
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return new Progress(
        recipients,
        counts.getOrDefault("sent", 0),
        counts.getOrDefault("refused", 0),
        counts.getOrDefault("failed", 0),
        counts.getOrDefault("unreachable", 0),
        counts.getOrDefault("unknown", 0),
        counts.getOrDefault("waiting", 0),
        counts.getOrDefault("left", 0),
        counts.getOrDefault("stopped", 0),
        counts.getOrDefault("cancelled", 0),
        counts.getOrDefault("joined", 0),
        recipients - all);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
