package vn.ansinh.calendar;

import java.time.LocalDate;

/// The days on which a public office is surely open. A day that may turn out free counts as closed:
/// nobody is to queue at a shut door.
public record WorkingDays(Holidays holidays) {
  /// Longer than any row of free days.
  private static final int FARTHEST = 60;

  public boolean isOpen(LocalDate day) {
    return switch (holidays.on(day)) {
      case OfficeDay.Working _ -> true;
      case OfficeDay.Weekend _, OfficeDay.Off _, OfficeDay.Undecided _ -> false;
    };
  }

  /// The day itself when it is open, otherwise the first open day after it.
  public LocalDate onOrAfter(LocalDate day) {
    return nearest(day, 1);
  }

  /// The day itself when it is open, otherwise the last open day before it.
  public LocalDate onOrBefore(LocalDate day) {
    return nearest(day, -1);
  }

  private LocalDate nearest(LocalDate day, int step) {
    LocalDate found = day;
    for (int i = 0; i < FARTHEST && !isOpen(found); i++) {
      found = found.plusDays(step);
    }
    return found;
  }
}
