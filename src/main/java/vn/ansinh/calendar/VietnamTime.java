package vn.ansinh.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/// The one time zone of the service.
public final class VietnamTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private VietnamTime() {}

  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }
}
