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
  private static final String MID_MONTH = "ngày 15–17 hằng tháng";
  private static final String WEEKLY = "days";

  /// All that a newborn can be given, so that single doses can be looked at alone.
  private static final String TO_MEASLES =
      "hepb-birth:1:2026-01-01 bcg:1:2026-01-01 dpt-hepb-hib:1:2026-03-01"
          + " dpt-hepb-hib:2:2026-04-01 dpt-hepb-hib:3:2026-05-01 opv:1:2026-03-01"
          + " opv:2:2026-04-01 opv:3:2026-05-01 ipv:1:2026-06-01 ipv:2:2026-10-01"
          + " rota:1:2026-03-01 rota:2:2026-04-01";

  private static final String TO_BOOSTER = TO_MEASLES + " measles:1:2026-10-01";

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
      String rule,
      Wish.Vaccination wish,
      String on,
      String until,
      String... expected) {
    Calendars calendars = rule.isEmpty() ? Rehearsal.calendars("", "") : Rehearsal.sessions(rule);
    return new Case(reason, calendars, wish, on, until, String.join("|", expected));
  }

  private static Wish.Vaccination child(String given) {
    return Rehearsal.child("2026-01-01", given);
  }

  static Stream<Case> cases() {
    return Stream.of(
        of(
            "measles is recommended on 1 October: the session of the 15th, three days before and"
                + " on its morning",
            MID_MONTH,
            child(TO_MEASLES),
            "2026-10-01",
            "2026-10-31",
            "2026-10-12T08:00 3-before 2026-10-15 measles:1",
            "2026-10-15T08:00 on-day 2026-10-15 measles:1"));
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
