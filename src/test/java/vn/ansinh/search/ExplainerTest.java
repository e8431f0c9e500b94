package vn.ansinh.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.search.analysis.Syllable;
import vn.ansinh.search.explain.Explained;
import vn.ansinh.search.explain.Explained.Candidate;
import vn.ansinh.search.explain.Explained.Kind;
import vn.ansinh.search.explain.Explained.Source;
import vn.ansinh.search.explain.Explained.Term;
import vn.ansinh.search.explain.Explained.Why;
import vn.ansinh.search.explain.Explained.Word;

class ExplainerTest {
  private static final SearchIndex INDEX =
      SearchIndex.of(SmallKnowledge.base(), SearchSettings.DEFAULT);

  private static Explained explain(String question) {
    return INDEX.explain(question, List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hoà giải|hoà>hòa NORMALISED, giải>giải
          bhyt hgđ|bhyt>bảo ABBREVIATION, bhyt>hiểm ABBREVIATION, bhyt>y ABBREVIATION, \
          bhyt>tế ABBREVIATION, hgđ>hộ ABBREVIATION, hgđ>gia ABBREVIATION, hgđ>đình ABBREVIATION
          tien gia|tien>tiền MARKS, gia>già MARKS
          baor hiểm|baor>bảo KEYS, hiểm>hiểm
          trợ cấpp hưu|trợ>trợ, cấpp>cấp TYPO+MARKS, hưu>hưu
          75t|75t>75 SPLIT, 75t>tuổi SPLIT
          """)
  void eachWordTellsHowItWasRead(String question, String expected) {
    assertThat(
            explain(question).read().words().stream()
                .map(ExplainerTest::shown)
                .collect(Collectors.joining(", ")))
        .isEqualTo(expected);
  }

  private static String shown(Word word) {
    String steps = word.steps().stream().map(Enum::name).collect(Collectors.joining("+"));
    return (word.typed() + ">" + word.read() + " " + steps).strip();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dạ cho em hỏi bhyt hgđ đóng bn 1 th ạ",
        "baor hiểm y tế hét hạn, 24tr thi sao",
        "me 76t ko luong huu, dduwocj bao nhieu?",
        "trợ cáp hưu tri xã họi",
        ""
      })
  void theWordsAreThoseThatWereSearchedFor(String question) {
    assertThat(explain(question).read().words().stream().map(Word::read))
        .isEqualTo(INDEX.understood(question).words().stream().map(Syllable::marked).toList());
  }

  @Test
  void decomposedTextIsNoticed() {
    assertThat(explain("tiền già").read().isApart()).isFalse();
    assertThat(explain(Normalizer.normalize("tiền già", Normalizer.Form.NFD)).read().isApart())
        .isTrue();
  }

  @Test
  void sidesNamesMeaningsAndAgesAreTold() {
    Explained.Read read = explain("cụ 76 tuổi xin tiền già nộp ở đâu, nhà có đám ma").read();
    assertThat(read.facet()).isEqualTo(Facet.WHERE);
    assertThat(read.sides()).containsExactly(new Explained.Side("nộp ở đâu", Facet.WHERE));
    assertThat(read.names())
        .containsExactly(
            new Explained.Name("tiền già", List.of(new EntitlementId("sp-social-pension"))));
    assertThat(read.meanings()).containsExactly(new Explained.Meaning("đám ma", "mai táng"));
    assertThat(read.ages()).containsExactly(76);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tiền già được bao nhiêu", "bhyt ho gia dinh", "nộp ở đâu", "thẻ hết hạn", "xyz"})
  void scoresAndVerdictAreThoseOfTheSearch(String question) {
    Finding finding = INDEX.search(question);
    Explained explained = explain(question);
    assertThat(explained.candidates().stream().map(each -> new Hit(each.entry(), each.score())))
        .startsWith(finding.results().toArray(Hit[]::new));
    assertThat(explained.verdict().competing())
        .isEqualTo(
            switch (finding) {
              case Finding.Nothing _ -> 0;
              case Finding.Confident _ -> 1;
              case Finding.Ambiguous ambiguous -> ambiguous.competing();
            });
    double sum = explained.verdict().parts().stream().mapToDouble(part -> part.amount()).sum();
    if (!explained.candidates().isEmpty()) {
      assertThat(explained.verdict().chance()).isEqualTo(1 / (1 + Math.exp(-sum)), within(1e-9));
    }
  }

  @Test
  void whatIsToldAddsUpToTheRank() {
    for (Candidate candidate :
        explain("bà nội tôi mất thì xin hỗ trợ mai táng ở đâu").candidates()) {
      Why why = Objects.requireNonNull(candidate.why());
      assertThat(candidate.parts().stream().mapToDouble(part -> part.amount()).sum())
          .isEqualTo(candidate.rank(), within(1e-9));
      assertThat(sum(why.textTerms())).isEqualTo(why.textScore(), within(1e-4));
      assertThat(sum(why.wholeTerms())).isEqualTo(value(candidate, Kind.WHOLE), within(1e-4));
      assertThat(sum(why.tellingTerms())).isEqualTo(value(candidate, Kind.TELLING), within(1e-4));
    }
  }

  private static double sum(List<Term> terms) {
    return terms.stream().mapToDouble(Term::score).sum();
  }

  private static double value(Candidate candidate, Kind kind) {
    return candidate.parts().stream()
        .filter(part -> part.kind() == kind)
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void theReasonNamesTextsAndWhereTermsStand() {
    Why why = Objects.requireNonNull(explain("tiền mai táng").candidates().getFirst().why());
    assertThat(why.named()).isEqualTo("tiền mai táng");
    assertThat(why.alike()).isEqualTo(new Explained.Text(Source.ALIAS, "tiền mai táng"));
    assertThat(why.wholeTerms())
        .anySatisfy(
            term -> {
              assertThat(term.term()).isEqualTo("mai tang");
              assertThat(term.in()).containsExactly(Source.TITLE, Source.ALIAS, Source.EXAMPLE);
            });
  }

  @Test
  void entriesFarBehindAreExplainedWhenAskedFor() {
    String question = "bảo hiểm y tế";
    Candidate last = explain(question).candidates().getLast();
    assertThat(explain(question).candidates()).hasSizeGreaterThan(2);
    assertThat(INDEX.explain(question, List.of(last.entry())).candidates().getLast().why())
        .isNotNull();
  }
}
