package vn.ansinh.telegram;

import java.time.Duration;
import java.util.Objects;

/// How long to wait before a call that failed is made again: as Telegram says, else ever longer.
final class Patience {
  private static final long MOST_SECONDS = 30;

  private int failures;

  /// The wait after one more failure in a row.
  Duration after(Answer<?> answer) {
    Duration own = Duration.ofSeconds(Math.min(MOST_SECONDS, 1L << Math.min(failures, 10)));
    failures++;
    return answer instanceof Answer.Rejected<?> rejected
        ? Objects.requireNonNullElse(rejected.retryAfter(), own)
        : own;
  }

  void succeeded() {
    failures = 0;
  }
}
