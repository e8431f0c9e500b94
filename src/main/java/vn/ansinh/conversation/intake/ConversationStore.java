package vn.ansinh.conversation.intake;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.citizen.PersonalData;
import vn.ansinh.conversation.Inbound;
import vn.ansinh.conversation.State;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.MessageJson;
import vn.ansinh.vault.Column;
import vn.ansinh.vault.Vault;

/// Writes the tables `conversation` and `unanswered_question`. Nothing here awaits between
/// statements, so that they travel to the database together.
final class ConversationStore {
  /// A locked conversation.
  record Open(CitizenId citizen, Address address, State state) {
    Open with(State next) {
      return new Open(citizen, address, next);
    }
  }

  /// Of our advisory locks those that take the two chats of one citizen.
  private static final int JOINED_LOCK = 0x6a6f696e;

  private static final Comparator<Address> ORDER =
      Comparator.comparing(Address::channel).thenComparing(Address::value);

  private final Vault vault;

  ConversationStore(Vault vault) {
    this.vault = vault;
  }

  /// Finds or makes the citizens who write and locks their conversations, in the order of the
  /// addresses. Whoever writes can be reached again. Nobody is made for a message that had been
  /// received before its citizen had everything erased: there is nothing to lock for it.
  Future<List<Open>> open(SqlConnection connection, Collection<Inbound> batch, Instant now) {
    List<Address> addresses =
        batch.stream().map(Inbound::address).distinct().sorted(ORDER).toList();
    Future<?> taken = takeBoth(connection, addresses);
    Future<?> made = make(connection, batch, now);
    Future<List<Open>> locked = lock(connection, addresses);
    return taken.compose(_ -> made).compose(_ -> locked);
  }

  /// Takes the two chats of one citizen together, before any row: what is said in one may change or
  /// erase what belongs to the other, and neither waits for the other in a circle.
  private static Future<?> takeBoth(SqlConnection connection, List<Address> addresses) {
    return connection
        .preparedQuery(
            """
            select pg_advisory_xact_lock($3, hashint8(pair)) from (
              select distinct least(joined.citizen_id, joined.other_id) as pair
              from unnest($1::text[], $2::text[]) as a (channel, address)
              cross join lateral (
                select id from citizen c
                where c.channel = a.channel and c.address = a.address limit 1) as known
              cross join lateral (
                select citizen_id, other_id from joined_chat j
                where j.citizen_id = known.id limit 1) as joined
              order by pair
              offset 0) as pairs""")
        .execute(
            Tuple.of(
                addresses.stream().map(Address::channel).toArray(String[]::new),
                addresses.stream().map(Address::value).toArray(String[]::new),
                JOINED_LOCK));
  }

  private static Future<?> make(SqlConnection connection, Collection<Inbound> batch, Instant now) {
    List<Inbound> ordered =
        batch.stream().sorted(Comparator.comparing(Inbound::address, ORDER)).toList();
    return connection
        .preparedQuery(
            """
            with written as (
              insert into citizen (channel, address, created_at)
              select distinct channel, address, $4::timestamptz
              from unnest($1::text[], $2::text[], $3::text[]) as a (channel, address, key)
              where not exists (
                select 1 from erased_key e
                where e.hash =
                  erased_key_hash((select salt from erased_key_salt), a.channel, a.key))
              order by channel, address
              on conflict (channel, address) do update set unreachable_at = null
                where citizen.unreachable_at is not null or citizen.erased_at is not null
              returning id)
            insert into conversation (citizen_id, state, updated_at)
            select id, null, $4 from written
            on conflict do nothing""")
        .execute(
            Tuple.of(
                ordered.stream().map(each -> each.address().channel()).toArray(String[]::new),
                ordered.stream().map(each -> each.address().value()).toArray(String[]::new),
                ordered.stream().map(Inbound::key).toArray(String[]::new),
                now.atOffset(ZoneOffset.UTC)));
  }

