package vn.ansinh.search.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.search.Asked;
import vn.ansinh.search.Finding;
import vn.ansinh.search.Hit;

class EvaluationTest {
  private static final List<String> LINES =
      List.of(
          "id\tquestion\tvariant-type\texpected",
          "q1\tmột\taccented\ta",
          "q2\thai\taccented\tb|c",
          "q3\tba\tshort\ta",
          "q4\tbốn\tshort\ta",
          "",
          "x1\tnăm\tout\tOUT",
          "x2\tsáu\tout\tOUT");
  private static final Map<String, Finding> FINDINGS =
      Map.of(
          "một", new Finding.Confident(asked("một"), hits("a", "b")),
          "hai", new Finding.Ambiguous(asked("hai"), hits("a", "c"), 2),
          "ba", new Finding.Nothing(asked("ba"), hits("a")),
          "bốn", new Finding.Confident(asked("bốn"), hits("b", "c", "d", "a")),
          "năm", new Finding.Nothing(asked("năm"), hits()),
          "sáu", new Finding.Confident(asked("sáu"), hits("a")));

  private final Evaluation evaluation = Evaluation.of(Evaluation.rows(LINES), FINDINGS::get);

  @Test
  void countsHitsRanksAndRefusals() {
    Evaluation.Figures figures = evaluation.figures();
    assertThat(figures.inScope()).isEqualTo(4);
    assertThat(figures.outOfScope()).isEqualTo(2);
    assertThat(figures.hitAt1()).isEqualTo(0.5);
    assertThat(figures.hitAt3()).isEqualTo(0.75);
    assertThat(figures.meanReciprocalRank()).isEqualTo((1 + 0.5 + 1 + 0.25) / 4);
    assertThat(figures.refusedOut()).isEqualTo(0.5);
    assertThat(figures.wronglyRefused()).isEqualTo(0.25);
  }

  @Test
  void eitherOfTwoSidesIsRight() {
    List<String> lines =
        List.of(
            "id\tquestion\tvariant-type\texpected\tfacet",
            "q1\tmột\taccented\ta\twho|" + Facet.OVERVIEW.key(),
            "q2\tba\tshort\ta\twho|amount",
            "q3\tbốn\tshort\ta\t");
    Evaluation two = Evaluation.of(Evaluation.rows(lines), FINDINGS::get);
    assertThat(two.figures().facetRight()).isEqualTo(0.5);
  }

  @Test
  void listsEveryMiss() {
    assertThat(evaluation.misses())
        .extracting(miss -> miss.row().id())
        .containsExactly("q2", "q3", "q4", "x2");
    assertThat(EvaluationReport.misses(evaluation))
        .contains("q2\thai\tb|c\tAmbiguous: a 1.00, c 0.90")
        .contains("x2\tsáu\tOUT\tConfident: a 1.00");
  }

  @Test
  void reportsEachVariantAndEachArea() {
    Map<String, List<String>> areas = new LinkedHashMap<>();
    areas.put("Trống", List.of("z"));
    areas.put("Thứ hai", List.of("b", "c"));
    areas.put("Thứ nhất", List.of("a"));
    assertThat(EvaluationReport.table(evaluation, areas))
        .anyMatch(line -> line.matches("accented +2 +0 +0\\.500 .*"))
        .anyMatch(line -> line.matches("short +2 +0 +0\\.500 .*"))
        .anyMatch(line -> line.matches("out +0 +2 +- +- +- +0\\.500 +- +-"))
        .anyMatch(line -> line.matches("Thứ nhất +3 +0 +0\\.667 .*"))
        .anyMatch(line -> line.matches("Thứ hai +1 +0 +0\\.000 .*"))
        .anyMatch(line -> line.matches("\\(ngoài phạm vi\\) +0 +2 .*"))
        .noneMatch(line -> line.startsWith("Trống"));
  }

  @Test
  void entriesThatNoAreaHasAreShownApart() {
    assertThat(EvaluationReport.table(evaluation, Map.of("A", List.of("a"))))
        .anyMatch(line -> line.matches("\\(mục chưa có\\) +1 +0 .*"));
  }

  @Test
  void canBeRestrictedToKnownEntries() {
    Set<EntitlementId> known = Set.of(new EntitlementId("a"), new EntitlementId("b"));
    assertThat(Evaluation.restricted(Evaluation.rows(LINES), known::contains))
        .extracting(Evaluation.Row::id)
        .containsExactly("q1", "q3", "q4", "x1", "x2");
  }

  @Test
  void aMissingColumnIsNamed() {
    assertThatThrownBy(() -> Evaluation.rows(List.of("id\tquestion")))
        .hasMessageContaining("line 1");
    assertThatThrownBy(() -> Evaluation.rows(List.of(LINES.getFirst(), "q1\tmột")))
        .hasMessageContaining("line 2");
  }

  private static Asked asked(String question) {
    return new Asked(question, Facet.OVERVIEW, false, false, 0, false);
  }

  private static List<Hit> hits(String... ids) {
    double[] score = {1.1};
    return Stream.of(ids).map(id -> new Hit(new EntitlementId(id), score[0] -= 0.1)).toList();
  }
}
