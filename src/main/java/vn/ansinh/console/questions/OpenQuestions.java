package vn.ansinh.console.questions;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads the questions that no officer has dealt with.
final class OpenQuestions {
  /// Different ones, the newest: more than anybody works through.
  static final int MOST = 5_000;

  private static final String SHAPE =
      """
      select question, array_agg(id order by id) as ids, max(asked_on) as last,
        %s as answers, %s as reasons
      from %s q
      where not exists (
        select from settled_question s where s.source = $1 and s.question_id = q.id)
      group by question
      order by max(id) desc
      limit $2""";

  private static final Map<Source, String> STATEMENTS =
      Map.of(
          Source.UNANSWERED,
          SHAPE.formatted("'{}'::text[]", "'{}'::text[]", "unanswered_question"),
          Source.UNHELPED,
          SHAPE.formatted(
              "array_agg(distinct entitlement || ':' || facet)",
              "array_remove(array_agg(distinct why), null)",
              "unhelped_question"));

  private final Pool pool;

  OpenQuestions(Pool pool) {
    this.pool = pool;
  }

  Future<List<Line>> read(Source source) {
    return pool.preparedQuery(STATEMENTS.get(source))
        .execute(Tuple.of(source.word(), MOST))
        .map(
            rows -> {
              List<Line> lines = new ArrayList<>();
              rows.forEach(row -> lines.add(line(row)));
              return lines;
            });
  }

  private static Line line(Row row) {
    return new Line(
        row.getString("question"),
        List.of(row.getArrayOfLongs("ids")),
        row.getLocalDate("last"),
        List.of(row.getArrayOfStrings("answers")),
        List.of(row.getArrayOfStrings("reasons")));
  }
}
