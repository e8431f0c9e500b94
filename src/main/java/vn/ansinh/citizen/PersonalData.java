package vn.ansinh.citizen;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// What a citizen may ask of everything held about them: to be shown it, to have it erased, to be
/// left in peace. Knows each table that names a citizen. Of a citizen with two chats it is always
/// everything of both.
public final class PersonalData {
  private static final String HELD =
      """
      select jsonb_build_object(
        'citizen', (select to_jsonb(c) - 'id' from citizen c where c.id = $1),
        'conversation', (
          select to_jsonb(v) - 'citizen_id' from conversation v where v.citizen_id = $1),
        'received', (
          select coalesce(jsonb_agg(to_jsonb(i) - 'citizen_id' order by received_at), '[]')
          from inbound i where i.citizen_id = $1),
        'sent', (
          select coalesce(
            jsonb_agg(
              to_jsonb(d) - 'citizen_id' - 'leased_by' - 'leased_at'
                #- '{message,file,content}'
              order by id),
            '[]')
          from delivery d where d.citizen_id = $1),
        'consents', (
          select coalesce(jsonb_agg(to_jsonb(k) - 'citizen_id' - 'id' order by id), '[]')
          from consent k where k.citizen_id = $1),
        'ratings', (
          select coalesce(jsonb_agg(to_jsonb(a) - 'citizen_id' order by rated_at), '[]')
          from rating a where a.citizen_id = $1),
        'calendar_feed', (
          select to_jsonb(f) - 'citizen_id' from calendar_feed f where f.citizen_id = $1),
        'profile', (
          select to_jsonb(p) - 'citizen_id' from profile p where p.citizen_id = $1),
        'joining', (
          select to_jsonb(g) - 'citizen_id' from joining g where g.citizen_id = $1),
        'joined', (
          select jsonb_build_object('joined_at', joined_at, 'chosen', (
            select channel from citizen h where h.id = chosen_id))
          from joined_chat j where j.citizen_id = $1),
        'inbox', (
          select coalesce(
            jsonb_agg(
              to_jsonb(k) - 'citizen_id' - 'officer_id' || jsonb_build_object('messages', (
                select jsonb_agg(
                  to_jsonb(m) - 'case_id' - 'officer_id' || jsonb_build_object(
                    'from', case when m.officer_id is null then 'citizen' else 'officer' end)
                  order by id)
                from inbox_message m where m.case_id = k.id))
              order by id),
            '[]')
          from inbox_case k where k.citizen_id = $1),
        'reminders', (
          select coalesce(
            jsonb_agg(
              to_jsonb(r) - 'citizen_id' || jsonb_build_object('messages', (
                select coalesce(
                  jsonb_agg(to_jsonb(m) - 'reminder_id' order by send_at), '[]')
                from reminder_message m where m.reminder_id = r.id))
              order by id),
            '[]')
          from reminder r where r.citizen_id = $1))""";

  /// Reminders first: a tick that holds one of them has written its delivery when this goes on.
  private static final List<String> FIRST_TO_LAST =
      List.of(
          "reminder",
          "delivery",
          "consent",
          "calendar_feed",
          "handout",
          "profile",
          "rating",
          "inbox_case",
          "joining",
          "joined_chat");

  private static final String FORGET_RECEIVED =
      """
      with gone as (
        delete from inbound where citizen_id = any($1) returning channel, key)
      insert into erased_key (hash, erased_on)
      select erased_key_hash((select salt from erased_key_salt), channel, key),
        ($2::timestamptz at time zone 'UTC')::date
      from gone
      on conflict do nothing""";

  private static final String FORGET_CITIZEN =
      """
      update citizen set erased_at = $2, stopped_at = null, created_at = $2,
        chat_code = null, chat_code_until = null
      where id = any($1)""";

  /// Nothing but answers goes out any more; what is queued is withdrawn.
  public Future<Void> stop(SqlConnection transaction, CitizenId citizen, Instant now) {
    Tuple values = Tuple.of(citizen.value(), utc(now));
    Future<?> marked =
        transaction
            .preparedQuery(
                """
                update citizen set stopped_at = $2
                where id in (select chat_id from own_chat where citizen_id = $1)
                  and stopped_at is null""")
            .execute(values);
    Future<?> withdrawn =
        transaction
            .preparedQuery(
                """
                update delivery
                set state = 'withdrawn', reason = 'stopped', settled_at = $2, leased_by = null
                where citizen_id in (select chat_id from own_chat where citizen_id = $1)
                  and state = 'queued' and origin > 0""")
            .execute(values);
    return marked.compose(_ -> withdrawn).mapEmpty();
  }

