package vn.ansinh.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import vn.ansinh.calendar.VietnamTime;

/// A clock that stands until it is moved on.
final class SetClock extends Clock {
  private volatile Instant now = RunningService.NOON.instant();

  void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return VietnamTime.ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
