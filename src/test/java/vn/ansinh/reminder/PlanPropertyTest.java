package vn.ansinh.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.lunar.LunarDate;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.vaccination.Child;
import vn.ansinh.vaccination.DoseForecast;
import vn.ansinh.vaccination.DoseRule;
import vn.ansinh.vaccination.Forecast;

/// What holds of every plan, for anybody from 1900 to 2100.
class PlanPropertyTest {
  private static final int WISHES = 1_500;
  private static final Random RANDOM = new Random(20261127);

  private static final List<String> DAYS =
      List.of(
          "{}",
          "{rule: ngày 15–17 hằng tháng}",
          "{rule: ngày cuối hằng tháng}",
          "{rule: thứ năm tuần thứ hai hằng tháng, when-closed: before}",
          "{rule: ngày 6 hằng tháng, when-closed: after, to: 2000-06-30}",
          "{dates: [1999-01-05, 2027-02-05..2027-02-09, 2027-02-12], changes:"
              + " [{day: 2027-02-12, to: 2027-02-13, source: trạm}]}");

  private record Some(Calendars calendars, Planner planner) {}

  private static final List<Some> ALL = DAYS.stream().map(PlanPropertyTest::some).toList();

  private static Some some(String days) {
    Calendars sessions = Rehearsal.sessions(days);
    Calendars calendars =
        new Calendars(
            sessions.schedule(),
            sessions.sessions(),
            days.equals("{}") ? sessions.payments() : Rehearsal.payments(days).payments(),
            sessions.working());
    return new Some(calendars, Rehearsal.planner(calendars));
  }

  private static LocalDate anyDay() {
    LocalDate day = LocalDate.of(1900, 1, 1).plusDays(RANDOM.nextInt(73_000));
    // Half of all about Tết, where it is hardest.
    return RANDOM.nextBoolean() ? day : day.withDayOfYear(10 + RANDOM.nextInt(60));
  }

  private static Wish anyWish(Some some) {
    return switch (RANDOM.nextInt(4)) {
      case 0 -> new Wish.Insurance("bà", anyDay(), 1 + RANDOM.nextInt(6));
      case 1 -> new Wish.Payment("allowance");
      default -> anyChild(some);
    };
  }

  private static Wish.Vaccination anyChild(Some some) {
    LocalDate born = anyDay();
    List<Child.Given> given = new ArrayList<>();
    for (DoseRule rule : some.calendars.schedule().rules()) {
      if (RANDOM.nextInt(3) > 0) {
        given.add(new Child.Given(rule.dose(), born.plusDays(RANDOM.nextInt(1_000))));
      }
    }
    @Nullable LocalDate notBefore =
        RANDOM.nextInt(3) > 0 ? null : born.plusDays(RANDOM.nextInt(2_000));
    return new Wish.Vaccination(
        "Bin", new Child(born, RANDOM.nextInt(4) == 0 ? List.of() : given), notBefore);
  }

  private static LocalDate start(Wish wish) {
    return switch (wish) {
      case Wish.Insurance card -> card.expires().minusDays(RANDOM.nextInt(200) - 100L);
      case Wish.Payment _ -> anyDay();
      case Wish.Vaccination child -> child.child().born().plusDays(RANDOM.nextInt(3_000));
    };
  }

  @Test
  void everyMessageComesInADecentMinuteAndInTime() {
    for (int i = 0; i < WISHES; i++) {
      Some some = ALL.get(RANDOM.nextInt(ALL.size()));
      Wish wish = anyWish(some);
      Instant after = Rehearsal.at(start(wish).atTime(RANDOM.nextInt(24), 30));
      for (Planned planned : some.planner.between(wish, after, year(after))) {
        LocalDateTime there = Rehearsal.there(planned.send());
        assertThat(there.toLocalDate()).as("%s %s", wish, planned).isBeforeOrEqualTo(planned.due());
        assertThat(there.getHour()).as("%s %s", wish, planned).isBetween(8, 19);
        assertThat(isTet(there.toLocalDate()) && !isTet(planned.due()))
            .as("%s %s", wish, planned)
            .isFalse();
        assertThat(QuietHours.USUAL.allows(planned.send(), planned.due())).isTrue();
      }
    }
  }

  /// By the lunar name of the day, another way than the rule goes.
  private static boolean isTet(LocalDate day) {
    LunarDate lunar = LunarDate.of(day).orElseThrow();
    return lunar.month().number() == 1 && !lunar.month().leap() && lunar.day() <= 3;
  }

  private static Instant year(Instant after) {
    return Rehearsal.at(Rehearsal.there(after).plusYears(1));
  }

  /// Held against the forecast made anew on the very day of which a message tells.
  @Test
  void noDoseIsToldOfForADayOnWhichItCannotBeGiven() {
    int told = 0;
    for (int i = 0; i < WISHES; i++) {
      Some some = ALL.get(RANDOM.nextInt(ALL.size()));
      Wish.Vaccination wish = anyChild(some);
      LocalDate last =
          wish.child().given().stream()
              .map(Child.Given::day)
              .max(LocalDate::compareTo)
              .orElse(wish.child().born());
      Instant after = Rehearsal.at(last.plusDays(RANDOM.nextInt(900)).atStartOfDay());
      for (Planned planned : some.planner.between(wish, after, year(after))) {
        List<DoseForecast> card =
            Forecast.of(some.calendars.schedule(), wish.child(), planned.due());
        assertThat(planned.doses()).isNotEmpty();
        planned
            .doses()
            .forEach(
                dose ->
                    assertThat(card)
                        .as("%s %s", wish, planned)
                        .anyMatch(
                            line ->
                                line instanceof DoseForecast.Open open
                                    && open.rule().dose().equals(dose)
                                    && !open.earliest().day().isAfter(planned.due())));
        told += planned.doses().size();
      }
    }
    assertThat(told).isGreaterThan(1_000);
  }

  @Test
  void madeAnewAtAnyLaterMomentThePlanIsTheSame() {
    for (int i = 0; i < WISHES; i++) {
      Some some = ALL.get(RANDOM.nextInt(ALL.size()));
      Wish wish = anyWish(some);
      Instant after = Rehearsal.at(start(wish).atTime(RANDOM.nextInt(24), 0));
      Instant until = year(after);
      Instant later = after.plusSeconds(60L * RANDOM.nextInt(400 * 1440));

      List<Planned> first = some.planner.between(wish, after, until);

      assertThat(some.planner.between(wish, later, until))
          .as("%s from %s and %s", wish, after, later)
          .isEqualTo(first.stream().filter(each -> each.send().isAfter(later)).toList());
      assertThat(first.stream().map(each -> each.due() + each.lead())).doesNotHaveDuplicates();
    }
  }

  @Test
  void oneAfterTheOtherGivesTheWholePlan() {
    for (int i = 0; i < WISHES; i++) {
      Some some = ALL.get(RANDOM.nextInt(ALL.size()));
      Wish wish = anyWish(some);
      Instant after = Rehearsal.at(start(wish).atTime(RANDOM.nextInt(24), 0));
      Instant until = year(after);
      List<Instant> sends =
          some.planner.between(wish, after, until).stream().map(Planned::send).distinct().toList();
      List<Instant> found = new ArrayList<>();

      Optional<Planned> next = some.planner.next(wish, after);
      while (next.isPresent() && !next.get().send().isAfter(until)) {
        found.add(next.get().send());
        next = some.planner.next(wish, next.get().send());
      }

      assertThat(found).as("%s from %s", wish, after).isEqualTo(sends);
    }
  }
}
