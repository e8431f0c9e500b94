package vn.ansinh.app.ticks;

import java.time.Duration;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.ScheduleBuilder;
import org.quartz.SimpleScheduleBuilder;
import vn.ansinh.calendar.VietnamTime;

/// The jobs, with their rhythm and what becomes of a time that was missed because no node ran.
enum Task {
  /// Every minute. A missed minute is made up for at once: people wait.
  DUE_REMINDERS("due-reminders", "0 * * * * ?", Duration.ofMinutes(1), true),
  /// Every minute. A missed minute is made up for at once, so that an announcement whose time came
  /// while no node ran goes out late rather than never; what is more than a day late is given back
  /// to the officers, and in the night it waits for the morning.
  SCHEDULED_BROADCASTS("scheduled-broadcasts", "0 * * * * ?", Duration.ofMinutes(1), true),
  /// Every minute. A missed minute is made up for at once: the alarm is late already.
  INBOX("inbox", "0 * * * * ?", Duration.ofMinutes(1), true),
  /// At half past two in the night. A missed night is left out: the next one sweeps the same, and
  /// by day it would be in the way.
  RETENTION("retention", "0 30 2 * * ?", Duration.ofDays(1), false),
  /// A quarter past three in the night: next dates that became known with the years. A missed night
  /// is made up for at once, so that no date is found too late.
  REPLANNING("replanning", "0 15 3 * * ?", Duration.ofDays(1), true),
  /// At three in the night. A missed night is left out: the next one does the same.
  SEALING("sealing", "0 0 3 * * ?", Duration.ofDays(1), false),
  /// On Mondays at seven. A missed one is made up for at once: a week is long.
  STALE_KNOWLEDGE("stale-knowledge", "0 0 7 ? * MON", Duration.ofDays(7), true);

  private final String key;
  private final String cron;
  private final Duration period;
  private final boolean madeUpFor;

  Task(String key, String cron, Duration period, boolean madeUpFor) {
    this.key = key;
    this.cron = cron;
    this.period = period;
    this.madeUpFor = madeUpFor;
  }

  /// Its name in the database.
  String key() {
    return key;
  }

  /// By the calendar, in Vietnam.
  ScheduleBuilder<?> byCalendar() {
    CronScheduleBuilder schedule =
        CronScheduleBuilder.cronSchedule(cron).inTimeZone(TimeZone.getTimeZone(VietnamTime.ZONE));
    return madeUpFor
        ? schedule.withMisfireHandlingInstructionFireAndProceed()
        : schedule.withMisfireHandlingInstructionDoNothing();
  }

  /// For a clock that is not the machine's: as often as on that clock, but at most once a second.
  ScheduleBuilder<?> atPace(double speed) {
    long millis = Math.max(1_000, Math.round(period.toMillis() / speed));
    SimpleScheduleBuilder schedule =
        SimpleScheduleBuilder.simpleSchedule().withIntervalInMilliseconds(millis).repeatForever();
    return madeUpFor
        ? schedule.withMisfireHandlingInstructionNowWithExistingCount()
        : schedule.withMisfireHandlingInstructionNextWithExistingCount();
  }
}