  /// Lateral: looked up one by one, also by a plan made when the tables were small.
  private Future<List<Open>> lock(SqlConnection connection, List<Address> addresses) {
    String[] channels = addresses.stream().map(Address::channel).toArray(String[]::new);
    String[] values = addresses.stream().map(Address::value).toArray(String[]::new);
    return connection
        .preparedQuery(
            """
            select id, channel, address, state
            from unnest($1::text[], $2::text[]) as a (channel, address)
            cross join lateral (
              select id from citizen c
              where c.channel = a.channel and c.address = a.address limit 1) as known
            cross join lateral (
              select state from conversation where citizen_id = known.id limit 1 for update) as own""")
        .execute(Tuple.from(List.of(channels, values)))
        .map(
            rows -> {
              List<Open> open = new ArrayList<>();
              rows.forEach(row -> open.add(open(row)));
              return open;
            });
  }

  private Open open(Row row) {
    CitizenId citizen = new CitizenId(row.getLong(0));
    Buffer state = row.getBuffer(3);
    return new Open(
        citizen,
        new Address(row.getString(1), row.getString(2)),
        state == null
            ? State.NEW
            : State.ofJson(vault.json(Column.CONVERSATION_STATE, citizen.value(), state)));
  }

  /// What was last offered in chats by messages that came unasked, a reminder or an officer's
  /// answer, since the citizen wrote last: where choices are numbered, the numbers are theirs now.
  Future<Map<Address, List<Choice>>> told(SqlConnection connection, List<Address> addresses) {
    if (addresses.isEmpty()) {
      return Future.succeededFuture(Map.of());
    }
    return connection
        .preparedQuery(
            """
            select channel, address, message
            from unnest($1::text[], $2::text[]) as a (channel, address)
            join citizen c using (channel, address)
            join conversation v on v.citizen_id = c.id
            cross join lateral (
              select message from delivery d
              where d.citizen_id = c.id and d.settled_at > v.updated_at
                and d.state in ('sent', 'unknown') and d.message -> 'choices' <> '[]'
              order by d.settled_at desc, d.id desc limit 1) as last""")
        .execute(
            Tuple.from(
                List.of(
                    addresses.stream().map(Address::channel).toArray(String[]::new),
                    addresses.stream().map(Address::value).toArray(String[]::new))))
        .map(
            rows -> {
              Map<Address, List<Choice>> told = new HashMap<>();
              rows.forEach(
                  row ->
                      told.put(
                          new Address(row.getString(0), row.getString(1)),
                          MessageJson.decode(row.getJsonObject(2)).choices()));
              return told;
            });
  }

  Future<Void> save(SqlConnection connection, List<Open> changed, Instant now) {
    if (changed.isEmpty()) {
      return Future.succeededFuture();
    }
    Long[] citizens = changed.stream().map(each -> each.citizen().value()).toArray(Long[]::new);
    Buffer[] states = changed.stream().map(this::sealed).toArray(Buffer[]::new);
    return connection
        .preparedQuery(
            """
            update conversation set state = changed.state, updated_at = $3
            from unnest($1::bigint[], $2::bytea[]) as changed (citizen_id, state)
            where conversation.citizen_id = changed.citizen_id""")
        .execute(Tuple.of(citizens, states, now.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  private Buffer sealed(Open chat) {
    return vault.seal(Column.CONVERSATION_STATE, chat.citizen.value(), chat.state.toJson());
  }

  /// Keeps questions that found no answer, without who asked, and without
  /// [PersonalData#LONG_NUMBER].
  Future<Void> keep(SqlConnection connection, List<String> questions, LocalDate on) {
    if (questions.isEmpty()) {
      return Future.succeededFuture();
    }
    String[] anonymous =
        questions.stream()
            .map(question -> PersonalData.LONG_NUMBER.matcher(question).replaceAll("…"))
            .toArray(String[]::new);
    return connection
        .preparedQuery(
            """
            insert into unanswered_question (question, asked_on)
            select question, $2 from unnest($1::text[]) as q (question)""")
        .execute(Tuple.of(anonymous, on))
        .mapEmpty();
  }
}
