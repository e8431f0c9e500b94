package vn.ansinh.delivery;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.text.Block;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Span;

/// Fits a message to what a channel can do; the one place that knows the difference between
/// channels.
public final class Fitting {
  private final RichText beforeNumbers;

  /// @param beforeNumbers what stands before choices that are answered by number
  public Fitting(RichText beforeNumbers) {
    this.beforeNumbers = beforeNumbers;
  }

  /// One or more messages in the order in which they are sent; the choices and reactions go with
  /// the last.
  ///
  /// A text longer than the channel takes is cut between paragraphs. Without buttons the choices
  /// become a numbered list, and there are no reactions. A file comes after all the text, as a
  /// message of its own; it is left out where the channel takes none.
  public List<Message> fit(Message message, Capabilities channel) {
    RichText text = message.text();
    if (!channel.buttons() && !message.choices().isEmpty()) {
      text = RichText.join(List.of(text, beforeNumbers, numbered(message.choices())));
    }
    List<RichText> parts = text.split(channel.longestText());
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean bearsButtons = i == parts.size() - 1 && channel.buttons();
      messages.add(
          bearsButtons
              ? new Message(parts.get(i), message.choices(), message.reactions())
              : new Message(parts.get(i), List.of()));
    }
    Message.File file = message.file();
    if (file != null && channel.documents()) {
      messages.add(Message.of(file));
    }
    return messages;
  }

  private static RichText numbered(List<Choice> choices) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < choices.size(); i++) {
      lines.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(choices.get(i).label());
    }
    return new RichText(List.of(new Block.Paragraph(List.of(new Span.Plain(lines.toString())))));
  }
}
