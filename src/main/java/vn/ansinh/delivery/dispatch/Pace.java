package vn.ansinh.delivery.dispatch;

/// A rate with a small allowance for bursts (the generic cell rate algorithm). Times are
/// nanoseconds of one monotonic clock.
final class Pace {
  private static final double NANOS = 1e9;

  private final long interval;
  private final long allowance;

  /// When the next event would be due if all came evenly.
  private long due;
  private boolean used;

  /// @param burst events that may come at once after a rest, at least 1
  Pace(double perSecond, int burst) {
    interval = Math.max(1, Math.round(NANOS / perSecond));
    allowance = interval * (burst - 1);
  }

  /// Nanoseconds to wait before the next event may happen; 0 when it may happen now.
  long delay(long now) {
    return used ? Math.max(0, due - allowance - now) : 0;
  }

  void take(long now) {
    due = (used ? Math.max(due, now) : now) + interval;
    used = true;
  }
}
