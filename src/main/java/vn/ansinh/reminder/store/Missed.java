package vn.ansinh.reminder.store;

import java.util.Locale;

/// Why a message that fell due was not sent.
public enum Missed {
  /// Its day was over, or would have been before the next decent hour.
  PAST,
  /// A later message about the same day had fallen due as well.
  SUPERSEDED,
  UNREACHABLE,
  /// The citizen had asked for silence.
  STOPPED,
  /// Whoever is there may only be answered.
  CHANNEL;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Missed ofKey(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
