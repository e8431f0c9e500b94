package vn.ansinh.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.knowledge.Facet;

class QuestionReaderTest {
  private static final SearchIndex INDEX =
      SearchIndex.of(SmallKnowledge.unlearnt(), SearchSettings.DEFAULT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tiền già bao nhiêu một tháng|AMOUNT
          tien gia bao nhieu mot thang|AMOUNT
          làm tiền già cần giấy tờ gì|DOCUMENTS
          nộp hồ sơ mai táng ở đâu|WHERE
          nộp hồ sơ ở đâu để xin tiền già|WHERE
          ho so tien gia nop o dau|WHERE
          bao nhiêu tuổi thì được tiền già|WHO
          bao lâu thì xong|DEADLINE
          tiền già khi nào có tiền|PAYMENT
          theo nghị định nào vậy|LEGAL
          học phí được miễn từ khi nào|CHANGED
          """)
  void theSideAskedAboutIsRecognised(String question, Facet facet) {
    Asked asked = INDEX.search(question).asked();
    assertThat(asked.facet()).isEqualTo(facet);
    assertThat(asked.facetNamed()).isTrue();
  }

  @Test
  void aQuestionThatNamesNoSideIsAboutTheWhole() {
    Asked asked = INDEX.search("trợ cấp hưu trí xã hội").asked();
    assertThat(asked.facet()).isEqualTo(Facet.OVERVIEW);
    assertThat(asked.facetNamed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thế hồ sơ thì sao",
        "the ho so thi sao",
        "nộp ở đâu",
        "bao nhiêu tiền vậy",
        "bn tiền vậy ạ",
        "còn mẹ em thì sao ạ",
        "dạ cho em hỏi bao lâu ạ"
      })
  void aQuestionOfFillerAndSidesAloneIsBare(String question) {
    assertThat(INDEX.search(question).asked().bare()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tiền già nộp ở đâu",
        "thế mai táng thì sao",
        "75 tuổi được bao nhiêu",
        "bao nhiêu con mèo",
        "thời tiết thế nào",
        "",
        "🙂"
      })
  void aQuestionWithASubjectOrWithoutWordsIsNotBare(String question) {
    assertThat(INDEX.search(question).asked().bare()).isFalse();
  }

  @Test
  void theQuestionIsKeptAsTyped() {
    assertThat(INDEX.search("  Tiền GIÀ?? ").asked().question()).isEqualTo("  Tiền GIÀ?? ");
  }
}
