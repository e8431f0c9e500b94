package vn.ansinh.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.knowledge.days.Calendars;

class PaymentPlanTest {
  private static final Wish.Payment WISH = new Wish.Payment("allowance");

  private static final String FIFTH = "{rule: ngày 5 hằng tháng}";

  private static final String BOTH_BEFORE_TET =
      "{rule: ngày 5 hằng tháng, changes: [{day: 2027-02-05, to: 2027-02-02, source: phường},"
          + " {day: 2027-03-05, to: 2027-02-02, source: phường}]}";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        // The evening before.
        "rule: ngày 5 hằng tháng | 2026-12-01 | 2026-12-31"
            + " | 2026-12-04T19:00 evening-before 2026-12-05",
        // 5 December is a Saturday: paid on the Friday before.
        "rule: ngày 5 hằng tháng, when-closed: before | 2026-12-01 | 2026-12-31"
            + " | 2026-12-03T19:00 evening-before 2026-12-04",
        // Or on the Monday after.
        "rule: ngày 5 hằng tháng, when-closed: after | 2026-12-01 | 2026-12-31"
            + " | 2026-12-06T19:00 evening-before 2026-12-07",
        // A window is told of before its first day.
        "rule: ngày 1–5 hằng tháng | 2026-11-30 | 2026-12-30"
            + " | 2026-11-30T19:00 evening-before 2026-12-01",
        // The 31st of a shorter month is its last day.
        "rule: ngày cuối hằng tháng | 2027-02-01 | 2027-02-28"
            + " | 2027-02-27T19:00 evening-before 2027-02-28",
        // Tết is from 6 to 8 February. Paid on mùng 1: the evening before is still the old year.
        "rule: ngày 6 hằng tháng | 2027-02-01 | 2027-02-28"
            + " | 2027-02-05T19:00 evening-before 2027-02-06",
        // Paid on mùng 2: what falls there may be told there.
        "rule: ngày 7 hằng tháng | 2027-02-01 | 2027-02-28"
            + " | 2027-02-06T19:00 evening-before 2027-02-07",
        // Paid on mùng 4: the evening of mùng 3 is kept free, so it is told before Tết.
        "rule: ngày 9 hằng tháng | 2027-02-01 | 2027-02-28"
            + " | 2027-02-05T19:00 evening-before 2027-02-09",
        // Published days only.
        "dates: [2026-12-20] | 2026-12-01 | 2027-12-31"
            + " | 2026-12-19T19:00 evening-before 2026-12-20",
        // Both months paid before Tết; March has none.
        "rule: ngày 5 hằng tháng, changes: [{day: 2027-02-05, to: 2027-02-02, source: phường},"
            + " {day: 2027-03-05, to: 2027-02-02, source: phường}] | 2027-01-06 | 2027-04-30"
            + " | 2027-02-01T19:00 evening-before 2027-02-02,"
            + "2027-04-04T19:00 evening-before 2027-04-05",
        // A day that falls away.
        "rule: ngày 5 hằng tháng, changes: [{day: 2026-12-05, source: phường}]"
            + " | 2026-12-01 | 2026-12-31 | ''",
        // The evening before lies before the plan.
        "rule: ngày 5 hằng tháng | 2026-12-05 | 2026-12-31 | ''",
      })
  void aPaymentIsToldOfOnTheEveningBefore(
      String days, LocalDate on, LocalDate until, String expected) {
    assertThat(
            Rehearsal.lines(
                Rehearsal.planner(Rehearsal.payments("{" + days + "}")), WISH, on, until))
        .isEqualTo(expected.isEmpty() ? List.of() : Arrays.asList(expected.split(",")));
  }

  @Test
  void whatIsNotKnownIsNotGuessed() {
    Calendars calendars =
        Rehearsal.calendars(
            "", "allowance: {name: Trợ cấp, grade: C, source: chưa thông báo, contact: one-stop}");
    Instant now = Rehearsal.at(LocalDateTime.of(2026, 12, 1, 8, 0));

    assertThat(Rehearsal.planner(calendars).next(WISH, now)).isEmpty();
    assertThat(new ReminderTexts(Rehearsal.BASE, calendars).unknown(WISH))
        .hasValueSatisfying(
            text ->
                assertThat(text.plain())
                    .contains("chưa biết ngày chi trả", "chưa thông báo", "bộ phận Một cửa"));
    assertThat(Rehearsal.planner(calendars).next(new Wish.Payment("nothing"), now)).isEmpty();
  }

  private static List<String> changes(String before, String after, LocalDateTime now) {
    Map<String, List<Planned>> changes =
        Rehearsal.planner(Rehearsal.payments(after))
            .changes(
                Rehearsal.planner(Rehearsal.payments(before)).published(Rehearsal.at(now)),
                Rehearsal.at(now));
    return changes.getOrDefault("allowance", List.of()).stream()
        .map(each -> Rehearsal.there(each.send()) + " " + each.lead() + " " + each.due())
        .toList();
  }

  @Test
  void aPublishedDayThatChangesIsToldOfAtOnce() {
    LocalDateTime noon = LocalDateTime.of(2027, 1, 10, 12, 0);

    assertThat(changes(FIFTH, FIFTH, noon)).isEmpty();
    assertThat(changes(FIFTH, BOTH_BEFORE_TET, noon))
        .containsExactly(
            "2027-01-10T12:00 changed-2027-02-05 2027-02-02",
            "2027-01-10T12:00 changed-2027-03-05 2027-02-02");
    assertThat(
            changes(
                FIFTH,
                "{rule: ngày 5 hằng tháng, changes: [{day: 2027-02-05, source: phường}]}",
                noon))
        .containsExactly("2027-01-10T12:00 cancelled 2027-02-05");
    assertThat(changes(FIFTH, "{rule: ngày 8 hằng tháng}", noon))
        .containsExactly(
            "2027-01-10T12:00 changed-2027-02-05 2027-02-08",
            "2027-01-10T12:00 changed-2027-03-05 2027-03-08",
            "2027-01-10T12:00 changed-2027-04-05 2027-04-08");
  }

  @Test
  void aChangeWaitsForTheDecentHourWhileThatIsInTime() {
    assertThat(changes(FIFTH, BOTH_BEFORE_TET, LocalDateTime.of(2027, 1, 10, 22, 0)).getFirst())
        .startsWith("2027-01-11T08:00 changed-2027-02-05");
  }

  @Test
  void aChangeThatIsPublishedTooLateIsPlannedForAnHourThatHasPassed() {
    assertThat(changes(FIFTH, BOTH_BEFORE_TET, LocalDateTime.of(2027, 2, 2, 21, 0)))
        .containsExactly(
            "2027-02-02T19:00 changed-2027-02-05 2027-02-02",
            "2027-02-02T19:00 changed-2027-03-05 2027-02-02");
  }

  @Test
  void aChangeInTheEveningOfTheFirstOfSeveralDaysIsToldOfTheNextMorning() {
    assertThat(
            changes(
                FIFTH,
                "{rule: ngày 5 hằng tháng, changes: [{day: 2027-02-05, to: 2027-02-02..2027-02-04,"
                    + " source: phường}]}",
                LocalDateTime.of(2027, 2, 2, 21, 0)))
        .containsExactly("2027-02-03T08:00 changed-2027-02-05 2027-02-03");
  }

  @Test
  void twoMonthsThatAreMovedTogetherAreOneChange() {
    assertThat(
            changes(
                BOTH_BEFORE_TET,
                BOTH_BEFORE_TET.replace("2027-02-02", "2027-02-03"),
                LocalDateTime.of(2027, 1, 10, 12, 0)))
        .containsExactly("2027-01-10T12:00 changed-2027-02-02 2027-02-03");
  }

  @Test
  void whatWasPaidAlreadyIsNeitherMovedNorCancelled() {
    assertThat(changes(FIFTH, BOTH_BEFORE_TET, LocalDateTime.of(2027, 2, 3, 9, 0))).isEmpty();
  }
}
