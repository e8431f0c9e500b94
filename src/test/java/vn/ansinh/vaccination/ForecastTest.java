package vn.ansinh.vaccination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {
  /// Birth, doses, day, the dose looked at, its lines apart by `;`.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Months that lack the day; the last day of a dose; what a missed dose moves.
        "2026-08-31||2026-11-23|bcg:1|overdue e=2026-08-31 r=2026-08-31 o=2026-10-01 l=2027-08-30",
        "2026-08-31||2026-11-23|dpt-hepb-hib:1|due e=2026-10-31 r=2026-10-31 o=2026-12-01",
        "2026-08-31||2026-11-23|dpt-hepb-hib:2|upcoming e=2026-12-21 r=2026-12-23 o=2027-01-23",
        "2026-08-31||2026-11-23|hepb-birth:1|aged-out l=2026-09-01",
        // Born on a leap day.
        "2024-02-29||2024-03-01|je:1|upcoming e=2025-03-01 r=2025-03-01 o=2025-04-01",
        "2024-02-29||2024-03-01|mr:1|upcoming e=2025-08-29 r=2025-08-29 o=2025-09-29",
        "2024-02-29||2024-03-01|td:1|upcoming e=2031-03-01 r=2031-03-01 o=2031-04-01",
        // 28 days count, 27 do not.
        "2026-01-02|dpt-hepb-hib:1:2026-03-03 dpt-hepb-hib:2:2026-03-31|2026-04-01|dpt-hepb-hib:2"
            + "|done 2026-03-31 e=2026-03-31",
        "2026-01-02|dpt-hepb-hib:1:2026-03-03 dpt-hepb-hib:2:2026-03-31|2026-04-01|dpt-hepb-hib:3"
            + "|upcoming e=2026-04-28 r=2026-05-02 o=2026-06-02",
        "2026-01-02|dpt-hepb-hib:1:2026-03-03 dpt-hepb-hib:2:2026-03-30|2026-04-01|dpt-hepb-hib:2"
            + "|invalid 2026-03-30 e=2026-03-31;upcoming e=2026-04-27 r=2026-04-30 o=2026-05-30",
        // Too young: the first dose again.
        "2025-12-31|measles:1:2026-09-29|2026-10-01|measles:1"
            + "|invalid 2026-09-29 e=2026-10-01;upcoming e=2026-10-27 r=2026-10-29 o=2026-11-29",
        // Age and interval.
        "2025-09-30|ipv:1:2026-03-01|2026-03-02|ipv:1|done 2026-03-01 e=2026-03-01",
        "2025-09-30|ipv:1:2026-03-01|2026-03-02|ipv:2|upcoming e=2026-07-01 r=2026-07-01 o=2026-08-01",
        // Nearly too old.
        "2026-01-01|rota:1:2026-07-14|2026-08-12|rota:2"
            + "|due e=2026-08-11 r=2026-08-12 o=2026-09-12 l=2026-08-12",
        "2026-01-01|rota:1:2026-07-14|2026-08-13|rota:2|aged-out l=2026-08-12",
        "2026-01-01|rota:1:2026-07-16|2026-07-16|rota:2|aged-out l=2026-08-12",
        // Nothing given for years: what follows is planned from today on.
        "2021-05-10||2026-11-23|measles:1|overdue e=2022-02-10 r=2022-02-10 o=2022-03-10",
        "2021-05-10||2026-11-23|mr:1|upcoming e=2026-12-21 r=2026-12-23 o=2027-01-23",
        "2021-05-10||2026-11-23|dpt-booster:1|upcoming e=2027-07-23 r=2027-07-23 o=2027-08-23",
        // A dose that should have come first came later, or shortly before.
        "2025-01-15|mr:1:2026-07-20 measles:1:2026-07-25|2026-08-01|mr:1|done 2026-07-20 e=2026-07-15",
        "2025-01-15|mr:1:2026-07-20 measles:1:2026-07-25|2026-08-01|measles:1"
            + "|done 2026-07-25 e=2025-10-15",
        "2025-01-15|mr:1:2026-07-20 measles:1:2026-07-01|2026-08-01|mr:1"
            + "|invalid 2026-07-20 e=2026-07-29;upcoming e=2026-08-17 r=2026-08-20 o=2026-09-20",
        // The followed dose on the same day counted by then.
        "2025-01-15|mr:1:2026-07-20 measles:1:2026-07-20|2026-08-01|mr:1"
            + "|invalid 2026-07-20 e=2026-08-17;upcoming e=2026-08-17 r=2026-08-20 o=2026-09-20",
        // A followed dose that was too early did not count.
        "2025-01-15|mr:1:2026-07-20 measles:1:2025-10-14|2026-08-01|mr:1|done 2026-07-20 e=2026-07-15",
        // The number is a label.
        "2026-01-02|dpt-hepb-hib:3:2026-03-03|2026-03-04|dpt-hepb-hib:1|done 2026-03-03 e=2026-03-02",
        // Twice on one day is one dose and one too early; exact repeats are one.
        "2026-01-02|dpt-hepb-hib:1:2026-03-03 dpt-hepb-hib:2:2026-03-03|2026-03-04|dpt-hepb-hib:2"
            + "|invalid 2026-03-03 e=2026-03-31;upcoming e=2026-03-31 r=2026-04-03 o=2026-05-03",
        "2026-01-02|dpt-hepb-hib:1:2026-03-03 dpt-hepb-hib:1:2026-03-03|2026-03-04|dpt-hepb-hib:2"
            + "|upcoming e=2026-03-31 r=2026-04-03 o=2026-05-03",
        // Two failed attempts stand by date before the dose they failed to be.
        "2026-01-02|opv:2:2026-02-20 opv:1:2026-02-01|2026-03-04|opv:1"
            + "|invalid 2026-02-01 e=2026-03-02;invalid 2026-02-20 e=2026-03-02"
            + ";upcoming e=2026-03-20 r=2026-03-20 o=2026-04-20",
        // More doses than there are: ignored.
        "2026-01-02|measles:1:2026-10-02 measles:1:2026-11-02|2026-11-03|measles:1"
            + "|done 2026-10-02 e=2026-10-02",
        // Too old to be offered, not too old to count.
        "2026-01-02|bcg:1:2027-06-01|2027-06-02|bcg:1|done 2027-06-01 e=2026-01-02",
        "2026-01-02|hepb-birth:1:2026-01-05|2027-06-02|hepb-birth:1|done 2026-01-05 e=2026-01-02",
        // An earlier dose is aged-out: so are the next.
        "2026-01-02||2027-06-02|rota:2|aged-out l=2026-08-13",
        // Nobody knows when: recorded doses are taken as they are.
        "2014-01-02|hpv:2:2025-06-01|2026-06-02|hpv:1|done 2025-06-01",
        "2014-01-02|hpv:2:2025-06-01|2026-06-02|hpv:2|not-scheduled",
        "2014-01-02|hpv:1:2025-06-01 hpv:2:2025-06-01|2026-06-02|hpv:2|done 2025-06-01",
        // The day of birth.
        "2026-01-02|bcg:1:2026-01-02|2026-01-02|bcg:1|done 2026-01-02 e=2026-01-02",
        "2026-01-02||2026-01-02|hepb-birth:1|due e=2026-01-02 r=2026-01-02 o=2026-02-02 l=2026-01-03",
        // A week, then a year, but not before two years of age.
        "2025-01-02|je:1:2026-01-02 je:2:2026-01-09|2026-02-02|je:3"
            + "|upcoming e=2027-01-09 r=2027-01-09 o=2027-02-09",
      })
  void aDoseHasTheDaysOfTheRules(String born, String given, String on, String dose, String lines) {
    List<DoseForecast> card = Cards.card(born, given == null ? "" : given, on);

    assertThat(Cards.lines(card, dose.split(":")[0], Integer.parseInt(dose.split(":")[1])))
        .containsExactly(lines.split(";"));
  }

  @Test
  void aCardHasEveryDoseInTheOrderOfTheSchedule() {
    assertThat(Cards.card("2026-08-31", "", "2026-11-23"))
        .extracting(DoseForecast::rule)
        .containsExactlyElementsOf(Cards.SCHEDULE.rules());
  }

  /// The vaccine that is followed may stand below in the file.
  @Test
  void aFollowedVaccineIsLookedAtFirst() {
    List<DoseRule> reversed = Cards.SCHEDULE.rules().reversed();
    List<DoseRule> measles =
        reversed.stream().filter(rule -> rule.dose().vaccine().matches("mr|measles")).toList();
    Child child = Cards.child("2025-01-15", "mr:1:2026-07-20 measles:1:2026-07-01");

    assertThat(
            Forecast.of(new Schedule(measles), child, LocalDate.parse("2026-08-01")).stream()
                .map(Cards::words))
        .containsExactly(
            "invalid 2026-07-20 e=2026-07-29",
            "upcoming e=2026-08-17 r=2026-08-20 o=2026-09-20",
            "done 2026-07-01 e=2025-10-15");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, P1M, 2026-03-01",
    "2024-01-31, P1M, 2024-03-01",
    "2024-02-29, P12M, 2025-03-01",
    "2024-02-29, P1Y, 2025-03-01",
    "2024-02-29, P4Y, 2028-02-29",
    "2025-08-30, P18M, 2027-03-01",
    "2026-01-31, P1M1D, 2026-03-02",
    "2026-01-01, P32W, 2026-08-13",
    "2026-12-15, P1Y1M1W1D, 2028-01-23",
    "2026-12-15, P0D, 2026-12-15",
  })
  void aPeriodIsAddedByTheCalendar(String day, String period, String after) {
    assertThat(CalendarPeriod.parse(period).orElseThrow().after(LocalDate.parse(day)))
        .isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({"P", "P-1M", "-P1M", "p1m", "1M", "P1D1M", "P1.5M", "PT1H", "'P1M '", "P1000D", "''"})
  void whatIsNoPeriodIsNotRead(String text) {
    assertThat(CalendarPeriod.parse(text)).isEmpty();
  }
}
