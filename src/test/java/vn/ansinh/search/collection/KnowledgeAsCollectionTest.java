package vn.ansinh.search.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.search.collection.JudgedCollection.Good;
import vn.ansinh.search.collection.JudgedCollection.Question;
import vn.ansinh.search.collection.JudgedCollection.Text;
import vn.ansinh.text.Vietnamese;

/// The answers of our own knowledge base as if they were any texts, without aliases and examples;
/// the examples that are typed with marks are the questions, clean and spoilt.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnowledgeAsCollectionTest {
  private static final LocalDate ON = LocalDate.of(2026, 11, 23);

  private final KnowledgeBase base = base();
  private final Good collection = new Good(texts(), questions());
  private final CollectionIndex index = new CollectionIndex(collection.texts(), base.lexicon());
  private final CollectionEvaluation evaluation =
      new CollectionEvaluation(collection, index::search, () -> 0);

  @AfterAll
  void close() {
    index.close();
  }

  private static KnowledgeBase base() {
    Loaded loaded = KnowledgeFiles.load(Path.of("knowledge-base"), Clock.system(VietnamTime.ZONE));
    return switch (loaded) {
      case Loaded.Good good -> good.base();
      case Loaded.Broken broken -> throw new AssertionError(broken.faults());
    };
  }

  private List<Text> texts() {
    return base.all().stream()
        .map(entry -> new Text(entry.id().value(), entry.title(), text(entry)))
        .toList();
  }

  private String text(Entitlement entry) {
    return entry.facets(ON).stream()
        .flatMap(facet -> base.text(entry, facet, ON).stream())
        .map(text -> text.plain())
        .collect(Collectors.joining("\n"));
  }

  private List<Question> questions() {
    Hasty hasty = new Hasty(base.lexicon());
    List<Question> questions = new ArrayList<>();
    for (Entitlement entry : base.all()) {
      for (String example : entry.exampleTexts()) {
        if (isMarked(example)) {
          add(questions, "clean", example, entry);
          add(questions, "no-accent", Vietnamese.fold(example), entry);
          add(questions, "nfd", Normalizer.normalize(example, Normalizer.Form.NFD), entry);
          add(questions, "abbrev", hasty.clearlyAbbreviated(example), entry);
          add(questions, "abbrev-any", hasty.abbreviated(example), entry);
          add(questions, "typo", hasty.mistyped(example), entry);
        }
      }
    }
    return questions;
  }

  private static void add(
      List<Question> questions, String variant, String question, Entitlement entry) {
    questions.add(
        new Question(
            variant + questions.size(), question, variant, List.of(entry.id().value()), 0));
  }

  private static boolean isMarked(String example) {
    List<String> words = Stream.of(example.split(" ", -1)).toList();
    long marked = words.stream().filter(word -> !Vietnamese.fold(word).equals(word)).count();
    return 2 * marked >= words.size();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nfd", "abbrev", "typo"})
  void spoiltQuestionsFindAsManyAsCleanOnes(String variant) {
    double clean = evaluation.figures("clean").hitAt1();
    assertThat(evaluation.figures(variant).hitAt1()).isEqualTo(clean, within(0.015));
  }

  /// Without marks a tenth of the syllables could be several words, and so few and so formal texts
  /// hardly tell which; an abbreviation that may stand for several things (cn: công nhân, còn, cận
  /// nghèo) is sometimes read as another.
  @ParameterizedTest
  @ValueSource(strings = {"no-accent", "abbrev-any"})
  void whatCanBeReadInSeveralWaysLosesLittle(String variant) {
    double clean = evaluation.figures("clean").hitAt1();
    assertThat(evaluation.figures(variant).hitAt1()).isEqualTo(clean, within(0.025));
  }

  @Test
  void aSecondRunRanksTheSame() {
    List<List<String>> first = rankings(index);
    assertThat(rankings(index)).isEqualTo(first);
    try (CollectionIndex again =
        new CollectionIndex(collection.texts().reversed(), base.lexicon())) {
      assertThat(rankings(again)).isEqualTo(first);
    }
  }

  private List<List<String>> rankings(CollectionIndex any) {
    return collection.questions().stream()
        .map(question -> any.search(question.question()))
        .toList();
  }
}
