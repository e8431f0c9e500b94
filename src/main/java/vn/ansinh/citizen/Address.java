package vn.ansinh.citizen;

import java.util.Locale;

/// Where a citizen is reached.
///
/// @param channel the channel's name, `telegram` or `web`
/// @param value the channel's own address of the chat, text in every channel
public record Address(String channel, String value) {
  /// The channel as people read it: `Telegram`.
  public String place() {
    return place(channel);
  }

  /// The same of a channel's name.
  public static String place(String channel) {
    return channel.substring(0, 1).toUpperCase(Locale.ROOT) + channel.substring(1);
  }
}
