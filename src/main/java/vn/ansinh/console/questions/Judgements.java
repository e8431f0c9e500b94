package vn.ansinh.console.questions;

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
import org.jspecify.annotations.Nullable;
import vn.ansinh.console.answers.AnswerDrafts;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.OfficerId;

/// Writes the tables `settled_question` and `judged_question`.
final class Judgements {
  private final Pool pool;
  private final AnswerDrafts drafts;
  private final Audit audit;
  private final Clock clock;

  Judgements(Pool pool, AnswerDrafts drafts, Audit audit, Clock clock) {
    this.pool = pool;
    this.drafts = drafts;
    this.audit = audit;
    this.clock = clock;
  }

  /// What should have answered.
  ///
  /// @param entitlement empty when nothing should, or nothing can yet
  /// @param facet empty when it is not clear
  /// @param answer written for the knowledge base; empty for none
  record Verdict(String entitlement, String facet, String answer) {
    /// That a new entry is needed says nothing about which one should have answered.
    private boolean isJudgement() {
      return answer.isEmpty() || !entitlement.isEmpty();
    }

    private String act() {
      return answer.isEmpty() ? "question.judge" : "question.answer";
    }
  }

  /// Takes questions off the list.
  ///
  /// @param lines at least one
  /// @param verdict null when there is nothing to be learnt from them
  Future<Void> settle(
      OfficerId officer, Source source, List<Line> lines, @Nullable Verdict verdict) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    JsonObject details = new JsonObject().put("questions", lines.size());
    if (verdict != null) {
      details.put("entry", verdict.entitlement.isEmpty() ? "none" : verdict.entitlement);
      details.put("facet", verdict.facet);
    }
    return pool.withTransaction(
        transaction ->
            settle(transaction, officer, source, lines, now)
                .compose(
                    _ ->
                        verdict == null || !verdict.isJudgement()
                            ? Future.succeededFuture()
                            : judge(transaction, officer, lines, verdict, now))
                .compose(
                    _ ->
                        verdict == null || verdict.answer.isEmpty()
                            ? Future.succeededFuture()
                            : draft(transaction, officer, lines, verdict))
                .compose(
                    _ ->
                        audit.record(
                            transaction,
                            new Actor.Member(officer),
                            verdict == null ? "question.done" : verdict.act(),
                            source.word() + " " + lines.getFirst().key(),
                            details))
                .mapEmpty());
  }

  private static Future<?> settle(
      SqlConnection transaction,
      OfficerId officer,
      Source source,
      List<Line> lines,
      OffsetDateTime now) {
    Long[] ids = lines.stream().flatMap(line -> line.ids().stream()).toArray(Long[]::new);
    return transaction
        .preparedQuery(
            """
            insert into settled_question (source, question_id, officer_id, settled_at)
            select $1, id, $3, $4 from unnest($2::bigint[]) as q (id)
            on conflict do nothing""")
        .execute(Tuple.of(source.word(), ids, officer.value(), now));
  }

  private Future<Void> draft(
      SqlConnection transaction, OfficerId officer, List<Line> lines, Verdict verdict) {
    List<String> questions = lines.stream().map(Line::question).toList();
    return drafts.keep(
        transaction, officer, questions, verdict.entitlement, verdict.facet, verdict.answer);
  }

  private static Future<?> judge(
      SqlConnection transaction,
      OfficerId officer,
      List<Line> lines,
      Verdict verdict,
      OffsetDateTime now) {
    String[] questions = lines.stream().map(Line::question).toArray(String[]::new);
    return transaction
        .preparedQuery(
            """
            insert into judged_question (question, entitlement, facet, officer_id, judged_at)
            select question, $2, $3, $4, $5 from unnest($1::text[]) as q (question)
            order by question
            on conflict (md5(question)) do update set
              entitlement = excluded.entitlement, facet = excluded.facet,
              officer_id = excluded.officer_id, judged_at = excluded.judged_at""")
        .execute(Tuple.of(questions, verdict.entitlement, verdict.facet, officer.value(), now));
  }

  Future<Long> count() {
    return pool.query("select count(*) from judged_question")
        .execute()
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /// The last judged first.
  Future<List<Judged>> read(int from, int most) {
    return pool.preparedQuery(
            """
            select j.id, question, entitlement, facet, o.name, judged_at
            from judged_question j join officer o on o.id = j.officer_id
            order by judged_at desc, j.id desc
            offset $1 limit $2""")
        .execute(Tuple.of(from, most))
        .map(
            rows -> {
              List<Judged> all = new ArrayList<>();
              rows.forEach(row -> all.add(judged(row)));
              return all;
            });
  }

  private static Judged judged(Row row) {
    return new Judged(
        row.getLong(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getOffsetDateTime(5).toInstant());
  }
}
