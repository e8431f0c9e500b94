package vn.ansinh.http.call;

import java.time.Duration;
import java.util.Objects;

/// How long to wait before a call that failed is made again: as the API says, else ever longer.
public final class Patience {
  private static final long MOST_SECONDS = 30;

  private int failures;

  /// The wait after one more failure in a row.
  public Duration after(Answer<?> answer) {
    Duration own = Duration.ofSeconds(Math.min(MOST_SECONDS, 1L << Math.min(failures, 10)));
    failures++;
    return answer instanceof Answer.Rejected<?> rejected
        ? Objects.requireNonNullElse(rejected.retryAfter(), own)
        : own;
  }

  public void succeeded() {
    failures = 0;
  }
}
