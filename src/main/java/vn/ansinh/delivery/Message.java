package vn.ansinh.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.text.RichText;

/// What a citizen is told, before a channel gives it its form.
///
/// @param choices in reading order; empty when nothing is offered. Fitted to a channel without
/// buttons, the text bears them too, numbered
/// @param reactions few enough for one row; mostly none
/// @param file that goes along; mostly null
public record Message(
    RichText text, List<Choice> choices, List<Reaction> reactions, @Nullable File file) {
  public Message {
    choices = List.copyOf(choices);
    reactions = List.copyOf(reactions);
  }

  public Message(RichText text, List<Choice> choices, List<Reaction> reactions) {
    this(text, choices, reactions, null);
  }

  public Message(RichText text, List<Choice> choices) {
    this(text, choices, List.of());
  }

  /// A small text file.
  ///
  /// @param name ASCII, with its ending
  /// @param type without a charset, `text/calendar`; the text travels as UTF-8
  /// @param content gone from the outbox once its message has been sent
  /// @param link where it can be fetched; null when it goes along, or is left out
  public record File(String name, String type, String content, @Nullable String link) {
    public File(String name, String type, String content) {
      this(name, type, content, null);
    }
  }

  /// A file and nothing else.
  static Message of(File file) {
    return new Message(RichText.EMPTY, List.of(), List.of(), file);
  }

  /// The same with a file; the same as it is for none.
  public Message with(@Nullable File other) {
    return other == null ? this : new Message(text, choices, reactions, other);
  }
}
