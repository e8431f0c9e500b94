package vn.ansinh.delivery;

/// What can be said of a message by one tap. Where there are no buttons it is one of the choices.
///
/// @param sign what is seen
/// @param name what is read aloud
/// @param data as that of a [Choice]
public record Reaction(Sign sign, String name, String data) {
  /// A channel without emoji of its own draws it.
  public enum Sign {
    UP("👍"),
    DOWN("👎");

    private final String emoji;

    Sign(String emoji) {
      this.emoji = emoji;
    }

    public String emoji() {
      return emoji;
    }
  }

  public Reaction {
    Choice.check(data);
  }

  /// The same for a channel without buttons.
  Choice choice() {
    return new Choice(sign.emoji() + " " + name, data);
  }
}
