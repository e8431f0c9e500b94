package vn.ansinh.citizen;

/// Where a citizen is reached.
///
/// @param channel the channel's name, `telegram` or `web`
/// @param value the channel's own address of the chat, text in every channel
public record Address(String channel, String value) {}
