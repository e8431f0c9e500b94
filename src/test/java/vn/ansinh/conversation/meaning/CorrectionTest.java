package vn.ansinh.conversation.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          không, ý tôi là nam cơ, sinh năm 1966|nam cơ, sinh năm 1966
          khong y toi la be moi 5 tuoi|be moi 5 tuoi
          à không, ý em hỏi mai táng phí|mai táng phí
          à nhầm, trợ cấp khuyết tật|trợ cấp khuyết tật
          nhầm rồi, tôi hỏi tiền già|tiền già
          tôi hỏi nhầm, thẻ cho bé cơ|thẻ cho bé cơ
          không phải, tôi hỏi thẻ của mẹ tôi|thẻ của mẹ tôi
          không phải tôi hỏi thẻ của mẹ tôi|thẻ của mẹ tôi
          dạ không phải đâu ạ, em muốn hỏi về học phí|học phí
          ý tôi là vay tiền để mua cơ|vay tiền để mua cơ
          Không phải cái đó, hồ sơ cơ|hồ sơ cơ
          không phải|''
          nhầm rồi|''
          """)
  void whatWasMeantIsWhatFollowsTheOpening(String text, String meant) {
    assertThat(Correction.rest(text)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "không có lương hưu thì được gì",
        "không phải hộ nghèo thì mua thẻ bao nhiêu",
        "khong phai ho ngheo co duoc khong",
        "không nộp đúng hạn thì sao",
        "ý nghĩa của chương trình là gì",
        "tiền già bao nhiêu",
        "nhầm lẫn ngày sinh trên thẻ thì sửa ở đâu",
        ""
      })
  void aQuestionThatBeginsWithNoCorrectsNothing(String text) {
    assertThat(Correction.rest(text)).isEmpty();
  }
}
