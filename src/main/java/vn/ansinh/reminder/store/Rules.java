package vn.ansinh.reminder.store;

import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderTexts;

/// What reminders go by at one moment.
///
/// @param calendars by which the planner plans
/// @param feeds before which secret a citizen's calendar can be subscribed to,
///     `https://an-sinh.example/lich/`; empty when nobody outside could reach it
public record Rules(Planner planner, ReminderTexts texts, Calendars calendars, String feeds) {
  public Rules(Planner planner, ReminderTexts texts, Calendars calendars) {
    this(planner, texts, calendars, "");
  }

  /// Whether the days of payments, sessions and doses are those of others.
  public boolean sameDaysAs(Rules others) {
    return calendars.payments().equals(others.calendars.payments())
        && calendars.sessions().equals(others.calendars.sessions())
        && calendars.schedule().rules().equals(others.calendars.schedule().rules());
  }
}
