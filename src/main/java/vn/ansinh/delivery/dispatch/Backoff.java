package vn.ansinh.delivery.dispatch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before a failed send is tried again: doubled each time, with jitter so that
/// many failures of one moment do not come back in one moment.
final class Backoff {
  /// With waits of five minutes this is about a day.
  static final int MOST_ATTEMPTS = 300;

  /// About three quarters of an hour: officers want to see an end, and can have the rest tried
  /// again.
  static final int MOST_BROADCAST_ATTEMPTS = 20;

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 10;

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /// @param attempt 1 after the first failure
  Duration after(int attempt) {
    long doubled = FIRST.toMillis() << Math.min(attempt - 1, MOST_DOUBLINGS);
    long most = Math.min(doubled, LONGEST.toMillis());
    return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
  }
}
