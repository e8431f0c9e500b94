package vn.ansinh.conversation.intake;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.conversation.Turn;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.search.Finding;

/// Writes the table `daily_figure`: questions by what became of them, without who asked.
final class FigureStore {
  private static final String NO_ENTRY = "";

  /// Connections that count into rows of their own.
  private static final int SLOTS = 4;

  private record Figure(String outcome, String entitlement) {}

  /// The questions of one transaction. In one order for all, so that two transactions that count
  /// into the same rows wait for each other and never in a circle.
  static final class Batch {
    private final Map<Figure, Integer> questions =
        new TreeMap<>(Comparator.comparing(Figure::outcome).thenComparing(Figure::entitlement));

    /// Counts a message if it was a question: if something was looked for.
    void add(Turn turn) {
      Finding finding = turn.finding();
      if (finding != null) {
        questions.merge(figure(finding, turn.unanswered()), 1, Integer::sum);
      }
    }

    private static Figure figure(Finding finding, boolean unanswered) {
      return switch (finding) {
        case Finding.Nothing _ -> new Figure("refused", NO_ENTRY);
        case Finding.Ambiguous _ -> new Figure("asked_back", best(finding));
        case Finding.Confident _ ->
            unanswered ? new Figure("refused", NO_ENTRY) : new Figure("answered", best(finding));
      };
    }

    private static String best(Finding finding) {
      EntitlementId best = finding.results().getFirst().entitlement();
      return best.value();
    }
  }

  Future<Void> write(SqlConnection connection, Batch batch, LocalDate day) {
    if (batch.questions.isEmpty()) {
      return Future.succeededFuture();
    }
    String[] outcomes =
        batch.questions.keySet().stream().map(Figure::outcome).toArray(String[]::new);
    String[] entries =
        batch.questions.keySet().stream().map(Figure::entitlement).toArray(String[]::new);
    Integer[] counts = batch.questions.values().toArray(Integer[]::new);
    return connection
        .preparedQuery(
            """
            insert into daily_figure (day, outcome, entitlement, slot, questions)
            select $4, outcome, entitlement, pg_backend_pid() % $5, questions
            from unnest($1::text[], $2::text[], $3::integer[])
              as f (outcome, entitlement, questions)
            on conflict (day, outcome, entitlement, slot) do update set
              questions = daily_figure.questions + excluded.questions""")
        .execute(Tuple.of(outcomes, entries, counts, day, SLOTS))
        .mapEmpty();
  }
}
