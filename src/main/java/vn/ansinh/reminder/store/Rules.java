package vn.ansinh.reminder.store;

import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderTexts;

/// What reminders go by at one moment.
///
/// @param calendars by which the planner plans
public record Rules(Planner planner, ReminderTexts texts, Calendars calendars) {
  /// Whether the days of payments, sessions and doses are those of others.
  public boolean sameDaysAs(Rules others) {
    return calendars.payments().equals(others.calendars.payments())
        && calendars.sessions().equals(others.calendars.sessions())
        && calendars.schedule().rules().equals(others.calendars.schedule().rules());
  }
}
