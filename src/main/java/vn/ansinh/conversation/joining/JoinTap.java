package vn.ansinh.conversation.joining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.ansinh.delivery.Choice;

/// A button about joined chats: `j:<part>` or `j:<part>:<value>`.
///
/// @param value the code that is agreed to; empty for the others
record JoinTap(Part part, String value) {
  private static final String PREFIX = "j:";

  enum Part {
    AGREE,
    REFUSE,
    CHOOSE,
    HERE,
    OTHER,
    MADE;

    private String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static JoinTap of(Part part) {
    return new JoinTap(part, "");
  }

  Choice choice(String label) {
    return new Choice(label, PREFIX + part.key() + (value.isEmpty() ? "" : ":" + value));
  }

  /// Empty for data that is no such button's.
  static Optional<JoinTap> parse(String data) {
    if (!data.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String[] parts = data.substring(PREFIX.length()).split(":", 2);
    return List.of(Part.values()).stream()
        .filter(part -> part.key().equals(parts[0]))
        .map(part -> new JoinTap(part, parts.length == 2 ? parts[1] : ""))
        .findFirst();
  }
}
