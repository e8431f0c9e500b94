package vn.ansinh.delivery.dispatch;

import java.util.concurrent.TimeUnit;

/// A rate with a small allowance for bursts (the generic cell rate algorithm). Times are
/// nanoseconds of one monotonic clock.
final class Pace {
  private static final double NANOS = 1e9;

  /// How late a timer may come on a busy machine.
  private static final double SECONDS_LATE = 0.05;

  /// A second as who counts may see it: one call travels faster than another.
  private static final long SECOND = Math.round(1.02 * NANOS);

  /// No messenger that counts allows more.
  private static final int MOST_COUNTED = 2_000;

  private long interval;
  private long allowance;

  /// When the last events happened, as many as a second may hold; empty when that is not counted.
  private long[] last = {};

  private int taken;

  /// When the next event would be due if all came evenly.
  private long due;
  private boolean used;

  /// @param burst events that may come at once after a rest, at least 1
  Pace(double perSecond, int burst) {
    interval = Math.max(1, Math.round(NANOS / perSecond));
    allowance = interval * (burst - 1);
  }

  /// Even, but what a late timer missed is made up for; and no second ever holds more than allowed.
  static Pace even(double perSecond) {
    Pace pace = new Pace(perSecond, 1);
    pace.change(perSecond);
    return pace;
  }

  /// From now on another even rate.
  final void change(double perSecond) {
    interval = Math.max(1, Math.round(NANOS / perSecond));
    allowance = Math.round(SECONDS_LATE * NANOS);
    last = new long[perSecond > MOST_COUNTED ? 0 : (int) Math.max(1, perSecond)];
    taken = 0;
  }

  /// Nanoseconds to wait before the next event may happen; 0 when it may happen now.
  long delay(long now) {
    long even = used ? Math.max(0, due - allowance - now) : 0;
    boolean isCounted = last.length > 0 && taken >= last.length;
    return isCounted ? Math.max(even, last[taken % last.length] + SECOND - now) : even;
  }

  /// For a timer; rounded up, because one that fires early would only be set again.
  static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
  }

  void take(long now) {
    due = (used ? Math.max(due, now) : now) + interval;
    used = true;
    if (last.length > 0) {
      last[taken % last.length] = now;
      // Once full it stays full; the number only turns.
      taken = taken + 1 < 2 * last.length ? taken + 1 : last.length;
    }
  }
}
