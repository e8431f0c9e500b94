package vn.ansinh.broadcast;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ansinh.broadcast.Broadcast.Plan;
import vn.ansinh.broadcast.Broadcast.Run;
import vn.ansinh.broadcast.content.Draft;
import vn.ansinh.calendar.QuietHours.Window;
import vn.ansinh.citizen.audience.AudienceJson;
import vn.ansinh.delivery.mailing.Progress;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.officer.OfficerId;

/// Writes the tables `broadcast` and `broadcast_author`.
final class BroadcastStore {
  private static final String COLUMNS =
      """
      id, title, body, fills, button, audience, state, version, scheduled_at, scheduled_by,
      any_hour_because, opens_at, closes_at, launched_at, resumed_at, ended_at, recipients, note,
      outcome""";

  Future<BroadcastId> add(SqlConnection transaction, Draft draft, Instant now) {
    return transaction
        .preparedQuery(
            """
            insert into broadcast
              (title, body, fills, button, audience, state, version, created_at)
            values ($1, $2, $3, $4, $5, 'draft', 1, $6)
            returning id""")
        .execute(
            Tuple.of(
                draft.title(),
                draft.body(),
                json(draft.fills()),
                draft.button() == null ? null : draft.button().value(),
                AudienceJson.encode(draft.audience()),
                utc(now)))
        .map(rows -> new BroadcastId(rows.iterator().next().getLong(0)));
  }

  /// Whoever waits for the same row sees what becomes of it here.
  Future<Optional<Broadcast>> lock(SqlConnection transaction, BroadcastId id) {
    return transaction
        .preparedQuery("select " + COLUMNS + " from broadcast where id = $1 for no key update")
        .execute(Tuple.of(id.value()))
        .map(BroadcastStore::first);
  }

  Future<Optional<Broadcast>> find(SqlClient client, BroadcastId id) {
    return client
        .preparedQuery("select " + COLUMNS + " from broadcast where id = $1")
        .execute(Tuple.of(id.value()))
        .map(BroadcastStore::first);
  }

  /// Newest first.
  Future<List<Broadcast>> before(SqlClient client, BroadcastId id, int most) {
    return client
        .preparedQuery(
            "select " + COLUMNS + " from broadcast where id < $1 order by id desc limit $2")
        .execute(Tuple.of(id.value(), most))
        .map(BroadcastStore::all);
  }

  /// Everything that may change of one that was locked.
  Future<Void> save(SqlConnection transaction, Broadcast broadcast) {
    Draft draft = broadcast.draft();
    Plan plan = broadcast.plan();
    Run run = broadcast.run();
    return transaction
        .preparedQuery(
            """
            update broadcast
            set title = $2, body = $3, fills = $4, button = $5, audience = $6, state = $7,
              version = $8, scheduled_at = $9, scheduled_by = $10, any_hour_because = $11,
              opens_at = $12, closes_at = $13, launched_at = $14, resumed_at = $15,
              ended_at = $16, recipients = $17, note = $18, outcome = $19
            where id = $1""")
        .execute(
            Tuple.tuple()
                .addLong(broadcast.id().value())
                .addString(draft.title())
                .addString(draft.body())
                .addJsonObject(json(draft.fills()))
                .addString(draft.button() == null ? null : draft.button().value())
                .addJsonObject(AudienceJson.encode(draft.audience()))
                .addString(broadcast.state().key())
                .addInteger(broadcast.version())
                .addOffsetDateTime(utc(plan.at()))
                .addLong(plan.by() == null ? null : plan.by().value())
                .addString(plan.anyHourBecause())
                .addOffsetDateTime(utc(run.window() == null ? null : run.window().opens()))
                .addOffsetDateTime(utc(run.window() == null ? null : run.window().closes()))
                .addOffsetDateTime(utc(run.launchedAt()))
                .addOffsetDateTime(utc(run.resumedAt()))
                .addOffsetDateTime(utc(run.endedAt()))
                .addInteger(run.recipients())
                .addString(broadcast.note())
                .addJsonObject(run.outcome() == null ? null : run.outcome().toJson()))
        .mapEmpty();
  }

  /// Remembers who had a hand in what it says.
  Future<Void> addAuthor(SqlConnection transaction, BroadcastId id, OfficerId officer) {
    return transaction
        .preparedQuery(
            """
            insert into broadcast_author (broadcast_id, officer_id) values ($1, $2)
            on conflict do nothing""")
        .execute(Tuple.of(id.value(), officer.value()))
        .mapEmpty();
  }

  Future<Boolean> isAuthor(SqlClient client, BroadcastId id, OfficerId officer) {
    return client
        .preparedQuery("select 1 from broadcast_author where broadcast_id = $1 and officer_id = $2")
        .execute(Tuple.of(id.value(), officer.value()))
        .map(rows -> rows.size() > 0);
  }

  private static Optional<Broadcast> first(RowSet<Row> rows) {
    return all(rows).stream().findFirst();
  }

  private static List<Broadcast> all(RowSet<Row> rows) {
    List<Broadcast> all = new ArrayList<>(rows.size());
    rows.forEach(row -> all.add(broadcast(row)));
    return all;
  }

  private static Broadcast broadcast(Row row) {
    String button = row.getString("button");
    Map<String, String> fills = new TreeMap<>();
    row.getJsonObject("fills").forEach(each -> fills.put(each.getKey(), (String) each.getValue()));
    Draft draft =
        new Draft(
            row.getString("title"),
            row.getString("body"),
            fills,
            button == null ? null : new EntitlementId(button),
            AudienceJson.decode(row.getJsonObject("audience")).orElseThrow());
    Long by = row.getLong("scheduled_by");
    Plan plan =
        new Plan(
            moment(row, "scheduled_at"),
            by == null ? null : new OfficerId(by),
            row.getString("any_hour_because"));
    return new Broadcast(
        new BroadcastId(row.getLong("id")),
        draft,
        State.ofKey(row.getString("state")),
        row.getInteger("version"),
        plan,
        run(row),
        row.getString("note"));
  }

  private static Run run(Row row) {
    Instant opens = moment(row, "opens_at");
    Instant closes = moment(row, "closes_at");
    JsonObject outcome = row.getJsonObject("outcome");
    return new Run(
        opens == null || closes == null ? null : new Window(opens, closes),
        moment(row, "launched_at"),
        moment(row, "resumed_at"),
        moment(row, "ended_at"),
        row.getInteger("recipients"),
        outcome == null ? null : Progress.ofJson(outcome));
  }

  private static JsonObject json(Map<String, String> fills) {
    JsonObject json = new JsonObject();
    new TreeMap<>(fills).forEach(json::put);
    return json;
  }

  private static @Nullable Instant moment(Row row, String column) {
    OffsetDateTime moment = row.getOffsetDateTime(column);
    return moment == null ? null : moment.toInstant();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
