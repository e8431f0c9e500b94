package vn.ansinh.knowledge.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.file.Fixture;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.knowledge.impact.Dependent.Kind;
import vn.ansinh.knowledge.impact.Dependent.Link;

class ImpactTest {
  private static final String OVERVIEW = Fixture.ENTRY + ":22";
  private static final String AMOUNT = Fixture.ENTRY + ":26";
  private static final String AMOUNT_BEFORE = Fixture.ENTRY + ":31";
  private static final String WHERE = Fixture.ENTRY + ":35";

  @TempDir private Path root = Path.of("");
  private static final List<ReminderRule> RULES =
      List.of(
          new ReminderRule("by a figure", new Place("rule", 1), Set.of("pension"), Set.of()),
          new ReminderRule("by a document", new Place("rule", 2), Set.of(), Set.of("nd-new")),
          new ReminderRule("by no law", new Place("rule", 3), Set.of(), Set.of()));

  private Fixture files = new Fixture(root);

  @BeforeEach
  void writeAGoodBase() throws IOException {
    files = Fixture.in(root);
  }

  @Test
  void aPassageRestsOnADocumentByNameByBasisAndThroughAFigure() {
    assertThat(links("nd-new", OVERVIEW))
        .containsExactly(new Link.Through("age"), new Link.Through("pension"));
    assertThat(links("nd-new", AMOUNT))
        .containsExactly(new Link.Cited(), new Link.Through("pension"));
    assertThat(links("nd-new", WHERE)).containsExactly(new Link.Named(), new Link.Cited());
  }

  @Test
  void aPassageOfAnotherTimeRestsOnTheValuesOfThatTimeOnly() {
    assertThat(places("nd-new", Kind.PASSAGE)).doesNotContain(AMOUNT_BEFORE);
    assertThat(places("nd-old", Kind.PASSAGE)).contains(OVERVIEW, AMOUNT_BEFORE);
  }

  @Test
  void whatAFigureWasBeforeRestsOnTheDocumentOfThatTime() throws IOException {
    assertThat(places("nd-old", Kind.PASSAGE)).contains(AMOUNT);

    files.replace(Fixture.ENTRY, ", trước là {{pension.previous}}", "");
    assertThat(places("nd-old", Kind.PASSAGE)).doesNotContain(AMOUNT);
  }

  @Test
  void aBasisWithDaysOfItsOwnCarriesThePassagesOfThoseDays() throws IOException {
    files.replace(
        Fixture.ENTRY, "facets: [amount, where]", "facets: [amount]\n    from: 2026-06-01");

    assertThat(links("nd-new", Fixture.ENTRY + ":32")).containsExactly(new Link.Cited());
  }

  @Test
  void aDocumentCarriesValuesBasisLinesAndTheDocumentsItReplaces() {
    assertThat(places("nd-new", Kind.VALUE))
        .containsExactly("parameters.yaml:6", "parameters.yaml:11");
    assertThat(places("nd-new", Kind.BASIS))
        .containsExactlyInAnyOrder(Fixture.ENTRY + ":15", "entitlements/elderly/other.md:15");
    assertThat(places("nd-new", Kind.DOCUMENT)).containsExactly("documents.yaml:7");
  }

  @Test
  void aParameterCarriesItsValuesAndThePassagesThatNameIt() {
    assertThat(places("pension", Kind.VALUE))
        .containsExactly("parameters.yaml:5", "parameters.yaml:6");
    assertThat(places("pension", Kind.PASSAGE))
        .contains(OVERVIEW, AMOUNT, AMOUNT_BEFORE)
        .doesNotContain(WHERE);
    assertThat(places("pension", Kind.BASIS)).isEmpty();
  }

  @Test
  void aQuestionDependsForTheFacetItAsksAndForAnyWhenItSaysNone() throws IOException {
    files.write(
        "questions/some.tsv",
        """
        id\tquestion\tvariant-type\texpected\tfacet
        q1\tnộp ở đâu\taccented\tnone|pension\twhere
        q2\tbao nhiêu\taccented\tpension\tamount
        q3\ttiền già\taccented\tpension\t-
        q4\tthời tiết\taccented\tOUT\t-
        q5\thạn nào\taccented\tpension\tdeadline
        """);
    files.write(
        "questions/other.tsv",
        """
        id\tquestion\tvariant-type\texpected
        p1\ttiền già\taccented\tother
        """);

    assertThat(places("nd-new", Kind.QUESTION))
        .containsExactly(
            "questions/other.tsv:2",
            "questions/some.tsv:2",
            "questions/some.tsv:3",
            "questions/some.tsv:4",
            // The entry is silent on deadlines and answers with its overview.
            "questions/some.tsv:6");
    assertThat(places("pension", Kind.QUESTION))
        .doesNotContain("questions/some.tsv:2")
        .contains("questions/some.tsv:3");
  }

  @Test
  void aReminderRestsOnWhatItNamesAndOnWhatItsFiguresRestOn() {
    assertThat(places("nd-new", Kind.REMINDER)).containsExactly("rule:1", "rule:2");
    assertThat(places("pension", Kind.REMINDER)).containsExactly("rule:1");
  }

  @Test
  void aDocumentThatNothingNamesHasNoDependents() {
    assertThat(dependents("nd-undated")).isEmpty();
  }

  private List<String> places(String name, Kind kind) {
    return dependents(name)
        .filter(dependent -> dependent.kind() == kind)
        .map(dependent -> dependent.place().toString())
        .toList();
  }

  private List<Link> links(String name, String place) {
    return dependents(name)
        .filter(dependent -> dependent.place().toString().equals(place))
        .flatMap(
            dependent ->
                dependent instanceof Dependent.Passage passage
                    ? passage.links().stream()
                    : Stream.empty())
        .toList();
  }

  private Stream<Dependent> dependents(String name) {
    KnowledgeBase base = ((Loaded.Good) files.load()).base();
    Subject subject = ((Names.Found) Names.of(base).find(name)).subject();
    return Impact.of(base, GoldenQuestions.read(root).all(), RULES, subject).stream();
  }
}
