package vn.ansinh.reminder.visit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ansinh.vaccination.DoseForecast;
import vn.ansinh.vaccination.DoseRule;

/// A dose that nothing but its own days keeps from being given: it waits for no other open one, so
/// its days stay as they are until a dose is given.
///
/// @param earliest the first day on which it may be told of
/// @param ready the first day on which it should be given: recommended, and not put off
/// @param late the first day on which it is overdue, counted anew after it was put off
/// @param latest the last day on which it is given; null when there is none
/// @param assumed whether its days are counted from a dose whose own day nobody knows
public record OpenDose(
    DoseRule rule,
    LocalDate earliest,
    LocalDate recommended,
    LocalDate ready,
    LocalDate overdue,
    LocalDate late,
    @Nullable LocalDate latest,
    boolean assumed) {
  /// @param since not told of before this day
  static OpenDose of(DoseForecast.Open open, LocalDate since) {
    LocalDate ready = later(open.recommended().day(), since);
    return new OpenDose(
        open.rule(),
        later(open.earliest().day(), since),
        open.recommended().day(),
        ready,
        open.overdue(),
        later(open.overdue(), since),
        open.latest(),
        open.assumed());
  }

  /// Whether it is still given on a day.
  boolean isGivenOn(LocalDate day) {
    return latest == null || !day.isAfter(latest);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
