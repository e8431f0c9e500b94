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

  /// Where this service is found, `an-sinh.example`: what it names is told from what others name.
  public String domain() {
    return feeds.isEmpty() ? "an-sinh" : feeds.replaceFirst("^\\w+://([^/:]+).*$", "$1");
  }
}
