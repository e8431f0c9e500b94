package vn.ansinh.delivery.dispatch;

import java.util.Map;

/// How fast a channel may be used.
///
/// @param overall messages a second over all its chats
/// @param chat messages a second in one chat
public record Rates(double overall, double chat) {
  /// Those of one channel.
  static Rates of(Map<String, Rates> rates, String channel) {
    Rates own = rates.get(channel);
    if (own == null) {
      throw new IllegalArgumentException("no rates for " + channel);
    }
    return own;
  }
}
