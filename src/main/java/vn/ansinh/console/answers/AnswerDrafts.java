package vn.ansinh.console.answers;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.OfficerId;

/// Writes the table `answer_draft`.
public final class AnswerDrafts {
  /// In UTF-16 units; far more than a passage of the knowledge base has.
  public static final int LONGEST = 8_000;

  private final Pool pool;
  private final Audit audit;
  private final Clock clock;

  public AnswerDrafts(Pool pool, Audit audit, Clock clock) {
    this.pool = pool;
    this.audit = audit;
    this.clock = clock;
  }

  /// Keeps one more.
  ///
  /// @param entitlement to which it belongs; empty when a new entry is needed
  /// @param facet empty when it was not said
  public Future<Void> keep(
      SqlConnection transaction,
      OfficerId officer,
      List<String> questions,
      String entitlement,
      String facet,
      String body) {
    String asked =
        questions.stream()
            .map(question -> question.replaceAll("\\s+", " ").strip())
            .distinct()
            .collect(Collectors.joining("\n"));
    return transaction
        .preparedQuery(
            """
            insert into answer_draft (questions, entitlement, facet, body, officer_id, written_at)
            values ($1, $2, $3, $4, $5, $6)""")
        .execute(Tuple.of(asked, entitlement, facet, body, officer.value(), now()))
        .mapEmpty();
  }

  /// Those that the knowledge files do not have yet, the oldest first.
  Future<List<AnswerDraft>> open() {
    return pool.query(
            """
            select d.id, questions, entitlement, facet, body, o.name, written_at
            from answer_draft d join officer o on o.id = d.officer_id
            where done_at is null
            order by d.id""")
        .execute()
        .map(
            rows -> {
              List<AnswerDraft> all = new ArrayList<>();
              rows.forEach(row -> all.add(draft(row)));
              return all;
            });
  }

  private static AnswerDraft draft(Row row) {
    return new AnswerDraft(
        row.getLong(0),
        row.getString(1).lines().toList(),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getOffsetDateTime(6).toInstant());
  }

  /// The knowledge files have it, or do not need it.
  ///
  /// @return false when there is no such draft that is open
  Future<Boolean> done(OfficerId officer, long number) {
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(
                    """
                    update answer_draft set done_at = $2, done_by = $3
                    where id = $1 and done_at is null""")
                .execute(Tuple.of(number, now(), officer.value()))
                .compose(
                    rows ->
                        rows.rowCount() == 0
                            ? Future.succeededFuture(false)
                            : audit
                                .record(
                                    transaction,
                                    new Actor.Member(officer),
                                    "answer.done",
                                    "answer " + number,
                                    new JsonObject())
                                .map(true)));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
