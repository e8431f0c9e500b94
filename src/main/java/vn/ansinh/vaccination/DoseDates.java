package vn.ansinh.vaccination;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ansinh.vaccination.DueDay.Ground;

/// The days of one dose of one child.
///
/// @param last of the doses of this vaccine before it, counted or invalid or planned, the last day
/// @param followed the day of the dose that it follows, counted or planned
record DoseDates(
    DoseRule rule, LocalDate born, @Nullable LocalDate last, @Nullable LocalDate followed) {
  /// Between an invalid first dose and its repetition.
  private static final CalendarPeriod REPEAT = new CalendarPeriod(0, 0, 28);

  DueDay earliest() {
    CalendarPeriod age = rule.minimumAge() == null ? CalendarPeriod.ZERO : rule.minimumAge();
    DueDay day = new DueDay(age.after(born), Ground.MINIMUM_AGE, age);
    day =
        rule.isFirst()
            ? day.orLater(last, REPEAT, Ground.REPEAT_INTERVAL)
            : day.orLater(last, rule.minimumInterval(), Ground.MINIMUM_INTERVAL);
    DoseRule.Follows follows = rule.follows();
    return follows == null
        ? day
        : day.orLater(followed, follows.interval(), Ground.FOLLOWED_INTERVAL);
  }

  /// @param earliest not after the latest day
  DueDay recommended(DueDay earliest) {
    DueDay day =
        new DueDay(earliest.day(), Ground.EARLIEST, CalendarPeriod.ZERO)
            .orLater(born, rule.recommendedAge(), Ground.RECOMMENDED_AGE);
    CalendarPeriod interval = rule.recommendedInterval();
    day =
        rule.isFirst()
            ? day.orLater(followed, interval, Ground.RECOMMENDED_FOLLOWED_INTERVAL)
                .orLater(last, CalendarPeriod.MONTH, Ground.RECOMMENDED_REPEAT_INTERVAL)
            : day.orLater(last, interval, Ground.RECOMMENDED_INTERVAL);
    LocalDate latest = latest();
    return latest != null && day.day().isAfter(latest)
        ? new DueDay(latest, Ground.LATEST, CalendarPeriod.ZERO)
        : day;
  }

  /// The last day on which it is still given; null when it always is.
  @Nullable LocalDate latest() {
    CalendarPeriod age = rule.latestAge();
    return age == null ? null : age.after(born).minusDays(1);
  }
}
