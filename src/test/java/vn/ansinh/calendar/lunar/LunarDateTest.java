package vn.ansinh.calendar.lunar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import net.time4j.PlainDate;
import net.time4j.calendar.VietnameseCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LunarDateTest {
  @ParameterizedTest
  @CsvSource({
    "1968-01-29",
    "1985-01-21",
    "2007-02-17",
    "2020-01-25",
    "2024-02-10",
    "2025-01-29",
    "2026-02-17",
    "2027-02-06",
    "2028-01-26",
    "2029-02-13",
    "2030-02-02"
  })
  void tetFallsOnThePublishedDay(LocalDate day) {
    assertThat(LunarMonth.newYear(day.getYear())).contains(day);
    assertThat(LunarDate.of(day)).contains(LunarDate.of(day.getYear(), 1, 1));
  }

  @ParameterizedTest
  @CsvSource({
    // Full moon and the Hùng Kings' day as printed in calendars.
    "2026-09-25, 2026, 8, 15, false",
    "2026-04-26, 2026, 3, 10, false",
    "2027-04-16, 2027, 3, 10, false",
    // The leap month of 2025 and of 2023.
    "2025-07-25, 2025, 6, 1, true",
    "2023-03-22, 2023, 2, 1, true",
    "2023-02-20, 2023, 2, 1, false",
  })
  void aDayHasItsLunarName(LocalDate day, int year, int month, int dayOfMonth, boolean leap) {
    LunarDate lunar = new LunarDate(new LunarMonth(year, month, leap), dayOfMonth);

    assertThat(LunarDate.of(day)).contains(lunar);
    assertThat(lunar.date()).contains(day);
  }

  @ParameterizedTest
  @CsvSource({
    "2026, 12, false, 30", "2026, 1, false, 0", "2026, 1, false, 31", "2026, 13, false, 1",
    "2026, 0, false, 1", "2026, 6, true, 1", "1812, 1, false, 1", "3001, 1, false, 1"
  })
  void whatIsNoDayOfTheLunarCalendarHasNoDate(int year, int month, boolean leap, int day) {
    assertThat(new LunarDate(new LunarMonth(year, month, leap), day).date()).isEmpty();
  }

  /// Every day from 1900 to 2100: the same as Time4J's tables, there and back, and one day after
  /// the other.
  @Test
  void everyDayOfTwoCenturiesAgreesWithTheTables() {
    Optional<LunarDate> before = Optional.empty();
    for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() <= 2100; day = day.plusDays(1)) {
      LunarDate lunar = LunarDate.of(day).orElseThrow();
      VietnameseCalendar table = PlainDate.from(day).transform(VietnameseCalendar.class);

      assertThat(lunar.day()).isEqualTo(table.getDayOfMonth());
      assertThat(lunar.month().number()).isEqualTo(table.getMonth().getNumber());
      assertThat(lunar.month().leap()).isEqualTo(table.getMonth().isLeap());
      assertThat(lunar.date()).contains(day);
      before.ifPresent(yesterday -> assertThat(follows(yesterday, lunar)).isTrue());
      before = Optional.of(lunar);
    }
  }

  private static boolean follows(LunarDate before, LunarDate after) {
    return after.month().equals(before.month())
        ? after.day() == before.day() + 1
        : after.day() == 1
            && before.day() == before.month().length()
            && before.month().next().equals(Optional.of(after.month()));
  }

  @Test
  void theCalendarEndsWhereTheTablesEnd() {
    assertThat(LunarDate.FIRST).isEqualTo("1813-02-01");
    assertThat(LunarDate.LAST).isEqualTo("3000-01-27");
    assertThat(LunarDate.of(LunarDate.FIRST)).contains(LunarDate.of(1813, 1, 1));
    assertThat(LunarDate.of(LunarDate.FIRST.minusDays(1))).isEmpty();
    assertThat(LunarDate.of(LunarDate.LAST)).isPresent();
    assertThat(LunarDate.of(LunarDate.LAST.plusDays(1))).isEmpty();
    assertThat(LunarDate.of(LocalDate.MAX)).isEmpty();
  }
}
