package vn.ansinh.conversation.intake;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import vn.ansinh.citizen.Address;
import vn.ansinh.conversation.Inbound;

/// Writes the table `inbound`, whose key makes a repeated update recognisable.
final class InboundStore {
  /// The message that an edited one changes.
  record Earlier(Address address, String reference) {
    static Earlier of(Inbound inbound) {
      return new Earlier(inbound.address(), Objects.requireNonNullElse(inbound.reference(), ""));
    }
  }

  static String key(Inbound inbound) {
    return inbound.address().channel() + " " + inbound.key();
  }

  /// Records messages of citizens who are known by now. One that had been received before its
  /// citizen had everything erased is known by the hash of its key alone; who writes anew after it
  /// is known again.
  ///
  /// @return the keys of those not seen before
  Future<Set<String>> record(
      SqlConnection connection, List<Inbound> batch, Function<Inbound, String> body) {
    Tuple values =
        Tuple.of(
            batch.stream().map(each -> each.address().channel()).toArray(String[]::new),
            batch.stream().map(each -> each.address().value()).toArray(String[]::new),
            batch.stream().map(Inbound::key).toArray(String[]::new),
            batch.stream().map(Inbound::reference).toArray(String[]::new),
            batch.stream().map(body).toArray(String[]::new),
            batch.stream()
                .map(each -> each.receivedAt().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new));
    return connection
        .preparedQuery(
            """
            with fresh as (
              insert into inbound (channel, key, citizen_id, reference, body, received_at)
              select channel, key,
                (select id from citizen c where c.channel = i.channel and c.address = i.address),
                reference, body, received_at
              from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
                as i (channel, address, key, reference, body, received_at)
              where not exists (
                select 1 from erased_key e
                where e.hash =
                  erased_key_hash((select salt from erased_key_salt), i.channel, i.key))
              on conflict do nothing
              returning channel, key, citizen_id),
            known as (
              update citizen set erased_at = null from fresh
              where citizen.id = fresh.citizen_id and citizen.erased_at is not null)
            select channel || ' ' || key from fresh""")
        .execute(values)
        .map(InboundStore::keys);
  }

  /// Writes what messages meant in the place of what they said: the words of a choice for its
  /// number.
  Future<Void> meant(SqlConnection connection, Map<Inbound, String> words) {
    if (words.isEmpty()) {
      return Future.succeededFuture();
    }
    return connection
        .preparedQuery(
            """
            update inbound set body = m.body
            from unnest($1::text[], $2::text[], $3::text[]) as m (channel, key, body)
            where inbound.channel = m.channel and inbound.key = m.key""")
        .execute(
            Tuple.of(
                words.keySet().stream()
                    .map(each -> each.address().channel())
                    .toArray(String[]::new),
                words.keySet().stream().map(Inbound::key).toArray(String[]::new),
                words.values().toArray(String[]::new)))
        .mapEmpty();
  }

  /// For each edited message of the batch, the channel's id of the answer it already has.
  Future<Map<Earlier, String>> earlierReplies(SqlConnection connection, List<Inbound> batch) {
    List<Earlier> edited =
        batch.stream()
            .filter(each -> each.content() instanceof Inbound.Content.Edited)
            .filter(each -> each.reference() != null)
            .map(Earlier::of)
            .toList();
    if (edited.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    return connection
        .preparedQuery(
            """
            select distinct on (d.citizen_id, d.reply_to) c.channel, c.address, d.reply_to, d.reference
            from unnest($1::text[], $2::text[], $3::text[]) as e (channel, address, reply_to)
            join citizen c using (channel, address)
            join delivery d on d.citizen_id = c.id and d.reply_to = e.reply_to
            where d.reference is not null
            order by d.citizen_id, d.reply_to, d.id desc""")
        .execute(
            Tuple.of(
                edited.stream().map(each -> each.address().channel()).toArray(String[]::new),
                edited.stream().map(each -> each.address().value()).toArray(String[]::new),
                edited.stream().map(Earlier::reference).toArray(String[]::new)))
        .map(InboundStore::replies);
  }

  private static Set<String> keys(RowSet<Row> rows) {
    Set<String> keys = new HashSet<>();
    rows.forEach(row -> keys.add(row.getString(0)));
    return keys;
  }

  private static Map<Earlier, String> replies(RowSet<Row> rows) {
    Map<Earlier, String> replies = new HashMap<>();
    rows.forEach(
        row ->
            replies.put(
                new Earlier(new Address(row.getString(0), row.getString(1)), row.getString(2)),
                row.getString(3)));
    return replies;
  }
}
