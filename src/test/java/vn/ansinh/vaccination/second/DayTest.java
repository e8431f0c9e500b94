package vn.ansinh.vaccination.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayTest {
  private static long day(String text) {
    return Day.read(text).orElseThrow();
  }

  @Test
  void everyDayOfTheCalendarIsNumberedInTurn() {
    long number = day("1880-01-01");
    for (LocalDate date = LocalDate.of(1880, 1, 1);
        date.getYear() < 2220;
        date = date.plusDays(1)) {
      assertThat(Day.read(date.toString())).hasValue(number);
      assertThat(Day.write(number)).isEqualTo(date.toString());
      number++;
    }
  }

  @Test
  void aDayThatDoesNotExistIsTheFirstOfTheNextMonth() {
    assertThat(Day.write(Day.plus(day("2026-01-31"), "P1M"))).isEqualTo("2026-03-01");
    assertThat(Day.write(Day.plus(day("2024-02-29"), "P12M"))).isEqualTo("2025-03-01");
    assertThat(Day.write(Day.plus(day("2026-12-31"), "P1Y2M1W1D"))).isEqualTo("2028-03-09");
  }

  /// The second way in which the rules say when n months are full.
  @Test
  void monthsAreFullAsTheEquivalentTestSays() {
    long born = day("2023-12-27");
    for (int each = 0; each < 70; each++) {
      for (int n = 1; n <= 30; n++) {
        long full = Day.plus(born + each, "P" + n + "M");
        assertThat(isFull(born + each, full, n)).isTrue();
        assertThat(isFull(born + each, full - 1, n)).isFalse();
      }
    }
  }

  private static boolean isFull(long from, long to, int n) {
    LocalDate b = LocalDate.parse(Day.write(from));
    LocalDate d = LocalDate.parse(Day.write(to));
    int months = 12 * (d.getYear() - b.getYear()) + d.getMonthValue() - b.getMonthValue();
    return months > n || (months == n && d.getDayOfMonth() >= b.getDayOfMonth());
  }
}
