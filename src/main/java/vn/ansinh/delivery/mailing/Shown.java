package vn.ansinh.delivery.mailing;

import java.util.List;
import vn.ansinh.delivery.Message;

/// A message as one channel brings it.
///
/// @param channel its name
/// @param messages in the order in which they are sent; more than one where it is cut
/// @param buttons whether the choices are buttons under the last of them; else they are in its text
public record Shown(String channel, List<Message> messages, boolean buttons) {
  public Shown {
    messages = List.copyOf(messages);
  }
}
