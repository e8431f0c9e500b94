package vn.ansinh.app.ticks;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;
import vn.ansinh.app.config.ClockSettings;
import vn.ansinh.calendar.VietnamTime;

/// A clock that was set and runs at a pace of its own, for rehearsals.
public final class ServiceClock extends Clock {
  private final Instant start;
  private final double speed;
  private final ZoneId zone;
  private final LongSupplier ticker;
  private final long begun;

  private ServiceClock(Instant start, double speed, ZoneId zone, LongSupplier ticker, long begun) {
    this.start = start;
    this.speed = speed;
    this.zone = zone;
    this.ticker = ticker;
    this.begun = begun;
  }

  /// The clock of the service: the machine's own unless it is set otherwise.
  public static Clock of(ClockSettings settings) {
    Clock machine = Clock.system(VietnamTime.ZONE);
    if (settings.isOrdinary()) {
      return machine;
    }
    Instant start = settings.start() == null ? machine.instant() : settings.start();
    return of(start, settings.speed(), System::nanoTime);
  }

  static ServiceClock of(Instant start, double speed, LongSupplier ticker) {
    return new ServiceClock(start, speed, VietnamTime.ZONE, ticker, ticker.getAsLong());
  }

  @Override
  public Instant instant() {
    double nanos = (ticker.getAsLong() - begun) * speed;
    return start.plusSeconds((long) (nanos / 1e9)).plusNanos((long) (nanos % 1e9));
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new ServiceClock(start, speed, other, ticker, begun);
  }
}
