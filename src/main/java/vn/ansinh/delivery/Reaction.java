package vn.ansinh.delivery;

/// What can be said of a message by one tap. It answers nothing, so it has no number and is left
/// out where there are no buttons.
///
/// @param sign what is seen: one emoji
/// @param name what is read aloud
/// @param data as that of a [Choice]
public record Reaction(String sign, String name, String data) {
  public Reaction {
    Choice.check(data);
  }
}
