package vn.ansinh.broadcast.template;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.broadcast.content.Composer;
import vn.ansinh.broadcast.content.Composer.Composed;
import vn.ansinh.broadcast.content.Draft;
import vn.ansinh.broadcast.content.Refusal;
import vn.ansinh.citizen.audience.AudienceJson;
import vn.ansinh.db.Transaction;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.Officer;

/// Writes the table `broadcast_template`. Who may is looked at by whoever calls it.
///
/// All methods block until they are done: not for an event loop.
public final class DraftTemplates {
  private static final int MOST = 200;

  private final Pool pool;
  private final Composer composer;
  private final Clock clock;
  private final Audit audit;

  public DraftTemplates(Pool pool, Composer composer, Clock clock) {
    this.pool = pool;
    this.composer = composer;
    this.clock = clock;
    this.audit = new Audit(clock);
  }

  /// By title.
  public List<DraftTemplate> all() {
    return read(
        pool.preparedQuery("select * from broadcast_template order by title limit $1")
            .execute(Tuple.of(MOST))
            .await());
  }

  public Optional<DraftTemplate> find(long id) {
    return read(
            pool.preparedQuery("select * from broadcast_template where id = $1")
                .execute(Tuple.of(id))
                .await())
        .stream()
        .findFirst();
  }

  /// In place of the one with the same title, if there is one.
  ///
  /// @param draft what fills its gaps is not kept
  /// @return what is wrong with it; it is saved when nothing is
  public List<Refusal> save(Officer officer, Draft draft) {
    // A gap must be well written; what will fill it is not known yet.
    Map<String, String> fills = new HashMap<>();
    DraftTemplate.gaps(draft.body()).forEach(gap -> fills.put(gap, "…"));
    Draft tried = new Draft(draft.title(), draft.body(), fills, draft.button(), draft.audience());
    if (composer.compose(tried) instanceof Composed.Broken(List<Refusal> why)) {
      return why;
    }
    Transaction.run(pool, transaction -> write(transaction, officer, draft));
    return List.of();
  }

  private long write(SqlConnection transaction, Officer officer, Draft draft) {
    EntitlementId button = draft.button();
    long id =
        transaction
            .preparedQuery(
                """
                insert into broadcast_template (title, body, button, audience, saved_at)
                values ($1, $2, $3, $4, $5)
                on conflict (title) do update set body = excluded.body, button = excluded.button,
                  audience = excluded.audience, saved_at = excluded.saved_at
                returning id""")
            .execute(
                Tuple.of(
                    draft.title(),
                    draft.body(),
                    button == null ? null : button.value(),
                    AudienceJson.encode(draft.audience()),
                    clock.instant().atOffset(ZoneOffset.UTC)))
            .await()
            .iterator()
            .next()
            .getLong(0);
    record(transaction, officer, "broadcast-template.save", id, draft.title());
    return id;
  }

  /// Nothing happens when there is none.
  public void remove(Officer officer, long id) {
    Transaction.run(
        pool,
        transaction -> {
          for (Row row :
              transaction
                  .preparedQuery("delete from broadcast_template where id = $1 returning title")
                  .execute(Tuple.of(id))
                  .await()) {
            record(transaction, officer, "broadcast-template.remove", id, row.getString(0));
          }
          return id;
        });
  }

  private void record(
      SqlConnection transaction, Officer officer, String act, long id, String title) {
    audit
        .record(
            transaction,
            new Actor.Member(officer.id()),
            act,
            "broadcast-template " + id,
            new JsonObject().put("title", title))
        .await();
  }

  private static List<DraftTemplate> read(RowSet<Row> rows) {
    List<DraftTemplate> all = new ArrayList<>(rows.size());
    for (Row row : rows) {
      String button = row.getString("button");
      Draft draft =
          new Draft(
              row.getString("title"),
              row.getString("body"),
              Map.of(),
              button == null ? null : new EntitlementId(button),
              AudienceJson.decode(row.getJsonObject("audience")).orElseThrow());
      all.add(
          new DraftTemplate(
              row.getLong("id"), draft, row.getOffsetDateTime("saved_at").toInstant()));
    }
    return all;
  }
}
