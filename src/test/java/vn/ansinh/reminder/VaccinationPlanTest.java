package vn.ansinh.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ansinh.knowledge.days.Calendars;

/// Plans written out by hand, each with its reason.
class VaccinationPlanTest {
  private static final String MID_MONTH = "{rule: ngày 15–17 hằng tháng}";

  private static final String FRIDAYS =
      "{dates: [2026-10-02, 2026-10-09, 2026-10-16, 2026-10-23, 2026-10-30, 2026-11-06,"
          + " 2026-11-13, 2026-11-20, 2026-11-27, 2026-12-04, 2026-12-11, 2026-12-18,"
          + " 2026-12-25]}";

  private static final String NOTHING = "";

  private static final String AT_BIRTH = "hepb-birth:1:2026-01-01 bcg:1:2026-01-01 ";
  private static final String FIRST_YEAR =
      "dpt-hepb-hib:1:2026-03-01 dpt-hepb-hib:2:2026-04-01 dpt-hepb-hib:3:2026-05-01"
          + " opv:1:2026-03-01 opv:2:2026-04-01 opv:3:2026-05-01 ipv:1:2026-06-01 ";
  private static final String ROTA = "rota:1:2026-03-01 rota:2:2026-04-01 ";

  /// All before measles, so that it can be looked at alone.
  private static final String TO_MEASLES = AT_BIRTH + FIRST_YEAR + ROTA + "ipv:2:2026-10-01 ";

  private static final String TO_JE = TO_MEASLES + "measles:1:2026-10-01";

  private static final String TO_TD =
      TO_JE
          + " mr:1:2027-07-01 dpt-booster:1:2027-07-01 je:1:2027-01-01 je:2:2027-01-08"
          + " je:3:2028-01-08";

  record Case(
      String reason,
      Calendars calendars,
      Wish.Vaccination wish,
      String on,
      String until,
      String expected) {
    @Override
    public String toString() {
      return reason;
    }
  }

  private static Case of(
      String reason,
      String days,
      Wish.Vaccination wish,
      String on,
      String until,
      String... expected) {
    Calendars calendars = days.isEmpty() ? Rehearsal.calendars("", "") : Rehearsal.sessions(days);
    return new Case(reason, calendars, wish, on, until, String.join("|", expected));
  }

  private static Wish.Vaccination child(String given) {
    return Rehearsal.child("2026-01-01", given);
  }

  private static Wish.Vaccination later(String given, String notBefore) {
    return Rehearsal.child("2026-01-01", given, LocalDate.parse(notBefore));
  }

  static Stream<Case> cases() {
    return Stream.of(early(), inTime(), tet()).flatMap(cases -> cases);
  }

