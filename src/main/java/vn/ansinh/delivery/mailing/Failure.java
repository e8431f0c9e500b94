package vn.ansinh.delivery.mailing;

import java.util.Locale;

/// How a delivery of a broadcast ended that can be tried again.
public enum Failure {
  /// Given up after many attempts; certainly not delivered.
  FAILED,
  /// The channel did not want the message; certainly not delivered.
  REFUSED,
  /// No answer came: it may have arrived, and would then arrive twice.
  UNKNOWN;

  /// As it is written in the table.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
