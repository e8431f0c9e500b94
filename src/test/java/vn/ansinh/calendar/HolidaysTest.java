package vn.ansinh.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.calendar.file.HolidayFile;
import vn.ansinh.yaml.YamlDocument;
import vn.ansinh.yaml.YamlFault;

/// The holidays that are shipped.
class HolidaysTest {
  private static Holidays holidays = Holidays.NONE;

  @BeforeAll
  static void read() throws IOException {
    holidays = of(Files.readString(Path.of("knowledge-base", Holidays.FILE)));
  }

  private static Holidays of(String yaml) {
    List<YamlFault> faults = new ArrayList<>();
    Holidays read = HolidayFile.read(YamlDocument.parse(yaml).root(), faults::add);
    assertThat(faults).isEmpty();
    return read;
  }

  private static String word(Holidays of, LocalDate day) {
    return switch (of.on(day)) {
      case OfficeDay.Working working -> working.swapped() ? "swapped" : "open";
      case OfficeDay.Weekend _ -> "weekend";
      case OfficeDay.Off off -> off.reason() + " " + off.holiday();
      case OfficeDay.Undecided undecided -> "undecided " + undecided.holiday();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, HOLIDAY Tết Dương lịch",
    "2026-02-15, weekend",
    // Decided for 2026.
    "2026-02-16, HOLIDAY Tết Nguyên đán",
    "2026-02-20, HOLIDAY Tết Nguyên đán",
    "2026-02-13, open",
    "2026-02-23, open",
    // On a Sunday, given on Monday.
    "2026-04-26, HOLIDAY Giỗ Tổ Hùng Vương",
    "2026-04-27, COMPENSATION Giỗ Tổ Hùng Vương",
    "2026-04-28, open",
    "2026-11-23, open",
    "2026-11-24, HOLIDAY Ngày Văn hóa Việt Nam",
    "2025-11-24, open",
    "2027-01-01, HOLIDAY Tết Dương lịch",
    // Tết 2027 is on a Saturday; not decided: 5 to 9 February, or 4 to 8, each with two days more.
    "2027-02-03, open",
    "2027-02-04, undecided Tết Nguyên đán",
    "2027-02-05, HOLIDAY Tết Nguyên đán",
    "2027-02-06, HOLIDAY Tết Nguyên đán",
    "2027-02-08, HOLIDAY Tết Nguyên đán",
    "2027-02-09, HOLIDAY Tết Nguyên đán",
    "2027-02-10, COMPENSATION Tết Nguyên đán",
    "2027-02-11, undecided Tết Nguyên đán",
    "2027-02-12, open",
    "2027-04-16, HOLIDAY Giỗ Tổ Hùng Vương",
    "2027-04-30, HOLIDAY Ngày Chiến thắng 30/4",
    "2027-05-01, HOLIDAY Ngày Quốc tế lao động 1/5",
    "2027-05-03, COMPENSATION Ngày Quốc tế lao động 1/5",
    "2027-05-04, open",
    "2027-09-01, undecided Quốc khánh 2/9",
    "2027-09-02, HOLIDAY Quốc khánh 2/9",
    "2027-09-03, undecided Quốc khánh 2/9",
    // Whether this day is given again after a weekend is not known.
    "2029-11-24, HOLIDAY Ngày Văn hóa Việt Nam",
    "2029-11-26, undecided Ngày Văn hóa Việt Nam",
    "2029-11-27, open",
    // Two holidays on a Saturday and a Sunday are given on Monday and Tuesday.
    "2033-04-30, HOLIDAY Ngày Chiến thắng 30/4",
    "2033-05-02, COMPENSATION Ngày Chiến thắng 30/4",
    "2033-05-03, COMPENSATION Ngày Quốc tế lao động 1/5",
    "2033-05-04, open",
  })
  void aDayIsWhatTheLawMakesIt(LocalDate day, String what) {
    assertThat(word(holidays, day)).isEqualTo(what);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24, 2026-11-25, 2026-11-23",
    "2026-11-21, 2026-11-23, 2026-11-20",
    "2026-11-25, 2026-11-25, 2026-11-25",
    "2027-02-06, 2027-02-12, 2027-02-03",
    "2027-05-01, 2027-05-04, 2027-04-29",
  })
  void theNearestOpenDayIsSurelyOpen(LocalDate day, LocalDate after, LocalDate before) {
    WorkingDays days = new WorkingDays(holidays);

    assertThat(days.onOrAfter(day)).isEqualTo(after);
    assertThat(days.onOrBefore(day)).isEqualTo(before);
  }

  @Test
  void aSwapMakesAWorkingDayFreeAndASaturdayWorkedAndLeavesTheRuleStanding() {
    Holidays swapped =
        of(
            """
            holidays:
              national-day: {name: Quốc khánh, day: 02/09, document: law}
            decisions:
              - holiday: national-day
                year: 2026
                swaps: [{off: 2026-08-31, work: 2026-08-22}]
                source: công văn
            """);

    assertThat(word(swapped, LocalDate.of(2026, 8, 31))).isEqualTo("SWAP Quốc khánh");
    assertThat(word(swapped, LocalDate.of(2026, 8, 22))).isEqualTo("swapped");
    assertThat(word(swapped, LocalDate.of(2026, 9, 2))).isEqualTo("HOLIDAY Quốc khánh");
    assertThat(new WorkingDays(swapped).isOpen(LocalDate.of(2026, 8, 22))).isTrue();
  }

  @Test
  void aDecisionEndsTheDoubt() {
    String rule =
        """
        holidays:
          national-day:
            name: Quốc khánh
            day: 02/09
            choices: [{before: 1, after: 0}, {before: 0, after: 1}]
            document: law
        """;
    Holidays decided =
        of(
            rule
                + "decisions:\n"
                + "  - {holiday: national-day, year: 2027, off: [2027-09-02..2027-09-03], source: x}\n");

    assertThat(of(rule).in(2027)).hasSize(3);
    assertThat(decided.in(2027)).hasSize(2);
    assertThat(word(decided, LocalDate.of(2027, 9, 1))).isEqualTo("open");
    assertThat(word(decided, LocalDate.of(2028, 9, 1))).isEqualTo("undecided Quốc khánh");
  }

  /// Eleven days a year by article 112, twelve with 24 November; each one lost to a weekend given
  /// again.
  @Test
  void noYearOfTheCenturyHasFewerFreeWeekdaysThanItsHolidays() {
    for (int year = 2030; year <= 2100; year++) {
      long sure =
          holidays.in(year).entrySet().stream()
              .filter(each -> !Holidays.isWeekend(each.getKey()))
              .filter(each -> each.getValue() instanceof OfficeDay.Off)
              .count();
      // One day of Tết and one of the national holiday stay open, 24 November may be lost, and the
      // Hùng Kings' day may be that of 30 April.
      assertThat(sure).as("year %d", year).isBetween(7L, 12L);
    }
  }
}
