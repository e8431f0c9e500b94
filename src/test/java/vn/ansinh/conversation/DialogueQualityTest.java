package vn.ansinh.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.meaning.Search;
import vn.ansinh.conversation.reminders.Desk;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.search.Finding;
import vn.ansinh.search.SearchIndex;
import vn.ansinh.search.SearchSettings;
import vn.ansinh.search.evaluation.Evaluation;

/// Whole conversations with the real knowledge base: how many turns are answered from the right
/// entry, held by floors. Of `dialogues-test` and `dialogues-unseen` nothing is looked at but the
/// figure.
class DialogueQualityTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

  private static Dialogue dialogue;

  @BeforeAll
  static void load() {
    Loaded loaded =
        KnowledgeFiles.load(Path.of("knowledge-base"), Clock.fixed(NOW, VietnamTime.ZONE));
    assertThat(loaded).isInstanceOf(Loaded.Good.class);
    KnowledgeBase base = ((Loaded.Good) loaded).base();
    SearchIndex index = SearchIndex.of(base, SearchSettings.DEFAULT);
    dialogue = new Dialogue(base, Search.of(index), Desk.withoutDays(base), 20);
  }

  @ParameterizedTest
  @CsvSource({
    "dialogues-dev, 0.87",
    "dialogues-learn, 0.88",
    "dialogues-test, 0.88",
    "dialogues-unseen, 0.83"
  })
  void turnsAreAnsweredFromTheRightEntry(String file, double floor) throws IOException {
    List<Evaluation.Row> rows =
        Evaluation.rows(Files.readAllLines(Path.of("knowledge-base/questions", file + ".tsv")));
    List<String> wrong = new ArrayList<>();
    State state = State.NEW;
    String conversation = "";
    for (Evaluation.Row row : rows) {
      String own = row.id().substring(0, row.id().indexOf('.'));
      state = own.equals(conversation) ? state : State.NEW;
      conversation = own;
      Turn turn =
          dialogue.turn(
              state,
              new Dialogue.Said(
                  new Inbound.Content.Text(row.question()),
                  NOW.atZone(VietnamTime.ZONE).toLocalDate(),
                  NOW));
      boolean isAsked = state.clarified();
      state = turn.next();
      if (!(isAsked && isChosen(row, turn)) && !isRight(row, turn)) {
        wrong.add(row.id() + " " + row.question() + " " + row.expected() + " " + said(turn));
      }
    }
    double right = 1 - (double) wrong.size() / rows.size();
    System.out.printf("%s: %.3f of %d turns%n", file, right, rows.size());
    assertThat(right).as("%s", String.join("\n", wrong)).isGreaterThanOrEqualTo(floor);
  }

  /// What a clarifying question offered may be named, which takes no search.
  private static boolean isChosen(Evaluation.Row row, Turn turn) {
    return turn.finding() == null
        && turn.next()
            .subject(NOW)
            .map(EntitlementId::value)
            .filter(row.expected()::contains)
            .isPresent();
  }

  /// Thanks are answered without a search; what others must answer is refused.
  private static boolean isRight(Evaluation.Row row, Turn turn) {
    Finding finding = turn.finding();
    if (row.expected().equals(List.of("-"))) {
      return finding == null;
    }
    if (finding == null || finding instanceof Finding.Nothing) {
      return row.expected().isEmpty();
    }
    return row.expected().contains(first(finding));
  }

  private static String first(Finding finding) {
    return finding.results().getFirst().entitlement().value();
  }

  private static String said(Turn turn) {
    Finding finding = turn.finding();
    return finding == null
        ? "no search"
        : finding.getClass().getSimpleName()
            + " "
            + finding.results().stream().limit(2).map(hit -> hit.entitlement().value()).toList();
  }
}