  private static Stream<Case> early() {
    return Stream.of(
        of(
            "measles is recommended on 1 October: the session of the 15th, three "
                + "days before and on its morning",
            MID_MONTH,
            child(TO_MEASLES),
            "2026-10-01",
            "2026-10-31",
            "2026-10-12T08:00 3-before 2026-10-15 measles:1",
            "2026-10-15T08:00 on-day 2026-10-15 measles:1"),
        of(
            "overdue from 1 November: three sessions, and what else is due by then " + "with it",
            MID_MONTH,
            child(TO_MEASLES),
            "2026-11-01",
            "2027-01-31",
            "2026-11-12T08:00 3-before 2026-11-15 measles:1",
            "2026-11-15T08:00 on-day 2026-11-15 measles:1",
            "2026-12-12T08:00 3-before 2026-12-15 measles:1",
            "2026-12-15T08:00 on-day 2026-12-15 measles:1",
            "2027-01-12T08:00 3-before 2027-01-15 measles:1 je:1",
            "2027-01-15T08:00 on-day 2027-01-15 measles:1 je:1"),
        of(
            "weekly sessions: the first one; from 1 November on three that are told "
                + "of; then the first of the month; after the last one the recommended "
                + "day of the next dose",
            FRIDAYS,
            child(TO_MEASLES),
            "2026-09-28",
            "2027-01-02",
            "2026-09-29T08:00 3-before 2026-10-02 measles:1",
            "2026-10-02T08:00 on-day 2026-10-02 measles:1",
            "2026-11-03T08:00 3-before 2026-11-06 measles:1",
            "2026-11-06T08:00 on-day 2026-11-06 measles:1",
            "2026-11-10T08:00 3-before 2026-11-13 measles:1",
            "2026-11-13T08:00 on-day 2026-11-13 measles:1",
            "2026-11-17T08:00 3-before 2026-11-20 measles:1",
            "2026-11-20T08:00 on-day 2026-11-20 measles:1",
            "2026-12-01T08:00 3-before 2026-12-04 measles:1",
            "2026-12-29T08:00 3-before 2027-01-01 measles:1 je:1",
            "2027-01-01T08:00 on-day 2027-01-01 measles:1 je:1"),
        of(
            "hepatitis B at birth can wait for no session; tuberculosis waits for " + "one",
            MID_MONTH,
            child(""),
            "2026-01-01",
            "2026-01-31",
            "2026-01-01T08:00 on-day 2026-01-01 hepb-birth:1 bcg:1",
            "2026-01-12T08:00 3-before 2026-01-15 bcg:1",
            "2026-01-15T08:00 on-day 2026-01-15 bcg:1"),
        of(
            "all doses of two months in one message",
            MID_MONTH,
            child(AT_BIRTH),
            "2026-03-01",
            "2026-03-31",
            "2026-03-12T08:00 3-before 2026-03-15 dpt-hepb-hib:1 opv:1 rota:1",
            "2026-03-15T08:00 on-day 2026-03-15 dpt-hepb-hib:1 opv:1 rota:1"),
        of(
            "a month after 16 March is the second day of the session: one way for " + "all of it",
            MID_MONTH,
            child(AT_BIRTH + "dpt-hepb-hib:1:2026-03-16"),
            "2026-04-10",
            "2026-04-30",
            "2026-04-13T08:00 3-before 2026-04-16 dpt-hepb-hib:2 opv:1 rota:1",
            "2026-04-16T08:00 on-day 2026-04-16 dpt-hepb-hib:2 opv:1 rota:1"),
        of(
            "a month after 17 March is the last day of the session",
            MID_MONTH,
            child(AT_BIRTH + "dpt-hepb-hib:1:2026-03-17 opv:1:2026-03-17 rota:1:2026-03-17"),
            "2026-04-01",
            "2026-04-30",
            "2026-04-14T08:00 3-before 2026-04-17 dpt-hepb-hib:2 opv:2 rota:2",
            "2026-04-17T08:00 on-day 2026-04-17 dpt-hepb-hib:2 opv:2 rota:2"),
        of(
            "a month after 18 March misses the session: the next one, in May",
            MID_MONTH,
            child(AT_BIRTH + "dpt-hepb-hib:1:2026-03-18 opv:1:2026-03-18 rota:1:2026-03-18"),
            "2026-04-01",
            "2026-05-20",
            "2026-05-12T08:00 3-before 2026-05-15 dpt-hepb-hib:2 opv:2 rota:2",
            "2026-05-15T08:00 on-day 2026-05-15 dpt-hepb-hib:2 opv:2 rota:2"),
        of(
            "due, but not overdue, and told once: silence until it is",
            MID_MONTH,
            child(TO_MEASLES),
            "2026-10-16",
            "2026-11-11"),
        of(
            "nothing announced: the recommended day, then monthly from the day on "
                + "which it is overdue",
            NOTHING,
            child(TO_MEASLES),
            "2026-09-01",
            "2026-12-28",
            "2026-09-28T08:00 3-before 2026-10-01 measles:1",
            "2026-10-01T08:00 on-day 2026-10-01 measles:1",
            "2026-11-01T08:00 overdue 2026-11-01 measles:1",
            "2026-12-01T08:00 overdue 2026-12-01 measles:1"),
        of(
            "born on a 31st: months without one end on the first of the next",
            NOTHING,
            Rehearsal.child("2026-08-31", ""),
            "2026-11-23",
            "2026-12-31",
            "2026-12-01T08:00 overdue 2026-12-01 bcg:1 dpt-hepb-hib:1 opv:1 rota:1",
            "2026-12-31T08:00 overdue 2026-12-31 bcg:1 dpt-hepb-hib:1 opv:1 rota:1"),
        of(
            "put off to 10 November: the session after it",
            MID_MONTH,
            later(TO_MEASLES, "2026-11-10"),
            "2026-10-01",
            "2026-11-30",
            "2026-11-12T08:00 3-before 2026-11-15 measles:1",
            "2026-11-15T08:00 on-day 2026-11-15 measles:1"));
  }

