package vn.ansinh.app.config;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What time the service takes it to be.
///
/// @param start the time at which it begins; null for the machine's
/// @param speed seconds of the service in one second of the machine
public record ClockSettings(@Nullable Instant start, double speed) {
  public static final ClockSettings ORDINARY = new ClockSettings(null, 1);

  /// Whether it is the machine's own time.
  public boolean isOrdinary() {
    return start == null && speed == 1;
  }
}
