package vn.ansinh.calendar.reading;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.calendar.lunar.LunarDate;
import vn.ansinh.text.Phrase;

/// What a text says about a date.
public sealed interface DateReading {
  /// One day.
  ///
  /// @param lunar as it was written, when it was written by the lunar calendar
  /// @param guesses what was not written and had to be filled in; to be confirmed by name
  record Read(LocalDate date, Optional<LunarDate> lunar, Set<Guess> guesses)
      implements DateReading {
    public Read {
      guesses = guesses.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(guesses));
    }
  }

  /// A week, a month or a year: the day is to be asked for. Both days included.
  record Vague(LocalDate from, LocalDate to) implements DateReading {}

  record Impossible(Reason reason) implements DateReading {}

  /// A day that is over where one to come is wanted.
  record Past(SaidDay day) implements DateReading {}

  /// A day to come where one that is over is wanted.
  record Future(SaidDay day) implements DateReading {}

  record NotADate() implements DateReading {}

  enum Guess {
    MONTH,
    YEAR,
    /// The first day, for `đầu`.
    START,
    /// The fifteenth, for `giữa`.
    MIDDLE,
    /// The last day, for `cuối`.
    END,
    /// The common calendar, where `mùng` might have meant the lunar one.
    SOLAR
  }

  enum Reason {
    NO_SUCH_DAY(Phrase.DATE_NO_SUCH_DAY),
    NO_SUCH_MONTH(Phrase.DATE_NO_SUCH_MONTH),
    /// 31/02.
    DAY_NOT_IN_MONTH(Phrase.DATE_DAY_NOT_IN_MONTH),
    /// The 30th of a lunar month that has 29 days in its year.
    DAY_NOT_IN_LUNAR_MONTH(Phrase.DATE_DAY_NOT_IN_LUNAR_MONTH),
    /// That lunar year has no leap month of this number.
    NO_SUCH_LEAP_MONTH(Phrase.DATE_NO_SUCH_LEAP_MONTH),
    /// Outside 1900 to 2100.
    YEAR_OUT_OF_RANGE(Phrase.DATE_YEAR_OUT_OF_RANGE),
    /// The day of the week that is named is not that of the date.
    OTHER_WEEKDAY(Phrase.DATE_OTHER_WEEKDAY),
    /// Two different dates in one text.
    SEVERAL_DATES(Phrase.DATE_SEVERAL);

    private final Phrase phrase;

    Reason(Phrase phrase) {
      this.phrase = phrase;
    }

    /// What to say when asking again.
    public Phrase phrase() {
      return phrase;
    }
  }
}
