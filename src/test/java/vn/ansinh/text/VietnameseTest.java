package vn.ansinh.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "540000|540.000",
        "4.5|4,5",
        "2530000.00|2.530.000",
        "0.25|0,25",
        "-1500|-1.500",
        "8|8"
      })
  void numbersAreGroupedByDotsWithADecimalComma(String value, String shown) {
    assertThat(Vietnamese.number(new BigDecimal(value))).isEqualTo(shown);
  }

  @Test
  void datesAreDayMonthYear() {
    assertThat(Vietnamese.date(LocalDate.of(2026, 7, 1))).isEqualTo("01/07/2026");
  }

  @Test
  void foldingTakesAllMarksAwayInEitherForm() {
    assertThat(Vietnamese.fold("Điều Dưỡng")).isEqualTo("dieu duong");
    assertThat(Vietnamese.fold("Đie\u0302\u0300u")).isEqualTo("dieu");
    assertThat(Vietnamese.nfc("Đie\u0302\u0300u")).isEqualTo("Điều");
  }

  @Test
  void everyPhraseTakesItsValues() {
    assertThat(Phrase.LAW_OF_ANOTHER_DAY.key()).isEqualTo("law-of-another-day");
    assertThat(Phrases.ofKeys().text(Phrase.WELCOME).plain()).isEqualTo("welcome");
  }
}
