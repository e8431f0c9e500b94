package vn.ansinh.calendar.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.calendar.Holidays;
import vn.ansinh.calendar.Span;
import vn.ansinh.calendar.WorkingDays;
import vn.ansinh.calendar.file.HolidayFile;
import vn.ansinh.yaml.YamlDocument;
import vn.ansinh.yaml.YamlFault;

class RecurrenceTest {
  private static final WorkingDays PLAIN = new WorkingDays(Holidays.NONE);

  private final List<YamlFault> faults = new ArrayList<>();

  private Recurrence read(String yaml) {
    return RecurrenceFile.read(YamlDocument.parse(yaml).root(), faults::add);
  }

  private Optional<Span> next(String yaml, LocalDate day) {
    return read(yaml).next(day, PLAIN).map(Recurrence.Occurrence::days);
  }

  @ParameterizedTest
  @CsvSource({
    "ngày 5 hằng tháng, 2026-11-24, 2026-12-05",
    "ngày 5 hằng tháng, 2026-12-05, 2026-12-05",
    "ngày 5 hằng tháng, 2026-12-06, 2027-01-05",
    "mùng 5 hàng tháng, 2026-11-24, 2026-12-05",
    "ngày 5 mỗi tháng, 2026-11-24, 2026-12-05",
    "ngay 5 hang thang, 2026-11-24, 2026-12-05",
    "ngày 15–17 hằng tháng, 2026-11-24, 2026-12-15..2026-12-17",
    "ngày 15-17 hằng tháng, 2026-12-16, 2026-12-15..2026-12-17",
    "ngày 15 - 17 hằng tháng, 2026-12-17, 2026-12-15..2026-12-17",
    "ngày 15 đến 17 hằng tháng, 2026-12-18, 2027-01-15..2027-01-17",
    "ngày 15 đến ngày 17 hằng tháng, 2026-12-18, 2027-01-15..2027-01-17",
    // A day that a month does not have is its last.
    "ngày 31 hằng tháng, 2026-11-24, 2026-11-30",
    "ngày 31 hằng tháng, 2027-02-01, 2027-02-28",
    "ngày 31 hằng tháng, 2028-02-01, 2028-02-29",
    "ngày 29–31 hằng tháng, 2027-02-01, 2027-02-28",
    "ngày 29–31 hằng tháng, 2027-04-01, 2027-04-29..2027-04-30",
    "ngày cuối hằng tháng, 2026-11-24, 2026-11-30",
    "thứ năm tuần thứ hai hằng tháng, 2026-11-24, 2026-12-10",
    "Thứ Năm tuần thứ hai hằng tháng, 2026-11-24, 2026-12-10",
    "thứ 5 tuần thứ 2 hằng tháng, 2026-11-24, 2026-12-10",
    "thứ ba tuần thứ nhất hằng tháng, 2026-11-24, 2026-12-01",
    "chủ nhật tuần cuối hằng tháng, 2026-11-24, 2026-11-29",
    "thứ tư tuần thứ tư hằng tháng, 2026-11-24, 2026-11-25",
    // A month without a fifth one is left out.
    "thứ ba tuần thứ năm hằng tháng, 2026-11-24, 2026-12-29",
    "thứ ba tuần thứ năm hằng tháng, 2026-12-30, 2027-03-30",
  })
  void aRuleSaysItsNextDays(String rule, LocalDate day, String next) {
    assertThat(next("rule: " + rule, day)).isEqualTo(Span.parse(next));
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ngày 0 hằng tháng",
        "ngày 32 hằng tháng",
        "ngày 17–15 hằng tháng",
        "ngày 5",
        "hằng tháng",
        "thứ tám tuần thứ hai hằng tháng",
        "thứ hai tuần thứ sáu hằng tháng",
        "đầu tháng",
        "ngày 5 hằng năm"
      })
  void whatIsNoRuleIsAFaultAndGivesNoDay(String rule) {
    assertThat(next("from: 2026-01-01\nrule: " + rule, LocalDate.of(2026, 11, 24))).isEmpty();
    assertThat(faults).singleElement().extracting(YamlFault::line).isEqualTo(2);
  }

  @Test
  void nothingKnownGivesNoDay() {
    assertThat(next("{}", LocalDate.of(2026, 11, 24))).isEmpty();
    assertThat(next("dates: [2026-11-20]", LocalDate.of(2026, 11, 24))).isEmpty();
    assertThat(next("{rule: ngày 5 hằng tháng, to: 2026-11-30}", LocalDate.of(2026, 11, 24)))
        .isEmpty();
    assertThat(faults).isEmpty();
  }

  @Test
  void aRuleHoldsBetweenItsDays() {
    assertThat(next("{rule: ngày 5 hằng tháng, from: 2027-03-01}", LocalDate.of(2026, 11, 24)))
        .contains(Span.of(LocalDate.of(2027, 3, 5)));
  }

  @Test
  void publishedDaysStandBesideTheRule() {
    String yaml = "{rule: ngày 15 hằng tháng, dates: [2026-12-20..2026-12-21, 2026-11-28]}";

    assertThat(next(yaml, LocalDate.of(2026, 11, 24)))
        .contains(Span.of(LocalDate.of(2026, 11, 28)));
    assertThat(next(yaml, LocalDate.of(2026, 12, 16)))
        .isEqualTo(Span.parse("2026-12-20..2026-12-21"));
  }

  @Test
  void aMovedDayComesOnItsNewDayAndOneThatFallsAwayDoesNotCome() {
    String yaml =
        """
        rule: ngày 15–17 hằng tháng
        changes:
          - {day: 2026-12-15, to: 2026-12-20..2026-12-21, source: thông báo}
          - {day: 2027-01-15, source: trạm sửa chữa}
        """;

    assertThat(next(yaml, LocalDate.of(2026, 12, 1)))
        .isEqualTo(Span.parse("2026-12-20..2026-12-21"));
    assertThat(next(yaml, LocalDate.of(2026, 12, 22)))
        .isEqualTo(Span.parse("2027-02-15..2027-02-17"));
  }

  @Test
  void twoMonthsPaidBeforeTetComeTogether() {
    Recurrence payment =
        read(
            """
            rule: ngày 5 hằng tháng
            changes:
              - {day: 2027-02-05, to: 2027-02-02, source: công văn}
              - {day: 2027-03-05, to: 2027-02-02, source: công văn}
            """);

    assertThat(payment.next(LocalDate.of(2027, 1, 20), PLAIN))
        .contains(
            new Recurrence.Occurrence(
                Span.of(LocalDate.of(2027, 2, 2)),
                List.of(LocalDate.of(2027, 2, 5), LocalDate.of(2027, 3, 5))));
    assertThat(payment.next(LocalDate.of(2027, 2, 3), PLAIN).orElseThrow().days())
        .isEqualTo(Span.of(LocalDate.of(2027, 4, 5)));
  }

  @ParameterizedTest
  @CsvSource({
    // 6 February 2027 is Tết; the office is surely open on the 3rd and on the 12th.
    "keep, 2027-02-06",
    "before, 2027-02-03",
    "after, 2027-02-12"
  })
  void aDayOnWhichTheOfficeMayBeClosedStaysOrMoves(String whenClosed, LocalDate day)
      throws IOException {
    Holidays holidays =
        HolidayFile.read(
            YamlDocument.parse(Files.readString(Path.of("knowledge-base", Holidays.FILE))).root(),
            faults::add);
    Recurrence payment = read("{rule: ngày 6 hằng tháng, when-closed: " + whenClosed + "}");

    assertThat(payment.next(LocalDate.of(2027, 1, 20), new WorkingDays(holidays)))
        .contains(new Recurrence.Occurrence(Span.of(day), List.of(LocalDate.of(2027, 2, 6))));
  }

  @Test
  void aDoseOnASecondDayOfASessionIsOnThatDay() {
    Recurrence.Occurrence session =
        read("rule: ngày 15–17 hằng tháng").next(LocalDate.of(2026, 12, 16), PLAIN).orElseThrow();

    assertThat(session.onOrAfter(LocalDate.of(2026, 12, 16))).isEqualTo("2026-12-16");
    assertThat(session.onOrAfter(LocalDate.of(2026, 12, 1))).isEqualTo("2026-12-15");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dates: [2026-13-01]|1|không phải là ngày",
        "dates: [2026-12-20..2026-12-01]|1|không phải là ngày",
        "changes: [{day: 2026-12-05, to: nay, source: x}]|1|không phải là ngày",
        "changes: [{day: 2026-12-05}]|1|Thiếu «source»",
        "changes: [{source: x}]|1|Thiếu «day»",
        "when-closed: never|1|«never»",
        "{from: 2027-01-01, to: 2026-01-01}|1|trước ngày bắt đầu",
        "rules: x|1|Không có mục tên «rules»",
      })
  void aFaultIsNamedWithItsLine(String yaml, int line, String problem) {
    read(yaml);

    assertThat(faults)
        .anySatisfy(
            fault -> {
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.problem()).contains(problem);
            });
  }

  /// From any day the next occurrence is not over, and none lies between.
  @Test
  void dayByDayNoOccurrenceIsSkipped() {
    for (String rule :
        List.of(
            "ngày 31 hằng tháng",
            "ngày 15–17 hằng tháng",
            "thứ sáu tuần thứ năm hằng tháng",
            "chủ nhật tuần cuối hằng tháng")) {
      Recurrence recurrence = read("rule: " + rule);
      Span before = recurrence.next(LocalDate.of(1900, 1, 1), PLAIN).orElseThrow().days();
      for (LocalDate day = LocalDate.of(1900, 1, 2); day.getYear() <= 2100; day = day.plusDays(3)) {
        Span next = recurrence.next(day, PLAIN).orElseThrow().days();

        assertThat(next.last()).isAfterOrEqualTo(day);
        assertThat(next).isGreaterThanOrEqualTo(before);
        if (!before.last().isBefore(day)) {
          assertThat(next).isEqualTo(before);
        }
        before = next;
      }
    }
  }
}
