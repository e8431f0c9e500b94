package vn.ansinh.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.ansinh.text.Block;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Span;

/// Fits a message to what a channel can do; the one place that knows the difference between
/// channels.
public final class Fitting {
  private final RichText beforeNumbers;
  private final RichText beforeLink;

  /// @param beforeNumbers what stands before choices that are answered by number
  /// @param beforeLink what stands before the link to a file
  public Fitting(RichText beforeNumbers, RichText beforeLink) {
    this.beforeNumbers = beforeNumbers;
    this.beforeLink = beforeLink;
  }

  /// One that is given no files.
  public Fitting(RichText beforeNumbers) {
    this(beforeNumbers, RichText.EMPTY);
  }

  /// One or more messages in the order in which they are sent; the choices and reactions go with
  /// the last.
  ///
  /// A text longer than the channel takes is cut between paragraphs. Without buttons the choices
  /// and the reactions become a numbered list, and the last message bears them in that order, so
  /// that a number can be understood. Where words carry no address it is written out. A file comes
  /// after all the text, as a message of its own; where the channel takes none its link stands in
  /// the text, and without a link it is left out.
  public List<Message> fit(Message message, Capabilities channel) {
    Message whole = channel.documents() ? message : linking(message);
    Message offering = channel.buttons() ? whole : numbered(whole);
    RichText text = channel.links() ? offering.text() : offering.text().mapped(Fitting::writtenOut);
    List<RichText> parts = text.split(channel.longestText());
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean isLast = i == parts.size() - 1;
      messages.add(
          isLast
              ? new Message(parts.get(i), offering.choices(), offering.reactions())
              : new Message(parts.get(i), List.of()));
    }
    Message.File file = message.file();
    if (file != null && channel.documents()) {
      messages.add(Message.of(file));
    }
    return messages;
  }

  /// What was fitted to one channel as it was before, so that it can be fitted to another: without
  /// the numbered list, which another may show as buttons. Addresses stay written out.
  Message unfitted(Message fitted, Capabilities channel) {
    if (channel.buttons() || fitted.choices().isEmpty()) {
      return fitted;
    }
    List<Block> blocks = fitted.text().blocks();
    List<Block> numbers = beforeNumbers.plus(list(fitted.choices())).blocks();
    int words = blocks.size() - numbers.size();
    return words >= 0 && blocks.subList(words, blocks.size()).equals(numbers)
        ? new Message(new RichText(blocks.subList(0, words)), fitted.choices())
        : fitted;
  }

  /// What a message offers where there are no buttons, in the order of its numbers.
  public static List<Choice> offered(Message message) {
    return Stream.concat(
            message.choices().stream(), message.reactions().stream().map(Reaction::choice))
        .toList();
  }

  private Message linking(Message message) {
    Message.File file = message.file();
    if (file == null || file.link() == null) {
      return message;
    }
    RichText link = RichText.of(file.link());
    return new Message(
        RichText.join(List.of(message.text(), beforeLink, link)),
        message.choices(),
        message.reactions());
  }

  private Message numbered(Message message) {
    List<Choice> offered = offered(message);
    return offered.isEmpty()
        ? message
        : new Message(
            RichText.join(List.of(message.text(), beforeNumbers, list(offered))), offered);
  }

  private static RichText list(List<Choice> choices) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < choices.size(); i++) {
      lines.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(choices.get(i).label());
    }
    return RichText.of(lines.toString());
  }

  private static Span writtenOut(Span span) {
    return span instanceof Span.Link(String text, String url)
        ? new Span.Plain(
            url.startsWith("http") && !url.equals(text) ? text + " (" + url + ")" : text)
        : span;
  }
}