  private static Stream<Case> inTime() {
    return Stream.of(
        of(
            "put off to the day before the session: nothing earlier than that",
            MID_MONTH,
            later(TO_MEASLES, "2026-11-14"),
            "2026-10-01",
            "2026-11-30",
            "2026-11-15T08:00 on-day 2026-11-15 measles:1"),
        of(
            "put off into the session: its day from then on",
            MID_MONTH,
            later(TO_MEASLES, "2026-11-16"),
            "2026-10-01",
            "2026-11-30",
            "2026-11-16T08:00 on-day 2026-11-16 measles:1"),
        of(
            "put off, nothing announced: counted from that day",
            NOTHING,
            later(TO_MEASLES, "2026-11-10"),
            "2026-10-01",
            "2026-12-28",
            "2026-11-10T08:00 on-day 2026-11-10 measles:1",
            "2026-12-01T08:00 overdue 2026-12-01 measles:1"),
        of(
            "rota 2 is too late at the next session, and none is in time: its own " + "day",
            MID_MONTH,
            child(AT_BIRTH + FIRST_YEAR + "rota:1:2026-07-14"),
            "2026-08-01",
            "2026-08-31",
            "2026-08-09T08:00 3-before 2026-08-12 rota:2",
            "2026-08-12T08:00 on-day 2026-08-12 rota:2"),
        of(
            "rota 2 is too late at the next session: the one before, which its "
                + "interval allows",
            "{rule: ngày 6 hằng tháng}",
            child(AT_BIRTH + FIRST_YEAR + "rota:1:2026-07-08"),
            "2026-08-01",
            "2026-09-30",
            "2026-08-03T08:00 3-before 2026-08-06 rota:2",
            "2026-08-06T08:00 on-day 2026-08-06 rota:2"),
        of(
            "one day earlier the interval would not be over: no session, its own " + "day",
            "{rule: ngày 4 hằng tháng}",
            child(AT_BIRTH + FIRST_YEAR + "rota:1:2026-07-08"),
            "2026-08-01",
            "2026-09-03",
            "2026-08-05T08:00 3-before 2026-08-08 rota:2",
            "2026-08-08T08:00 on-day 2026-08-08 rota:2"),
        of(
            "put off past its last day: nothing more",
            MID_MONTH,
            later(AT_BIRTH + FIRST_YEAR + "rota:1:2026-07-14", "2026-08-13"),
            "2026-08-01",
            "2026-08-31"),
        of(
            "rota 1 after 32 weeks is no longer spoken of",
            MID_MONTH,
            child(AT_BIRTH + FIRST_YEAR),
            "2026-08-13",
            "2026-09-30"),
        of(
            "tuberculosis until the first birthday; then only what else is due",
            MID_MONTH,
            child(
                FIRST_YEAR
                    + ROTA
                    + "hepb-birth:1:2026-01-01 ipv:2:2026-10-01 measles:1:2026-10-01"),
            "2026-12-01",
            "2027-01-31",
            "2026-12-12T08:00 3-before 2026-12-15 bcg:1",
            "2027-01-12T08:00 3-before 2027-01-15 je:1",
            "2027-01-15T08:00 on-day 2027-01-15 je:1"),
        of(
            "measles too early: again a month later, at the session after that",
            MID_MONTH,
            child(TO_MEASLES + "measles:1:2026-09-20"),
            "2026-10-01",
            "2026-11-30",
            "2026-11-12T08:00 3-before 2026-11-15 measles:1",
            "2026-11-15T08:00 on-day 2026-11-15 measles:1"),
        of(
            "measles and rubella waits for measles, which is late; the booster is "
                + "overdue for the first time",
            MID_MONTH,
            child(TO_MEASLES),
            "2027-08-01",
            "2027-08-31",
            "2027-08-12T08:00 3-before 2027-08-15 measles:1 dpt-booster:1 je:1",
            "2027-08-15T08:00 on-day 2027-08-15 measles:1 dpt-booster:1 je:1"),
        of(
            "the second dose against encephalitis a week after the first: the next " + "session",
            MID_MONTH,
            child(TO_JE + " je:1:2027-01-15"),
            "2027-01-16",
            "2027-02-20",
            "2027-02-12T08:00 3-before 2027-02-15 je:2",
            "2027-02-15T08:00 on-day 2027-02-15 je:2"));
  }

