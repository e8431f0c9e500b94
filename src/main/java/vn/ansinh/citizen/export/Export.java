package vn.ansinh.citizen.export;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.citizen.Profile;
import vn.ansinh.vault.Column;
import vn.ansinh.vault.Vault;

/// What is held of a citizen, as they are shown it: opened, from each table that names them.
public final class Export {
  private static final String HELD =
      """
      select jsonb_build_object(
        'citizen', (select to_jsonb(c) - 'id' from citizen c where c.id = $1),
        'conversation', (
          select to_jsonb(v) - 'citizen_id' - 'state_key' from conversation v where v.citizen_id = $1),
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
          select to_jsonb(p) - 'citizen_id' - 'marks_key' from profile p where p.citizen_id = $1),
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
              to_jsonb(r) - 'citizen_id' - 'wish_key' || jsonb_build_object('messages', (
                select coalesce(
                  jsonb_agg(to_jsonb(m) - 'reminder_id' order by send_at), '[]')
                from reminder_message m where m.reminder_id = r.id))
              order by id),
            '[]')
          from reminder r where r.citizen_id = $1))""";

  private static final String OTHER_CHAT =
      "select chat_id from own_chat where citizen_id = $1 and chat_id <> $1";

  private final Vault vault;

  public Export(Vault vault) {
    this.vault = vault;
  }

  /// Everything held: an object with `citizen`, `conversation`, `received`, `sent`, `consents`,
  /// `ratings`, `calendar_feed`, `profile`, `joining`, `joined`, `inbox` and `reminders`, each case
  /// and reminder with its own `messages`; of a citizen with two chats the same of the other one
  /// under `other_chat`. Of files that were sent only the names are in it: one with everything held
  /// would hold all the earlier ones. Of officers nothing is in it but what they answered.
  public Future<JsonObject> of(SqlConnection transaction, CitizenId citizen) {
    return held(transaction, citizen)
        .compose(
            own ->
                transaction
                    .preparedQuery(OTHER_CHAT)
                    .execute(Tuple.of(citizen.value()))
                    .compose(
                        rows -> {
                          for (Row row : rows) {
                            return held(transaction, new CitizenId(row.getLong(0)))
                                .map(other -> own.put("other_chat", other));
                          }
                          return Future.succeededFuture(own);
                        }));
  }

  private Future<JsonObject> held(SqlConnection transaction, CitizenId chat) {
    return transaction
        .preparedQuery(HELD)
        .execute(Tuple.of(chat.value()))
        .map(rows -> opened(rows.iterator().next().getJsonObject(0), chat));
  }

  private JsonObject opened(JsonObject held, CitizenId chat) {
    open(held.getJsonObject("conversation"), "state", Column.CONVERSATION_STATE, chat);
    held.getJsonArray("reminders")
        .forEach(each -> open((JsonObject) each, "wish", Column.REMINDER_WISH, chat));
    JsonObject profile = held.getJsonObject("profile");
    if (profile != null) {
      JsonArray marks = (JsonArray) profile.remove("marks");
      Profile said = Profile.of(marks.stream().map(each -> vault.openMark(bytes(each))).toList());
      profile
          .put("neighbourhood", said.neighbourhood())
          .put("groups", said.groups())
          .put("topics", said.topics());
    }
    return held;
  }

  private void open(@Nullable JsonObject row, String field, Column column, CitizenId chat) {
    if (row != null && row.getString(field) != null) {
      row.put(field, vault.json(column, chat.value(), bytes(row.getValue(field))));
    }
  }

  /// As PostgreSQL writes them into JSON: `\x01ab…`.
  private static Buffer bytes(Object hexadecimal) {
    return Buffer.buffer(HexFormat.of().parseHex(hexadecimal.toString().substring(2)));
  }
}
