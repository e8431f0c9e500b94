package vn.ansinh.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllablesTest {

  @ParameterizedTest
  @CsvSource({
    "hoà, hòa",
    "hoá, hóa",
    "khoẻ, khỏe",
    "tuỳ, tùy",
    "thuý, thúy",
    "uỷ, ủy",
    "quý, quí",
    "quỹ, quĩ",
    "kỹ, kĩ",
    "lý, lí",
    "tỷ, tỉ",
    "mỹ, mĩ",
    "y, y",
    "ý, ý",
    "tuyết, tuyết",
    "hoàn, hoàn",
    "ngày, ngày",
    "nguyễn, nguyễn"
  })
  void oneSyllableHasOneSpelling(String typed, String normal) {
    assertThat(marked(typed)).containsExactly(normal);
  }

  @Test
  void decomposedTextReadsLikeComposedText() {
    String text = "Trợ cấp hưu trí xã hội, Điều dưỡng tại nhà được không?";
    assertThat(Syllables.of(Normalizer.normalize(text, Normalizer.Form.NFD)))
        .isEqualTo(Syllables.of(text));
  }

  @Test
  void foldingStripsEveryMark() {
    assertThat(Syllables.of("Đường ĐƯỢC ngoằn ngoèo uỷ ban"))
        .extracting(Syllable::folded)
        .containsExactly("duong", "duoc", "ngoan", "ngoeo", "uy", "ban");
  }

  @Test
  void sentenceMarksPartPhrasesAndDashesDoNot() {
    assertThat(Syllables.of("văn hóa - xã hội, ở đâu?\nhồ sơ"))
        .extracting(Syllable::phrase)
        .containsExactly(0, 0, 0, 0, 1, 1, 3, 3);
  }

  @Test
  void pointsInsideAFigureBelongToIt() {
    assertThat(marked("được 540.000 đồng. 2 triệu"))
        .containsExactly("được", "540000", "đồng", "2", "triệu");
  }

  @Test
  void onlyTypedMarksCountAsMarks() {
    assertThat(Syllables.of("tien già")).extracting(Syllable::bare).containsExactly(true, false);
  }

  @Test
  void marksWereDroppedWhereMoreWordsAreBareThanInAnyText() {
    assertThat(Syllables.dropped(Syllables.of("con em đi học được hỗ trợ gì"))).isZero();
    assertThat(Syllables.dropped(Syllables.of("con em di hoc duoc ho tro gi"))).isEqualTo(1);
    assertThat(Syllables.dropped(Syllables.of("con em di học duoc hỗ tro gì"))).isBetween(0.2, 0.8);
  }

  private static List<String> marked(String text) {
    return Syllables.of(text).stream().map(Syllable::marked).toList();
  }
}
