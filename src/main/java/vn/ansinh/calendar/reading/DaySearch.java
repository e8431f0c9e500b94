package vn.ansinh.calendar.reading;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.ansinh.calendar.lunar.LunarDate;
import vn.ansinh.calendar.reading.DateReading.Guess;
import vn.ansinh.calendar.reading.DateReading.Reason;
import vn.ansinh.calendar.reading.Months.Month;

/// Finds a day by what is said of its month and its year, and tells whether it lies on the wanted
/// side of today.
record DaySearch(LocalDate today, Wanted wanted, Months months) {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;
  private static final int CENTURY = 100;
  private static final int MONTHS = 12;

  /// How many years back a day that is not in every year is looked for.
  private static final int YEARS_BACK = 20;

  /// @param clip whether the last day is meant where the month has not so many
  DateReading inMonth(Asked.When when, int day, boolean clip, EnumSet<Guess> guesses) {
    if (when.monthAway() != null) {
      return ofMonth(months.away(when.monthAway()), day, clip, guesses);
    }
    Integer month = when.month();
    if (month == null) {
      guesses.add(Guess.MONTH);
      int step = wanted == Wanted.FUTURE ? 1 : -1;
      Stream<Month> near =
          IntStream.range(0, MONTHS).boxed().flatMap(i -> months.away(i * step).stream());
      return nearest(near.filter(each -> day <= each.days()).toList(), day, clip, guesses);
    }
    if (month < 1 || month > MONTHS) {
      return new DateReading.Impossible(Reason.NO_SUCH_MONTH);
    }
    Optional<Integer> year = year(when, guesses);
    if (year.isPresent()) {
      return isInRange(year.get())
          ? ofMonth(months.of(year.get(), month), day, clip, guesses)
          : new DateReading.Impossible(Reason.YEAR_OUT_OF_RANGE);
    }
    guesses.add(Guess.YEAR);
    return nearest(everyYear(month), day, clip, guesses);
  }

  List<Month> everyYear(int month) {
    IntStream years =
        wanted == Wanted.FUTURE
            ? IntStream.of(-1, 0, 1)
            : IntStream.rangeClosed(0, YEARS_BACK).map(back -> -back);
    return years.boxed().flatMap(away -> months.of(months.year() + away, month).stream()).toList();
  }

  static boolean isInRange(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /// The year as said; of two digits the century that fits.
  Optional<Integer> year(Asked.When when, EnumSet<Guess> guesses) {
    if (when.yearAway() != null) {
      return Optional.of(months.year() + when.yearAway());
    }
    String year = when.year();
    if (year == null) {
      return Optional.empty();
    }
    int number = Integer.parseInt(year);
    if (number >= CENTURY || year.length() > 2) {
      return Optional.of(number);
    }
    int ours = today.getYear() / CENTURY * CENTURY + number;
    boolean isOver = wanted == Wanted.PAST && ours > today.getYear();
    if (isOver) {
      guesses.add(Guess.YEAR);
    }
    return Optional.of(isOver ? ours - CENTURY : ours);
  }

  private DateReading ofMonth(Optional<Month> month, int day, boolean clip, Set<Guess> guesses) {
    if (month.isEmpty()) {
      return new DateReading.Impossible(Reason.NO_SUCH_LEAP_MONTH);
    }
    int last = month.get().days();
    return day > last && !clip
        ? notInMonth()
        : judged(month.get().first().plusDays(Math.min(day, last) - 1L), guesses);
  }

  private DateReading notInMonth() {
    return new DateReading.Impossible(
        months instanceof Months.Lunar ? Reason.DAY_NOT_IN_LUNAR_MONTH : Reason.DAY_NOT_IN_MONTH);
  }

  /// The first of some months, nearest first, in which the day is on the wanted side of today. A
  /// day to come that its month will not have is impossible; one that is over was in another year.
  private DateReading nearest(List<Month> near, int day, boolean clip, Set<Guess> guesses) {
    for (Month month : near) {
      boolean isFree = clip || day <= month.days();
      LocalDate date = month.first().plusDays(Math.min(day, month.days()) - 1L);
      if (wanted == Wanted.FUTURE && !isFree && !month.last().isBefore(today)) {
        return notInMonth();
      }
      if (isFree && isWanted(date)) {
        return judged(date, guesses);
      }
    }
    return months instanceof Months.Lunar lunar && lunar.leap()
        ? new DateReading.Impossible(Reason.NO_SUCH_LEAP_MONTH)
        : notInMonth();
  }

  boolean isWanted(LocalDate date) {
    return wanted == Wanted.FUTURE ? !date.isBefore(today) : !date.isAfter(today);
  }

  DateReading judged(LocalDate date, Set<Guess> guesses) {
    if (!isInRange(date.getYear())) {
      return new DateReading.Impossible(Reason.YEAR_OUT_OF_RANGE);
    }
    boolean byMoon = months instanceof Months.Lunar;
    if (!isWanted(date)) {
      SaidDay day = new SaidDay(date, byMoon);
      return wanted == Wanted.FUTURE ? new DateReading.Past(day) : new DateReading.Future(day);
    }
    Optional<LunarDate> lunar = byMoon ? LunarDate.of(date) : Optional.empty();
    return new DateReading.Read(date, lunar, guesses);
  }

  DateReading vague(Optional<Month> month) {
    return month.isPresent()
        ? vague(month.get().first(), month.get().last())
        : new DateReading.Impossible(Reason.NO_SUCH_LEAP_MONTH);
  }

  DateReading vague(LocalDate from, LocalDate to) {
    if (wanted == Wanted.FUTURE) {
      return to.isBefore(today)
          ? new DateReading.Past(new SaidDay(to, false))
          : new DateReading.Vague(from.isBefore(today) ? today : from, to);
    }
    return from.isAfter(today)
        ? new DateReading.Future(new SaidDay(from, false))
        : new DateReading.Vague(from, to.isAfter(today) ? today : to);
  }
}
