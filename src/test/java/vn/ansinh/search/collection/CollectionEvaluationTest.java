package vn.ansinh.search.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.ansinh.search.collection.JudgedCollection.Good;
import vn.ansinh.search.collection.JudgedCollection.Question;
import vn.ansinh.search.collection.JudgedCollection.Text;

class CollectionEvaluationTest {
  private static final Map<String, List<String>> RANKINGS =
      Map.of(
          "first", List.of("a", "x", "y"),
          "second and fourth", List.of("x", "a", "y", "b"),
          "sixth", List.of("u", "v", "w", "x", "y", "a"),
          "twelfth", numbered(11, "a"),
          "never", List.of("x", "y"));

  private static List<String> numbered(int others, String last) {
    List<String> ranking = new ArrayList<>();
    IntStream.range(0, others).forEach(i -> ranking.add("n" + i));
    ranking.add(last);
    return ranking;
  }

  private static Question asked(String question, String variant, String... expected) {
    return new Question("q", question, variant, List.of(expected), 2);
  }

  private static Good collection(Question... questions) {
    List<Text> texts =
        List.of(new Text("a", "A", ""), new Text("b", "B", ""), new Text("c", "C", ""));
    return new Good(texts, List.of(questions));
  }

  private static CollectionEvaluation evaluation(Question... questions) {
    return new CollectionEvaluation(collection(questions), RANKINGS::get, () -> 0);
  }

  @Test
  void oneRightTextGainsByItsRank() {
    assertThat(evaluation(asked("first", "", "a")).figures().gainAt10()).isEqualTo(1);
    // 1 / log2(6 + 1)
    assertThat(evaluation(asked("sixth", "", "a")).figures().gainAt10())
        .isEqualTo(0.356207, within(1e-6));
    assertThat(evaluation(asked("twelfth", "", "a")).figures().gainAt10()).isZero();
    assertThat(evaluation(asked("never", "", "a")).figures().gainAt10()).isZero();
  }

  @Test
  void severalRightTextsAreMeasuredAgainstTheirBestOrder() {
    // Found at 2 and 4: 1/log2(3) + 1/log2(5) = 0.630930 + 0.430677 = 1.061606.
    // The best order of two is 1 + 0.630930, of three 2.130930.
    assertThat(evaluation(asked("second and fourth", "", "a", "b")).figures().gainAt10())
        .isEqualTo(1.061606 / 1.630930, within(1e-6));
    assertThat(evaluation(asked("second and fourth", "", "a", "b", "c")).figures().gainAt10())
        .isEqualTo(1.061606 / 2.130930, within(1e-6));
  }

  @Test
  void theBestOrderEndsAtTheTenthPlace() {
    List<String> right = numbered(11, "n11");
    assertThat(Judgement.of(right, right, 0).gain()).isEqualTo(1, within(1e-12));
  }

  @Test
  void ranksAreCountedAndAveraged() {
    var figures =
        evaluation(
                asked("first", "", "a"),
                asked("second and fourth", "", "a", "b"),
                asked("sixth", "", "a"),
                asked("twelfth", "", "a"),
                asked("never", "", "a"))
            .figures();
    assertThat(figures.questions()).isEqualTo(5);
    assertThat(figures.hitAt1()).isEqualTo(0.2);
    assertThat(figures.hitAt5()).isEqualTo(0.4);
    assertThat(figures.hitAt10()).isEqualTo(0.6);
    assertThat(figures.hitAt20()).isEqualTo(0.8);
    assertThat(figures.meanReciprocalRank())
        .isEqualTo((1 + 1 / 2.0 + 1 / 6.0 + 1 / 12.0 + 0) / 5, within(1e-12));
  }

  @Test
  void variantsAreCountedApart() {
    var evaluation = evaluation(asked("first", "accented", "a"), asked("never", "typo", "a"));
    assertThat(evaluation.figures("accented").hitAt1()).isEqualTo(1);
    assertThat(evaluation.figures("typo").hitAt1()).isZero();
    assertThat(evaluation.report())
        .anyMatch(line -> line.startsWith("tất cả") && line.contains(" 0.500"))
        .anyMatch(line -> line.startsWith("accented"))
        .anyMatch(line -> line.startsWith("typo"));
  }

  @Test
  void withoutVariantsThereIsOneLineOfFigures() {
    assertThat(evaluation(asked("first", "", "a")).report())
        .filteredOn(line -> line.contains(" 1.000"))
        .hasSize(1);
  }

  @Test
  void anAnswerThatTheCollectionDoesNotHoldIsTold() {
    assertThat(evaluation(asked("first", "", "a", "z")).report()).contains("q (dòng 2)");
    assertThat(evaluation(asked("first", "", "a")).report())
        .noneMatch(line -> line.contains("dòng"));
  }

  @Test
  void theTimeIsThatOfTheSecondRound() {
    // In milliseconds: 1 to 100 in the second round, an hour each in the first.
    List<Long> taken = new ArrayList<>();
    IntStream.range(0, 100).forEach(i -> taken.add(3_600_000L));
    IntStream.rangeClosed(1, 100).forEach(i -> taken.add((long) i));
    Iterator<Long> next = taken.iterator();
    long[] clock = {0, 0};
    var evaluation =
        new CollectionEvaluation(
            collection(
                IntStream.range(0, 100)
                    .mapToObj(i -> asked("first", "", "a"))
                    .toArray(Question[]::new)),
            RANKINGS::get,
            () -> clock[0] += clock[1]++ % 2 == 0 ? 0 : next.next() * 1_000_000);
    assertThat(evaluation.figures().millis())
        .isEqualTo(new CollectionEvaluation.Millis(50, 99, 50.5));
  }
}
