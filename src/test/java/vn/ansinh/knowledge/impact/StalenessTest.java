package vn.ansinh.knowledge.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.knowledge.file.Fixture;
import vn.ansinh.knowledge.file.Loaded;

class StalenessTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String OVERVIEW = Fixture.ENTRY + ":22";
  private static final String AMOUNT = Fixture.ENTRY + ":26";

  @TempDir private Path root = Path.of("");
  private Fixture files = new Fixture(root);

  @BeforeEach
  void writeAGoodBase() throws IOException {
    files = Fixture.in(root);
  }

  @Test
  void nothingIsStaleWhenAllIsReviewedAndInForce() {
    assertThat(stale(TODAY, 6)).isEmpty();
  }

  @Test
  void aReviewLastsToTheDay() {
    assertThat(stale(TODAY.plusMonths(6), 6)).isEmpty();
    assertThat(stale(TODAY.plusMonths(6).plusDays(1), 6))
        .hasSize(2)
        .allMatch(Stale.Unreviewed.class::isInstance);
    assertThat(stale(TODAY.plusMonths(6).plusDays(1), 12)).isEmpty();
  }

  @Test
  void aBasisThatHasEndedIsFoundWithThePassagesItCarries() throws IOException {
    files.replace(Fixture.ENTRY, "document: nd-new", "document: nd-old");

    assertThat(places(stale(TODAY, 6)))
        .containsExactly(Fixture.ENTRY + ":15", AMOUNT, Fixture.ENTRY + ":35");
    assertThat(stale(TODAY, 6)).allMatch(each -> LocalDate.of(2026, 10, 4).equals(each.since()));
    assertThat(stale(LocalDate.of(2026, 10, 4), 6)).isEmpty();
  }

  @Test
  void aBasisOfAnotherTimeMayHaveEnded() throws IOException {
    files.replace(Fixture.ENTRY, "document: nd-new", "document: nd-old\n    to: 2026-10-04");

    assertThat(stale(TODAY, 6)).isEmpty();
  }

  @Test
  void aValueWhoseDocumentHasEndedIsFoundWithThePassagesThatSayIt() throws IOException {
    files.replace(
        "parameters.yaml", "{value: 75, document: nd-new", "{value: 75, document: nd-old");

    assertThat(places(stale(TODAY, 6)))
        .containsExactly("entitlements/elderly/other.md:22", OVERVIEW, "parameters.yaml:11");
  }

  @Test
  void whatAFigureWasBeforeMayRestOnAnEndedDocument() {
    assertThat(stale(LocalDate.of(2026, 10, 5), 6)).isEmpty();
  }

  @Test
  void aFigureThatRanOutIsFoundOnlyInPassagesThatHoldThen() throws IOException {
    files.replace("parameters.yaml", "from: 2026-07-01,", "from: 2026-07-01, to: 2026-12-31,");

    List<Stale> found = stale(LocalDate.of(2027, 1, 1), 6);

    assertThat(places(found))
        .filteredOn(place -> place.startsWith(Fixture.ENTRY))
        .containsExactly(OVERVIEW, AMOUNT);
    assertThat(found)
        .allMatch(Stale.Valueless.class::isInstance)
        .allMatch(each -> LocalDate.of(2026, 12, 31).equals(each.since()));
    assertThat(stale(LocalDate.of(2026, 12, 31), 6)).isEmpty();
  }

  @Test
  void theOldestComesFirst() throws IOException {
    files.replace(Fixture.ENTRY, "document: nd-new", "document: nd-old");
    files.replace("entitlements/elderly/other.md", "2026-11-23", "2026-01-15");

    List<Stale> found = stale(TODAY, 6);

    assertThat(found.getFirst().place().toString()).isEqualTo("entitlements/elderly/other.md");
    assertThat(found).hasSize(4).isSortedAccordingTo(Comparator.comparing(Stale::since));
  }

  private List<Stale> stale(LocalDate day, int months) {
    return Staleness.of(((Loaded.Good) files.load()).base(), day, months);
  }

  private static List<String> places(List<Stale> stale) {
    return stale.stream().map(each -> each.place().toString()).toList();
  }
}
