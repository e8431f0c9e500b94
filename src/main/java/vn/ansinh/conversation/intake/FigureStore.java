package vn.ansinh.conversation.intake;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.conversation.Turn;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.search.Finding;

/// Counts questions by what became of them, without who asked, and writes the counts to the table
/// `daily_figure` every few seconds.
///
/// Not within the transaction of a question: everybody counts into the same few rows, and would
/// hold them until its commit. A process that is killed loses the counts of its last seconds, no
/// question and no answer.
final class FigureStore {
  private static final Logger LOG = LoggerFactory.getLogger(FigureStore.class);
  private static final long WRITE_MILLIS = 2_000;
  private static final String NO_ENTRY = "";

  private record Figure(LocalDate day, String outcome, String entitlement) {}

  private final Pool pool;
  private Map<Figure, Integer> counted = new HashMap<>();

  FigureStore(Pool pool) {
    this.pool = pool;
  }

  /// Counts a message if it was a question: if something was looked for.
  void add(Turn turn, LocalDate day) {
    Finding finding = turn.finding();
    if (finding != null) {
      add(Map.of(figure(finding, turn.unanswered(), day), 1));
    }
  }

  private synchronized void add(Map<Figure, Integer> questions) {
    questions.forEach((figure, count) -> counted.merge(figure, count, Integer::sum));
  }

  private static Figure figure(Finding finding, boolean unanswered, LocalDate day) {
    return switch (finding) {
      case Finding.Nothing _ -> new Figure(day, "refused", NO_ENTRY);
      case Finding.Ambiguous _ -> new Figure(day, "asked_back", best(finding));
      case Finding.Confident _ ->
          unanswered
              ? new Figure(day, "refused", NO_ENTRY)
              : new Figure(day, "answered", best(finding));
    };
  }

  private static String best(Finding finding) {
    EntitlementId best = finding.results().getFirst().entitlement();
    return best.value();
  }

  /// @return stops, and writes what is left
  Runnable writeRegularly(Vertx vertx) {
    long timer = vertx.setPeriodic(WRITE_MILLIS, _ -> write());
    return () -> {
      vertx.cancelTimer(timer);
      write().await();
    };
  }

  /// Writes what was counted; what could not be written is kept for the next time.
  private Future<Void> write() {
    Map<Figure, Integer> questions = taken();
    if (questions.isEmpty()) {
      return Future.succeededFuture();
    }
    return pool.preparedQuery(
            """
            insert into daily_figure (day, outcome, entitlement, questions)
            select * from unnest($1::date[], $2::text[], $3::text[], $4::integer[])
            on conflict (day, outcome, entitlement) do update set
              questions = daily_figure.questions + excluded.questions""")
        .execute(values(questions))
        .<Void>mapEmpty()
        .onFailure(
            failure -> {
              LOG.warn("figures of the day are written later: {}", failure.toString());
              add(questions);
            });
  }

  private synchronized Map<Figure, Integer> taken() {
    Map<Figure, Integer> taken = counted;
    counted = new HashMap<>();
    return taken;
  }

  private static Tuple values(Map<Figure, Integer> questions) {
    // In one order on all nodes: two that write at once wait for each other and never in a circle.
    var sorted =
        questions.entrySet().stream()
            .sorted(
                Map.Entry.comparingByKey(
                    Comparator.comparing(Figure::day)
                        .thenComparing(Figure::outcome)
                        .thenComparing(Figure::entitlement)))
            .toList();
    return Tuple.of(
        sorted.stream().map(each -> each.getKey().day()).toArray(LocalDate[]::new),
        sorted.stream().map(each -> each.getKey().outcome()).toArray(String[]::new),
        sorted.stream().map(each -> each.getKey().entitlement()).toArray(String[]::new),
        sorted.stream().map(Map.Entry::getValue).toArray(Integer[]::new));
  }
}
