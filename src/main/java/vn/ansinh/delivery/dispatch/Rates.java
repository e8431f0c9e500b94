package vn.ansinh.delivery.dispatch;

/// How fast a channel may be used, by all nodes together.
///
/// @param overall messages a second over all its chats
/// @param chat messages a second in one chat
/// @param broadcast messages a second of broadcasts, beside the others; 0 when they count among
///     them
public record Rates(double overall, double chat, double broadcast) {
  public Rates(double overall, double chat) {
    this(overall, chat, 0);
  }
}
