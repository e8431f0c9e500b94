package vn.ansinh.officer.session;

import java.time.Duration;
import java.time.Instant;

/// How long to wait after sign-ins that failed in a row: twice as long each time, never longer than
/// a quarter of an hour, so that nobody is ever locked out for good.
///
/// @param free failures that cost no wait
record Backoff(int free) {
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /// After which failures are forgotten.
  static final Duration MEMORY = Duration.ofHours(24);

  /// Zero when one may try now.
  Duration left(int failures, Instant lastAt, Instant now) {
    if (failures < free) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(now, lastAt.plus(wait(failures)));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Duration wait(int failures) {
    // Past ten doublings the longest holds anyhow.
    int doublings = Math.min(failures - free, 10);
    Duration wait = FIRST.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
