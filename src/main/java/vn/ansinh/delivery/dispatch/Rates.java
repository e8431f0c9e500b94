package vn.ansinh.delivery.dispatch;

/// How fast a channel may be used.
///
/// @param overall messages a second over all its chats
/// @param chat messages a second in one chat
public record Rates(double overall, double chat) {}
