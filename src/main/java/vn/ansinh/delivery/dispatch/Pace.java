package vn.ansinh.delivery.dispatch;

import java.util.concurrent.TimeUnit;

/// A rate with a small allowance for bursts (the generic cell rate algorithm). Times are
/// nanoseconds of one monotonic clock.
final class Pace {
  private static final double NANOS = 1e9;

  private long interval;
  private long allowance;

  /// When the next event would be due if all came evenly.
  private long due;
  private boolean used;

  /// @param burst events that may come at once after a rest, at least 1; a part of one is how
  ///     much sooner than after a whole interval the next may come
  Pace(double perSecond, double burst) {
    change(perSecond, burst);
  }

  /// From now on another rate.
  final void change(double perSecond, double burst) {
    interval = Math.max(1, Math.round(NANOS / perSecond));
    allowance = Math.round(interval * (burst - 1));
  }

  /// Nanoseconds to wait before the next event may happen; 0 when it may happen now.
  long delay(long now) {
    return used ? Math.max(0, due - allowance - now) : 0;
  }

  /// For a timer; rounded up, because one that fires early would only be set again.
  static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
  }

  void take(long now) {
    due = (used ? Math.max(due, now) : now) + interval;
    used = true;
  }
}
