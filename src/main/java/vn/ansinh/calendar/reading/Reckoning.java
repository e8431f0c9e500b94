package vn.ansinh.calendar.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.ansinh.calendar.reading.DateReading.Guess;
import vn.ansinh.calendar.reading.DateReading.Reason;
import vn.ansinh.calendar.reading.Months.Month;

/// Reckons what is asked from a day.
record Reckoning(LocalDate today, Wanted wanted, Months months, DaySearch search) {
  private static final int MIDDLE = 15;

  /// Of the days named after Tết those above it belong to the old year.
  private static final int OLD_YEAR = 20;

  static DateReading read(Asked asked, LocalDate today, Wanted wanted, Months months) {
    return new Reckoning(today, wanted, months, new DaySearch(today, wanted, months))
        .reading(asked);
  }

  DateReading reading(Asked asked) {
    return switch (asked) {
      case Asked.DayOf day -> dayOf(day);
      case Asked.Part part -> part(part);
      case Asked.Whole whole -> whole(whole.when());
      case Asked.Week week -> week(week);
      case Asked.Weekday weekday -> search.judged(weekday(weekday), Set.of());
      case Asked.Away away -> search.judged(away(away), Set.of());
      case Asked.Tet tet -> tet(tet);
    };
  }

  private DateReading dayOf(Asked.DayOf asked) {
    Asked.When when = asked.when();
    if (asked.day() < 1 || asked.day() > months.longest()) {
      return new DateReading.Impossible(Reason.NO_SUCH_DAY);
    }
    EnumSet<Guess> guesses = EnumSet.noneOf(Guess.class);
    if (asked.byMoon() && months instanceof Months.Solar) {
      guesses.add(Guess.SOLAR);
    }
    return search.inMonth(when, asked.day(), false, guesses);
  }

  private DateReading part(Asked.Part asked) {
    Asked.When when = asked.when();
    if (when.month() == null && when.monthAway() == null) {
      return partOfYear(asked.part(), yearOf(when));
    }
    int day =
        switch (asked.part()) {
          case START -> 1;
          case MIDDLE -> MIDDLE;
          default -> months.longest();
        };
    return search.inMonth(when, day, true, EnumSet.of(asked.part()));
  }

  private int yearOf(Asked.When when) {
    return search.year(when, EnumSet.noneOf(Guess.class)).orElse(today.getYear());
  }

  /// Only its end is one day.
  private DateReading partOfYear(Guess part, int year) {
    if (!search.isInRange(year)) {
      return new DateReading.Impossible(Reason.YEAR_OUT_OF_RANGE);
    }
    return switch (part) {
      case START -> search.vague(LocalDate.of(year, 1, 1), LocalDate.of(year, 3, 31));
      case MIDDLE -> search.vague(LocalDate.of(year, 5, 1), LocalDate.of(year, 8, 31));
      default -> search.judged(LocalDate.of(year, 12, 31), Set.of(Guess.END));
    };
  }

  private DateReading whole(Asked.When when) {
    if (when.monthAway() != null) {
      return search.vague(months.away(when.monthAway()));
    }
    if (when.month() == null) {
      int year = yearOf(when);
      return search.isInRange(year)
          ? search.vague(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
          : new DateReading.Impossible(Reason.YEAR_OUT_OF_RANGE);
    }
    if (when.month() < 1 || when.month() > 12) {
      return new DateReading.Impossible(Reason.NO_SUCH_MONTH);
    }
    Optional<Integer> year = search.year(when, EnumSet.noneOf(Guess.class));
    if (year.isPresent()) {
      return search.isInRange(year.get())
          ? search.vague(months.of(year.get(), when.month()))
          : new DateReading.Impossible(Reason.YEAR_OUT_OF_RANGE);
    }
    Predicate<Month> isNear =
        month -> search.isWanted(wanted == Wanted.FUTURE ? month.last() : month.first());
    return search.vague(search.everyYear(when.month()).stream().filter(isNear).findFirst());
  }

  private LocalDate monday(int weeksAway) {
    return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(weeksAway);
  }

  private DateReading week(Asked.Week week) {
    LocalDate monday = monday(week.away());
    return search.vague(week.weekend() ? monday.plusDays(5) : monday, monday.plusDays(6));
  }

  private LocalDate weekday(Asked.Weekday asked) {
    if (asked.weeks() != null && asked.step() == 0) {
      return monday(asked.weeks()).plusDays(asked.weekday() - 2L);
    }
    DayOfWeek day = DayOfWeek.of(asked.weekday() - 1);
    return switch (asked.step()) {
      case 1 -> today.with(TemporalAdjusters.next(day));
      case -1 -> today.with(TemporalAdjusters.previous(day));
      default ->
          today.with(
              wanted == Wanted.FUTURE
                  ? TemporalAdjusters.nextOrSame(day)
                  : TemporalAdjusters.previousOrSame(day));
    };
  }

  private LocalDate away(Asked.Away away) {
    return switch (away.unit()) {
      case DAY -> today.plusDays(away.amount());
      case WEEK -> today.plusWeeks(away.amount());
      case MONTH -> today.plusMonths(away.amount());
      case YEAR -> today.plusYears(away.amount());
    };
  }

  /// `30 Tết` is the last day of the old year, also of one whose last month has 29 days.
  private DateReading tet(Asked.Tet asked) {
    boolean isOldYear = asked.day() > OLD_YEAR;
    Asked.When when = asked.when();
    EnumSet<Guess> guesses = EnumSet.noneOf(Guess.class);
    if (asked.day() < 1 || asked.day() > months.longest()) {
      return new DateReading.Impossible(Reason.NO_SUCH_DAY);
    }
    Optional<Integer> feast = search.year(when, guesses);
    String year = feast.map(of -> String.valueOf(isOldYear ? of - 1 : of)).orElse(null);
    return search.inMonth(
        new Asked.When(isOldYear ? 12 : 1, null, year, null), asked.day(), isOldYear, guesses);
  }
}
