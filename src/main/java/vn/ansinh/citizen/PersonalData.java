package vn.ansinh.citizen;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.ansinh.calendar.VietnamTime;

/// What a citizen may ask of everything held about them: to have it erased, to be left in peace; to
/// be shown it see the package `export`. Knows each table that names a citizen. Of a citizen with
/// two chats it is always
/// everything of both.
public final class PersonalData {
  /// What looks like a telephone or identity number; no question is kept with it.
  public static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[ .-]?\\d){7,}");

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

  /// Questions are kept without who asked; those that the citizen's messages still tell are theirs,
  /// as many as they asked. What officers made of one stays: it is the officers' words.
  private static final String FORGET_ASKED =
      """
      with said as (
        select regexp_replace(body, $2, '…', 'g') as question,
          (received_at at time zone $3)::date as asked_on, count(*) as times
        from inbound where citizen_id = any($1) and body <> ''
        group by 1, 2),
      unhelped as (
        delete from unhelped_question u using said
        where u.question = said.question and u.asked_on = said.asked_on)
      delete from unanswered_question where id in (
        select id from (
          select u.id, said.times,
            row_number() over (partition by u.question, u.asked_on order by u.id) as number
          from unanswered_question u join said using (question, asked_on)) as asked
        where number <= times)""";

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
  /// Of the questions that were kept without who asked, those go that can still be told by the
  /// citizen's messages. Of the messages received nothing stays but a hash of each one's key, made
  /// with a salt and
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
    Tuple asked = Tuple.of(all, LONG_NUMBER.pattern(), VietnamTime.ZONE.getId());
    return gone.compose(_ -> run(transaction, FORGET_ASKED, asked))
        .compose(_ -> run(transaction, FORGET_RECEIVED, dated))
        .compose(
            _ ->
                run(
                    transaction,
                    "update conversation set state = null where citizen_id = any($1)",
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

  private static Future<Void> run(SqlConnection transaction, String sql, Tuple values) {
    return transaction.preparedQuery(sql).execute(values).mapEmpty();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
