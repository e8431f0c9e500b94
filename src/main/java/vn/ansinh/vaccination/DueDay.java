package vn.ansinh.vaccination;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A day and the condition that puts it there.
///
/// @param period the length that the condition names
public record DueDay(LocalDate day, Ground ground, CalendarPeriod period) {
  /// Which condition of the schedule decides.
  enum Ground {
    MINIMUM_AGE,
    MINIMUM_INTERVAL,
    REPEAT_INTERVAL,
    FOLLOWED_INTERVAL,
    EARLIEST,
    RECOMMENDED_AGE,
    RECOMMENDED_INTERVAL,
    RECOMMENDED_FOLLOWED_INTERVAL,
    RECOMMENDED_REPEAT_INTERVAL,
    LATEST
  }

  /// The later of this and a period after a day; a condition that lacks either does not exist.
  DueDay orLater(@Nullable LocalDate from, @Nullable CalendarPeriod wait, Ground other) {
    if (from == null || wait == null) {
      return this;
    }
    LocalDate then = wait.after(from);
    return then.isAfter(day) ? new DueDay(then, other, wait) : this;
  }
}
