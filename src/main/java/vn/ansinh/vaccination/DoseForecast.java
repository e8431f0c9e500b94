package vn.ansinh.vaccination;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is known of one dose of one child on one day.
public sealed interface DoseForecast {
  DoseRule rule();

  Status status();

  enum Status {
    DONE,
    INVALID,
    UPCOMING,
    DUE,
    OVERDUE,
    AGED_OUT,
    NOT_SCHEDULED;

    /// `aged-out`.
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// A recorded dose that counts.
  ///
  /// @param dayKnown whether it was given on that day for certain
  /// @param earliest the first day on which it would have counted; null when nothing is scheduled
  record Done(DoseRule rule, LocalDate given, boolean dayKnown, @Nullable DueDay earliest)
      implements DoseForecast {
    @Override
    public Status status() {
      return Status.DONE;
    }
  }

  /// A recorded dose that was too early: it is repeated, unless the station decides otherwise.
  ///
  /// @param rule of the dose that it failed to be
  /// @param earliest the first day on which it would have counted
  record Invalid(DoseRule rule, LocalDate given, DueDay earliest) implements DoseForecast {
    @Override
    public Status status() {
      return Status.INVALID;
    }
  }

  /// A dose that is still to come.
  ///
  /// @param timing where the day stands between its days
  /// @param overdue the first day on which it is late
  /// @param latest the last day on which it is given; null when there is none
  /// @param assumed whether its days are counted from a dose whose own day nobody knows
  record Open(
      DoseRule rule,
      Timing timing,
      DueDay earliest,
      DueDay recommended,
      LocalDate overdue,
      @Nullable LocalDate latest,
      boolean assumed)
      implements DoseForecast {
    /// Before the recommended day; before the day on which it is late; from then on.
    public enum Timing {
      UPCOMING,
      DUE,
      OVERDUE
    }

    @Override
    public Status status() {
      return switch (timing) {
        case UPCOMING -> Status.UPCOMING;
        case DUE -> Status.DUE;
        case OVERDUE -> Status.OVERDUE;
      };
    }

    static Open of(DoseDates dates, DueDay earliest, LocalDate on) {
      DueDay recommended = dates.recommended(earliest);
      LocalDate overdue = CalendarPeriod.MONTH.after(recommended.day());
      Timing timing = on.isBefore(overdue) ? Timing.DUE : Timing.OVERDUE;
      if (on.isBefore(recommended.day())) {
        timing = Timing.UPCOMING;
      }
      return new Open(dates.rule(), timing, earliest, recommended, overdue, dates.latest(), false);
    }

    public Open whenAssumed() {
      return new Open(rule, timing, earliest, recommended, overdue, latest, true);
    }

    /// The day on which it is taken to be given, as far as later doses depend on it.
    LocalDate planned(LocalDate on) {
      return recommended.day().isAfter(on) ? recommended.day() : on;
    }
  }

  /// A dose for which the child is or will be too old.
  ///
  /// @param latest null when an earlier dose is the reason and this one has no such day
  record AgedOut(DoseRule rule, @Nullable LocalDate latest) implements DoseForecast {
    @Override
    public Status status() {
      return Status.AGED_OUT;
    }
  }

  record NotScheduled(DoseRule rule) implements DoseForecast {
    @Override
    public Status status() {
      return Status.NOT_SCHEDULED;
    }
  }
}
