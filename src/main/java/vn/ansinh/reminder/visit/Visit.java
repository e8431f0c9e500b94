package vn.ansinh.reminder.visit;

import java.time.LocalDate;
import java.util.List;

/// A day on which a child should go to be vaccinated.
///
/// @param announced whether the station has a session on this day
/// @param doses all that should be given on it, in the order of the schedule, at least one
public record Visit(LocalDate due, Notice notice, boolean announced, List<OpenDose> doses) {
  public Visit {
    doses = List.copyOf(doses);
  }

  /// Which messages tell of it.
  public enum Notice {
    /// Some days before, and on its morning.
    BEFORE_AND_ON_DAY,
    /// Some days before, and no more: what was told often enough is told once a month.
    BEFORE,
    /// On the day, which is no session: once a month for what is overdue.
    ON_DAY
  }
}