  /// Messages are welcome again. Reminders have kept their place in time meanwhile.
  public Future<Void> resume(SqlConnection transaction, CitizenId citizen) {
    return transaction
        .preparedQuery(
            """
            update citizen set stopped_at = null
            where id in (select chat_id from own_chat where citizen_id = $1)""")
        .execute(Tuple.of(citizen.value()))
        .mapEmpty();
  }

  public Future<Boolean> isStopped(SqlConnection transaction, CitizenId citizen) {
    return transaction
        .preparedQuery("select stopped_at is not null from citizen where id = $1")
        .execute(Tuple.of(citizen.value()))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /// Erases all of it. What the last answer needs stays for the moment: the address, which goes
  /// with [#bury] once that answer is out. Who writes again before is a new citizen at the old one.
  ///
  /// Of the messages received nothing stays but a hash of each one's key, made with a salt and
  /// linked to nobody, so that one which the channel repeats is not answered again; [Retention]
  /// forgets it after a few days.
  ///
  /// The caller saves a new conversation afterwards and puts the last answer into the outbox.
  ///
  /// @return the chats whose data are gone
  public Future<List<Chat>> erase(SqlConnection transaction, CitizenId citizen, Instant now) {
    return chats(transaction, citizen)
        .compose(chats -> erase(transaction, chats, now).map(_ -> chats));
  }

  private static Future<Void> erase(SqlConnection transaction, List<Chat> chats, Instant now) {
    Long[] all = chats.stream().map(chat -> chat.citizen().value()).toArray(Long[]::new);
    Tuple dated = Tuple.of(all, utc(now));
    Future<Void> gone = Future.succeededFuture();
    for (String table : FIRST_TO_LAST) {
      String sql = "delete from %s where citizen_id = any($1)".formatted(table);
      gone = gone.compose(_ -> run(transaction, sql, Tuple.of(all)));
    }
    return gone.compose(_ -> run(transaction, FORGET_RECEIVED, dated))
        .compose(
            _ ->
                run(
                    transaction,
                    "update conversation set state = '{}' where citizen_id = any($1)",
                    Tuple.of(all)))
        .compose(_ -> run(transaction, FORGET_CITIZEN, dated))
        // A launch that held the citizen's row, or an officer who held a case, has written its
        // delivery when this goes on.
        .compose(
            _ ->
                run(transaction, "delete from delivery where citizen_id = any($1)", Tuple.of(all)));
  }

  private static Future<List<Chat>> chats(SqlConnection transaction, CitizenId citizen) {
    return transaction
        .preparedQuery(
            """
            select c.id, c.channel, c.address
            from own_chat o join citizen c on c.id = o.chat_id
            where o.citizen_id = $1
            order by c.id = $1 desc""")
        .execute(Tuple.of(citizen.value()))
        .map(
            rows -> {
              List<Chat> chats = new ArrayList<>();
              rows.forEach(
                  row ->
                      chats.add(
                          new Chat(
                              new CitizenId(row.getLong(0)),
                              new Address(row.getString(1), row.getString(2)))));
              return chats;
            });
  }

  /// Removes the last trace of erased citizens to whom nothing is on its way any more.
  public Future<Integer> bury(Pool pool) {
    return pool.query(
            """
            delete from citizen c
            where erased_at is not null and not exists (
              select 1 from delivery d where d.citizen_id = c.id and d.state = 'queued')""")
        .execute()
        .map(rows -> rows.rowCount());
  }

  /// Everything held: an object with `citizen`, `conversation`, `received`, `sent`, `consents`,
  /// `ratings`, `calendar_feed`, `profile`, `joining`, `joined`, `inbox` and `reminders`, each case
  /// and reminder with its own `messages`; of a citizen with two chats the same of the other one
  /// under `other_chat`. Of files that were sent only the names are in it: one with everything held
  /// would hold all the earlier ones. Of officers nothing is in it but what they answered.
  public Future<JsonObject> export(SqlConnection transaction, CitizenId citizen) {
    return chats(transaction, citizen)
        .compose(
            chats ->
                held(transaction, citizen)
                    .compose(
                        own ->
                            chats.size() == 1
                                ? Future.succeededFuture(own)
                                : held(transaction, chats.getLast().citizen())
                                    .map(other -> own.put("other_chat", other))));
  }

  private static Future<JsonObject> held(SqlConnection transaction, CitizenId chat) {
    return transaction
        .preparedQuery(HELD)
        .execute(Tuple.of(chat.value()))
        .map(rows -> rows.iterator().next().getJsonObject(0));
  }

  private static Future<Void> run(SqlConnection transaction, String sql, Tuple values) {
    return transaction.preparedQuery(sql).execute(values).mapEmpty();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
