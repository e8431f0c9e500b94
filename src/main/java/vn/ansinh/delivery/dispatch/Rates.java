package vn.ansinh.delivery.dispatch;

import java.util.Map;

/// How fast a channel may be used, by all nodes together.
///
/// @param overall messages a second over all its chats
/// @param chat messages a second in one chat
/// @param broadcast messages a second of broadcasts, beside the others; 0 when they count among
///     them
/// @param adapts whether the channel's own limits are not known: then it is used more slowly for a
///     while whenever it says that it was too fast
public record Rates(double overall, double chat, double broadcast, boolean adapts) {
  public Rates(double overall, double chat, double broadcast) {
    this(overall, chat, broadcast, false);
  }

  public Rates(double overall, double chat) {
    this(overall, chat, 0);
  }

  /// Those of one channel.
  static Rates of(Map<String, Rates> rates, String channel) {
    Rates own = rates.get(channel);
    if (own == null) {
      throw new IllegalArgumentException("no rates for " + channel);
    }
    return own;
  }
}
