package vn.ansinh.vaccination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What must hold of every child, tried on random ones; the seed is fixed.
class ForecastPropertyTest {
  private static final int CHILDREN = 5_000;

  private record Case(Child child, LocalDate on) {
    List<DoseForecast> card() {
      return Forecast.of(Cards.SCHEDULE, child, on);
    }
  }

  private static void forRandomChildren(Consumer<Case> check) {
    Random random = new Random(20261123);
    for (int i = 0; i < CHILDREN; i++) {
      check.accept(random(random));
    }
  }

  private static Case random(Random random) {
    LocalDate born = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(73_000));
    LocalDate on = born.plusDays(random.nextInt(random.nextBoolean() ? 900 : 3_650));
    int reach = (int) (on.toEpochDay() - born.toEpochDay()) + 1;
    List<Child.Given> given = new ArrayList<>();
    List<DoseRule> rules = Cards.SCHEDULE.rules();
    for (int i = random.nextInt(16); i > 0; i--) {
      DoseRule rule = rules.get(random.nextInt(rules.size()));
      given.add(new Child.Given(rule.dose(), born.plusDays(random.nextInt(reach))));
    }
    return new Case(new Child(born, given), on);
  }

  /// Months as the rules count them, not as the code adds them.
  private static boolean isFull(CalendarPeriod period, LocalDate from, LocalDate day) {
    if (period.months() == 0) {
      return day.toEpochDay() - from.toEpochDay() >= 7L * period.weeks() + period.days();
    }
    int months = 12 * (day.getYear() - from.getYear()) + day.getMonthValue() - from.getMonthValue();
    return months > period.months()
        || (months == period.months() && day.getDayOfMonth() >= from.getDayOfMonth());
  }

  @Test
  void noDayComesBeforeTheMinimumAge() {
    forRandomChildren(
        each -> {
          for (DoseForecast line : each.card()) {
            CalendarPeriod age = line.rule().minimumAge();
            if (age == null) {
              continue;
            }
            LocalDate born = each.child().born();
            switch (line) {
              case DoseForecast.Done done -> assertThat(isFull(age, born, done.given())).isTrue();
              case DoseForecast.Open open ->
                  assertThat(isFull(age, born, open.earliest().day())).isTrue();
              case DoseForecast.Invalid _, DoseForecast.AgedOut _, DoseForecast.NotScheduled _ -> {}
            }
          }
        });
  }

  @Test
  void noDayComesBeforeTheMinimumInterval() {
    forRandomChildren(
        each -> {
          Map<String, LocalDate> last = new HashMap<>();
          for (DoseForecast line : each.card()) {
            String vaccine = line.rule().dose().vaccine();
            LocalDate before = last.get(vaccine);
            CalendarPeriod interval =
                line.rule().isFirst()
                    ? new CalendarPeriod(0, 0, 28)
                    : line.rule().minimumInterval();
            LocalDate day =
                switch (line) {
                  case DoseForecast.Done done -> done.given();
                  case DoseForecast.Open open -> open.earliest().day();
                  case DoseForecast.Invalid _,
                      DoseForecast.AgedOut _,
                      DoseForecast.NotScheduled _ ->
                      null;
                };
            if (before != null && day != null && interval != null) {
              assertThat(isFull(interval, before, day)).as("%s in %s", line, each).isTrue();
            }
            LocalDate held =
                switch (line) {
                  case DoseForecast.Done done -> done.given();
                  case DoseForecast.Invalid invalid -> invalid.given();
                  case DoseForecast.Open open -> open.planned(each.on());
                  case DoseForecast.AgedOut _, DoseForecast.NotScheduled _ -> before;
                };
            if (held != null) {
              last.put(vaccine, held);
            }
          }
        });
  }

  @Test
  void daysStandInTheirOrderAndTheStatusFitsThem() {
    forRandomChildren(
        each -> {
          for (DoseForecast line : each.card()) {
            if (line instanceof DoseForecast.Open open) {
              assertThat(open.recommended().day()).isAfterOrEqualTo(open.earliest().day());
              assertThat(open.overdue()).isAfter(open.recommended().day());
              if (open.latest() != null) {
                assertThat(open.recommended().day()).isBeforeOrEqualTo(open.latest());
                assertThat(each.on()).isBeforeOrEqualTo(open.latest());
              }
              String status =
                  each.on().isBefore(open.recommended().day())
                      ? "upcoming"
                      : each.on().isBefore(open.overdue()) ? "due" : "overdue";
              assertThat(open.status().key()).isEqualTo(status);
            } else if (line instanceof DoseForecast.Invalid invalid) {
              assertThat(invalid.given()).isBefore(invalid.earliest().day());
            }
          }
        });
  }

  @Test
  void everyDoseHasOneLineThatIsNotInvalid() {
    forRandomChildren(
        each ->
            assertThat(
                    each.card().stream()
                        .filter(line -> !(line instanceof DoseForecast.Invalid))
                        .map(DoseForecast::rule))
                .containsExactlyElementsOf(Cards.SCHEDULE.rules()));
  }

  @Test
  void theOrderAndRepeatsOfRecordedDosesChangeNothing() {
    Random random = new Random(1);
    forRandomChildren(
        each -> {
          List<Child.Given> given = new ArrayList<>(each.child().given());
          given.addAll(each.child().given());
          Collections.shuffle(given, random);
          assertThat(Forecast.of(Cards.SCHEDULE, new Child(each.child().born(), given), each.on()))
              .isEqualTo(each.card());
        });
  }

  /// A later day leaves recorded doses and, unless it becomes too late, the first open dose of a
  /// vaccine that waits for no other as they are; other open doses only move on.
  @Test
  void aLaterDayMovesOnlyWhatIsPlanned() {
    Random random = new Random(2);
    forRandomChildren(
        each -> {
          Case later = new Case(each.child(), each.on().plusDays(random.nextInt(400)));
          List<DoseForecast> now = each.card();
          List<DoseForecast> then = later.card();
          assertThat(then).hasSameSizeAs(now);
          for (int i = 0; i < now.size(); i++) {
            boolean first = i == 0 || !isOpenOfSame(now.get(i - 1), now.get(i));
            check(now.get(i), then.get(i), first && now.get(i).rule().follows() == null);
          }
        });
  }

  private static boolean isOpenOfSame(DoseForecast before, DoseForecast line) {
    return before instanceof DoseForecast.Open
        && before.rule().dose().vaccine().equals(line.rule().dose().vaccine());
  }

  private static void check(DoseForecast now, DoseForecast then, boolean fixed) {
    if (now instanceof DoseForecast.Open open && then instanceof DoseForecast.Open moved) {
      if (fixed) {
        assertThat(moved.earliest()).isEqualTo(open.earliest());
        assertThat(moved.recommended()).isEqualTo(open.recommended());
      }
      assertThat(moved.earliest().day()).isAfterOrEqualTo(open.earliest().day());
      assertThat(moved.latest()).isEqualTo(open.latest());
    } else if (now instanceof DoseForecast.Open open) {
      assertThat(then).isEqualTo(new DoseForecast.AgedOut(open.rule(), open.latest()));
    } else {
      assertThat(then).isEqualTo(now);
    }
  }

  /// No gap is so long that a dose which counted is lost.
  @Test
  void aDoseThatCountedStillCountsWhenAnotherIsAddedAfterIt() {
    forRandomChildren(
        each -> {
          List<Child.Given> given = new ArrayList<>(each.child().given());
          given.add(new Child.Given(new Dose("opv", 1), each.on()));
          List<DoseForecast> more =
              Forecast.of(Cards.SCHEDULE, new Child(each.child().born(), given), each.on());
          assertThat(more)
              .containsAll(
                  each.card().stream().filter(line -> line instanceof DoseForecast.Done).toList());
        });
  }
}
