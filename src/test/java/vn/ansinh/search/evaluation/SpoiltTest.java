package vn.ansinh.search.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.search.evaluation.Evaluation.Row;

class SpoiltTest {
  @ParameterizedTest
  @CsvSource({
    "hòa giải, hoà giải",
    "khoẻ, khỏe",
    "sức khỏe thì, sức khoẻ thì",
    "thuý thúy, thúy thuý",
    "quý quỳ, quý quỳ",
    "toán loại huỳnh, toán loại huỳnh",
    "toàn hoàn, toàn hoàn",
    "họa hoạ họa, hoạ họa hoạ"
  })
  void toneGoesToTheOtherVowelOfOpenSyllablesOnly(String question, String other) {
    assertThat(Spoilt.OTHER_TONE.of(question)).isEqualTo(other);
  }

  @Test
  void onlyAccentedRowsAreSpoiltEachInEveryWay() {
    Row accented = new Row("a", "tiền già", "accented", List.of("x"), List.of());
    Row plain = new Row("b", "tien gia", "no-accent", List.of("x"), List.of());
    List<Row> rows = Spoilt.all(List.of(accented, plain));
    assertThat(rows)
        .containsExactly(
            new Row(
                "a",
                Normalizer.normalize("tiền già", Normalizer.Form.NFD),
                "nfd",
                List.of("x"),
                List.of()),
            new Row("a", "tiền già", "other-tone", List.of("x"), List.of()),
            new Row("a", "tien gia", "no-marks", List.of("x"), List.of()));
  }
}
