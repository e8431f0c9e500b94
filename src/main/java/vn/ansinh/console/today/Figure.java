package vn.ansinh.console.today;

import java.util.Locale;

/// What is counted day by day.
public enum Figure {
  ANSWERED,
  /// The service asked which of a few was meant.
  ASKED_BACK,
  REFUSED,
  HELPFUL,
  UNHELPFUL,
  DELIVERY_SENT,
  DELIVERY_REFUSED,
  /// Given up after many attempts.
  DELIVERY_FAILED,
  DELIVERY_UNREACHABLE,
  DELIVERY_UNKNOWN,
  DELIVERY_WITHDRAWN;

  boolean isDelivery() {
    return compareTo(DELIVERY_SENT) >= 0;
  }

  static Figure of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
