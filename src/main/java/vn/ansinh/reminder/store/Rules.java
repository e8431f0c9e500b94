package vn.ansinh.reminder.store;

import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderTexts;

/// What reminders go by at one moment.
public record Rules(Planner planner, ReminderTexts texts) {}