  private static Stream<Case> tet() {
    return Stream.of(
        of(
            "nothing but the last dose at seven years",
            MID_MONTH,
            child(TO_TD),
            "2028-02-01",
            "2033-01-31",
            "2033-01-12T08:00 3-before 2033-01-15 td:1",
            "2033-01-15T08:00 on-day 2033-01-15 td:1"),
        of(
            "mùng 4: three days before is mùng 1, so the evening before Tết",
            "{rule: ngày 9 hằng tháng}",
            child(TO_JE),
            "2027-02-01",
            "2027-02-28",
            "2027-02-05T19:00 3-before 2027-02-09 je:1",
            "2027-02-09T08:00 on-day 2027-02-09 je:1"),
        of(
            "a session on mùng 2 itself is told of on its morning",
            "{rule: ngày 7 hằng tháng}",
            child(TO_JE),
            "2027-02-01",
            "2027-02-28",
            "2027-02-04T08:00 3-before 2027-02-07 je:1",
            "2027-02-07T08:00 on-day 2027-02-07 je:1"),
        of(
            "mùng 6: three days before is mùng 3, so mùng 4",
            "{rule: ngày 11 hằng tháng}",
            child(TO_JE),
            "2027-02-01",
            "2027-02-28",
            "2027-02-09T08:00 3-before 2027-02-11 je:1",
            "2027-02-11T08:00 on-day 2027-02-11 je:1"),
        of(
            "a monthly day that is mùng 2 gives way to mùng 4",
            NOTHING,
            Rehearsal.child("2019-02-07", ""),
            "2027-02-01",
            "2027-02-28",
            "2027-02-09T08:00 overdue 2027-02-09 dpt-hepb-hib:1 opv:1 ipv:1 measles:1 je:1 td:1"),
        of(
            "the session after Tết was moved",
            "{rule: ngày 15–17 hằng tháng, changes: [{day: 2027-02-15, to: 2027-02-18, source: trạm}]}",
            child(TO_JE),
            "2027-02-01",
            "2027-02-28",
            "2027-02-15T08:00 3-before 2027-02-18 je:1",
            "2027-02-18T08:00 on-day 2027-02-18 je:1"),
        of(
            "the session after Tết falls away: that of March",
            "{rule: ngày 15–17 hằng tháng, changes: [{day: 2027-02-15, source: trạm}]}",
            child(TO_JE),
            "2027-01-20",
            "2027-03-31",
            "2027-03-12T08:00 3-before 2027-03-15 je:1",
            "2027-03-15T08:00 on-day 2027-03-15 je:1"),
        of(
            "one published day, and nothing known after it",
            "{dates: [2026-10-20]}",
            child(TO_MEASLES),
            "2026-10-01",
            "2026-11-30",
            "2026-10-17T08:00 3-before 2026-10-20 measles:1",
            "2026-10-20T08:00 on-day 2026-10-20 measles:1",
            "2026-11-01T08:00 overdue 2026-11-01 measles:1"),
        of(
            "the last Thursday of each month",
            "{rule: thứ năm tuần cuối hằng tháng}",
            child(TO_MEASLES),
            "2026-10-01",
            "2026-10-31",
            "2026-10-26T08:00 3-before 2026-10-29 measles:1",
            "2026-10-29T08:00 on-day 2026-10-29 measles:1"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSessionDecidesTheDay(Case each) {
    assertThat(
            Rehearsal.lines(
                Rehearsal.planner(each.calendars),
                each.wish,
                LocalDate.parse(each.on),
                LocalDate.parse(each.until)))
        .isEqualTo(each.expected.isEmpty() ? List.of() : Arrays.asList(each.expected.split("\\|")));
  }
}
