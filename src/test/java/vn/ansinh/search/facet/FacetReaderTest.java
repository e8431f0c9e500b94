package vn.ansinh.search.facet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.search.analysis.Syllables;
import vn.ansinh.text.Vietnamese;

class FacetReaderTest {
  private static final Map<Facet, List<String>> PHRASES =
      Map.of(
          Facet.AMOUNT, List.of("bao nhiêu"),
          Facet.DOCUMENTS, List.of("giấy xác nhận", "giấy gì"),
          Facet.DEADLINE, List.of("bao lâu"),
          Facet.WHERE, List.of("ở đâu"));

  private static final Map<Facet, List<String>> EXAMPLES =
      Map.of(
          Facet.OVERVIEW,
              List.of(
                  "lương hưu",
                  "thẻ bảo hiểm",
                  "giấy xác nhận hộ nghèo",
                  "giấy xác nhận",
                  "giấy xác nhận nơi ở"),
          Facet.AMOUNT, List.of("một tháng bao nhiêu", "thẻ này bao nhiêu", "được bao nhiêu"),
          Facet.DOCUMENTS, List.of("cần giấy gì", "làm thẻ phải có giấy gì", "đem giấy gì theo"),
          Facet.DEADLINE,
              List.of(
                  "làm lại thẻ bao lâu",
                  "giấy xác nhận hộ nghèo bao lâu có",
                  "chờ bao lâu",
                  "giấy xác nhận bao lâu"),
          Facet.WHERE, List.of("làm thẻ ở đâu", "nộp ở đâu", "giấy xác nhận xin ở đâu"));

  private static final FacetReader LEARNT = reader(EXAMPLES);

  private static FacetReader reader(Map<Facet, List<String>> examples) {
    return new FacetReader(
        PHRASES, self -> self.learn(List.of(examples), FacetReaderTest::sentence));
  }

  private static Sentence sentence(String text) {
    return new Sentence(Syllables.of(text), new BitSet());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          giấy xác nhận khuyết tật làm lại bao lâu|DEADLINE
          mất giấy xác nhận thì xin lại ở đâu|WHERE
          trợ cấp mồ côi bao nhiêu|AMOUNT
          khai sinh cho cháu cần giấy gì|DOCUMENTS
          giấy xác nhận khuyết tật|OVERVIEW
          """)
  void examplesTeachWhichOfTheWordsAsk(String question, Facet facet) {
    assertThat(LEARNT.read(sentence(question)).facet()).isEqualTo(facet);
    assertThat(LEARNT.read(sentence(Vietnamese.fold(question))).facet()).isEqualTo(facet);
  }

  @Test
  void marksTellWordsApartThatLookAlikeWithoutThem() {
    FacetReader reader =
        reader(
            Map.of(
                Facet.WHERE, List.of("mua đâu", "xin đâu", "lấy đâu"),
                Facet.OVERVIEW, List.of("mua dầu", "xin dầu", "lấy dầu")));
    assertThat(reader.read(sentence("đổi đâu")).facet()).isEqualTo(Facet.WHERE);
    assertThat(reader.read(sentence("đổi dầu")).facet()).isEqualTo(Facet.OVERVIEW);
  }

  @Test
  void withoutExamplesTheStrongestPhraseDecides() {
    FacetReader unlearnt = reader(Map.of());
    String question = "giấy xác nhận khuyết tật làm lại bao lâu";
    assertThat(unlearnt.read(sentence(question)).facet()).isEqualTo(Facet.DOCUMENTS);
    assertThat(unlearnt.read(sentence("khuyết tật có được không")).facet()).isEqualTo(Facet.WHO);
    assertThat(unlearnt.read(sentence("khuyết tật")).facet()).isEqualTo(Facet.OVERVIEW);
  }

  @Test
  void theWordsOfSetPhrasesAreToldApart() {
    FacetReader.Reading reading = LEARNT.read(sentence("thẻ bảo hiểm làm ở đâu"));
    assertThat(reading.named()).isTrue();
    assertThat(reading.words().stream()).containsExactly(4, 5);
    assertThat(LEARNT.read(sentence("thẻ bảo hiểm")).named()).isFalse();
  }

  @Test
  void anyTextHasASide() {
    for (String text : List.of("", "🙂", "?!…", "x ".repeat(400))) {
      assertThat(LEARNT.read(sentence(text)).facet()).isNotNull();
    }
  }

  @Test
  void theSameExamplesAlwaysTeachTheSame() {
    FacetReader again = reader(EXAMPLES);
    for (String text : List.of("bao lâu ở đâu", "giấy gì bao nhiêu", "làm lại thẻ")) {
      assertThat(again.read(sentence(text))).isEqualTo(LEARNT.read(sentence(text)));
    }
  }
}
