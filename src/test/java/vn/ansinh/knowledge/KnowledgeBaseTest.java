package vn.ansinh.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.knowledge.Entitlement.Basis;
import vn.ansinh.knowledge.Entitlement.Passage;
import vn.ansinh.text.Phrases;

class KnowledgeBaseTest {
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Period SINCE_JULY = new Period(JULY, null);
  private static final Period UNTIL_JUNE =
      new Period(LocalDate.of(2024, 7, 1), LocalDate.of(2026, 6, 30));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{base}}|2.530.000 đồng",
        "{{base * rate}}|113.850 đồng",
        "{{base * rate * 12}}|1.366.200 đồng",
        "{{base*4,5%*12}}|1.366.200 đồng",
        "{{base * 1,5}}|3.795.000 đồng",
        "{{base * times}}|15.180.000 đồng",
        "{{base / 7}}|361.429 đồng",
        "{{base / 2.000}}|1.265 đồng",
        "{{base / 400 * 3}}|18.975 đồng",
        "{{base / 0}}|(chưa có số liệu cho ngày này)",
        "{{base.previous}}|2.340.000 đồng",
        "{{base.previous * rate}}|105.300 đồng",
        "{{base.from}}|01/07/2026",
        "{{rate}}|4,5%",
        "{{rate * 2}}|9%",
        "{{times}}|6 lần",
        "{{days}}|7 ngày làm việc",
        "{{days.previous}}|(chưa có số liệu cho ngày này)",
        "{{@line}}|tổng đài 1900 9068",
        "{{@desk}}|bộ phận Một cửa",
        "{{&decree}}|Nghị định 161/2026/NĐ-CP",
        "{{&decree.from}}|05/10/2026",
        "{{&plan}}|Chương trình hành động của phường",
        "{{= 76 tuổi}}|76 tuổi",
        "{{base + 1}}|(chưa có số liệu cho ngày này)",
        "{{base * 1.5}}|(chưa có số liệu cho ngày này)",
        "{{12 * base}}|(chưa có số liệu cho ngày này)",
      })
  void aReferenceBecomesItsWords(String text, String words) {
    assertThat(rendered(text, TODAY)).isEqualTo(words);
  }

  @Test
  void aFigureFollowsTheDayThatIsAskedAbout() {
    assertThat(rendered("{{base}}", JULY.minusDays(1))).isEqualTo("2.340.000 đồng");
    assertThat(rendered("{{base}}", JULY)).isEqualTo("2.530.000 đồng");
    assertThat(rendered("{{base}}", LocalDate.of(2020, 1, 1)))
        .isEqualTo("(chưa có số liệu cho ngày này)");
  }

  @Test
  void aPassageIsSaidOnlyBetweenItsDates() {
    Entitlement entitlement =
        entitlement(
            List.of(),
            passage("Trước.", new Period(null, JULY.minusDays(1))),
            passage("Nay.", SINCE_JULY));

    assertThat(BASE.text(entitlement, Facet.AMOUNT, JULY.minusDays(1)).orElseThrow().plain())
        .isEqualTo("Trước.");
    assertThat(BASE.text(entitlement, Facet.AMOUNT, JULY).orElseThrow().plain()).isEqualTo("Nay.");
    assertThat(BASE.text(entitlement, Facet.WHO, JULY)).isEmpty();
  }

  @Test
  void theBasisOfTheFacetComesFirstThenTheDocumentsOfItsFigures() {
    Entitlement entitlement =
        entitlement(
            List.of(
                new Basis("law", "Điều 21", Set.of(), Period.ALWAYS, 0),
                new Basis("decree", "Điều 9", Set.of(Facet.WHERE), Period.ALWAYS, 0)),
            passage("{{base * rate}}", Period.ALWAYS));

    assertThat(BASE.sources(entitlement, Facet.AMOUNT, TODAY))
        .containsExactly(
            new Source("Luật 41/2024/QH15", "Điều 21", new Period(LocalDate.of(2025, 7, 1), null)),
            new Source("Nghị định 161/2026/NĐ-CP", "Điều 3", SINCE_JULY),
            new Source("Luật 41/2024/QH15", "Điều 6", new Period(LocalDate.of(2025, 7, 1), null)));
  }

  @Test
  void aBasisAndAFigureOfTheSameArticleAreOneSourceWithTheFiguresDates() {
    Entitlement entitlement =
        entitlement(
            List.of(new Basis("decree", "Điều 3", Set.of(), Period.ALWAYS, 0)),
            passage("{{base}}", Period.ALWAYS));

    assertThat(BASE.sources(entitlement, Facet.AMOUNT, TODAY))
        .containsExactly(new Source("Nghị định 161/2026/NĐ-CP", "Điều 3", SINCE_JULY));
  }

  @Test
  void aDocumentThatIsNotInForceThatDayIsNotCitedUnlessTheBasisHasItsOwnDates() {
    Basis old = new Basis("old", "Điều 1", Set.of(), Period.ALWAYS, 0);
    Basis decree = new Basis("decree", "Điều 1", Set.of(), Period.ALWAYS, 0);
    Basis early = new Basis("decree", "Điều 2", Set.of(), SINCE_JULY, 0);
    Entitlement entitlement = entitlement(List.of(old, decree, early), passage("x", Period.ALWAYS));

    assertThat(BASE.sources(entitlement, Facet.AMOUNT, TODAY))
        .extracting(Source::article)
        .containsExactly("Điều 1", "Điều 2");
    assertThat(BASE.sources(entitlement, Facet.AMOUNT, JULY))
        .containsExactly(new Source("Nghị định 161/2026/NĐ-CP", "Điều 2", SINCE_JULY));
    assertThat(BASE.sources(entitlement, Facet.AMOUNT, JULY.minusDays(1)))
        .extracting(Source::document)
        .containsExactly("Nghị định 73/2024/NĐ-CP");
  }

  @Test
  void theLegalFacetCitesEveryBasis() {
    Entitlement entitlement =
        entitlement(
            List.of(new Basis("law", "Điều 21", Set.of(Facet.WHO), Period.ALWAYS, 0)),
            new Passage(Facet.LEGAL, Period.ALWAYS, Grade.A, "x", 1));

    assertThat(BASE.sources(entitlement, Facet.LEGAL, TODAY)).hasSize(1);
  }

  @Test
  void thereIsAlwaysASource() {
    Basis elsewhere = new Basis("old", "", Set.of(Facet.WHO), Period.ALWAYS, 0);

    assertThat(BASE.sources(entitlement(List.of(elsewhere)), Facet.WHERE, TODAY))
        .containsExactly(new Source("Nghị định 73/2024/NĐ-CP", "", UNTIL_JUNE));
    assertThat(BASE.sources(entitlement(List.of()), Facet.WHERE, TODAY))
        .extracting(Source::document)
        .containsExactly("Chương trình hành động của Đảng ủy");
  }

  private static String rendered(String text, LocalDate on) {
    Entitlement entitlement = entitlement(List.of(), passage(text, Period.ALWAYS));
    return BASE.text(entitlement, Facet.AMOUNT, on).orElseThrow().plain();
  }

  private static Passage passage(String text, Period period) {
    return new Passage(Facet.AMOUNT, period, Grade.A, text, 1);
  }

  private static Entitlement entitlement(List<Basis> basis, Passage... passages) {
    return new Entitlement(
        new EntitlementId("x"),
        "X",
        "X",
        "area",
        "plan-I.1",
        Grade.A,
        "desk",
        TODAY,
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        basis,
        List.of(passages),
        "entitlements/area/x.md");
  }

  private static Parameter parameter(String name, String unit, Parameter.Value... values) {
    return new Parameter(name, name, unit, List.of(values));
  }

  private static Parameter.Value value(
      String amount, Period period, String document, String article) {
    return new Parameter.Value(new BigDecimal(amount), period, document, article, Grade.A, 0);
  }

  private static LegalDocument document(String id, String kind, String number, Period period) {
    String title = number.isEmpty() ? "của phường" : "";
    return new LegalDocument(id, kind, number, title, period, null, Grade.A, 0);
  }

  private static final KnowledgeBase BASE =
      new KnowledgeBase(
          new TreeMap<>(),
          Map.of(
              "base",
              parameter(
                  "base",
                  "đồng",
                  value("2340000", UNTIL_JUNE, "old", "Điều 3"),
                  value("2530000", SINCE_JULY, "decree", "Điều 3")),
              "rate",
              parameter("rate", "%", value("4.5", Period.ALWAYS, "law", "Điều 6")),
              "times",
              parameter("times", "lần", value("6", Period.ALWAYS, "law", "")),
              "days",
              parameter("days", "ngày làm việc", value("7", Period.ALWAYS, "law", ""))),
          Map.of(
              "old",
              document("old", "Nghị định", "73/2024/NĐ-CP", UNTIL_JUNE),
              "decree",
              document(
                  "decree",
                  "Nghị định",
                  "161/2026/NĐ-CP",
                  new Period(LocalDate.of(2026, 10, 5), null)),
              "law",
              document("law", "Luật", "41/2024/QH15", new Period(LocalDate.of(2025, 7, 1), null)),
              "plan",
              document("plan", "Chương trình hành động", "", Period.ALWAYS),
              "programme",
              new LegalDocument(
                  "programme",
                  "Chương trình hành động",
                  "",
                  "của Đảng ủy",
                  Period.ALWAYS,
                  null,
                  Grade.A,
                  0)),
          Map.of(
              "line",
              new KnowledgeBase.Contact("line", "tổng đài", "1900 9068", ""),
              "desk",
              new KnowledgeBase.Contact("desk", "bộ phận Một cửa", "", "giờ hành chính")),
          List.of(),
          KnowledgeBase.Circles.NONE,
          Phrases.ofKeys(),
          Lexicon.EMPTY);
}
