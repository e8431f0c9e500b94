package vn.ansinh.conversation;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.Address;
import vn.ansinh.conversation.forms.Opening;

/// One message from a citizen, free of any channel's types.
///
/// @param key unique within the channel: a repeated one is not answered again
/// @param reference the channel's own id of the message, to reply to it; null when it has none
/// @param inGroup whether others speak in the same chat and read the answers
/// @param request the name under which the log tells what became of it; says nothing of who asked
public record Inbound(
    Address address,
    String key,
    Content content,
    @Nullable String reference,
    Instant receivedAt,
    boolean inGroup,
    String request) {
  /// Named after its key.
  public Inbound(
      Address address,
      String key,
      Content content,
      @Nullable String reference,
      Instant receivedAt,
      boolean inGroup) {
    this(address, key, content, reference, receivedAt, inGroup, address.channel() + "-" + key);
  }

  /// In a chat of the citizen's own.
  public Inbound(
      Address address,
      String key,
      Content content,
      @Nullable String reference,
      Instant receivedAt) {
    this(address, key, content, reference, receivedAt, false);
  }

  /// What was sent.
  public sealed interface Content {
    /// Free text.
    record Text(String text) implements Content {}

    /// An earlier text, changed; its answer is changed too.
    record Edited(String text) implements Content {}

    /// A tapped button.
    record Tapped(String data) implements Content {}

    /// The first contact, with the payload of a deep link or the empty text.
    record Start(String payload) implements Content {}

    record Help() implements Content {}

    record Topics() implements Content {}

    /// The command that shows a code by which the chat can be named elsewhere.
    record Code() implements Content {}

    /// A command about reminders and what is held.
    record Reminders(Opening.Matter matter) implements Content {}

    /// A voice message, photo, sticker, file …
    record Unsupported() implements Content {}

    /// What a command says, `/nhac`; empty for one that we do not have.
    ///
    /// @param name without the slash, in any case
    static Optional<Content> ofCommand(String name, String payload) {
      return Optional.ofNullable(
          switch (name.toLowerCase(Locale.ROOT)) {
            case "start" -> new Start(payload.strip());
            case "chude" -> new Topics();
            case "trogiup", "help" -> new Help();
            case "ma" -> new Code();
            case "nhac" -> new Reminders(Opening.Matter.LIST);
            case "dulieu" -> new Reminders(Opening.Matter.DATA);
            case "xoadulieu" -> new Reminders(Opening.Matter.ERASE);
            case "dung" -> new Reminders(Opening.Matter.STOP);
            case "hoso" -> new Reminders(Opening.Matter.PROFILE);
            case "tieptuc" -> new Reminders(Opening.Matter.RESUME);
            case "noi" ->
                payload.isBlank()
                    ? new Reminders(Opening.Matter.JOIN)
                    : new Text("/noi " + payload.strip());
            case "kenh" -> new Reminders(Opening.Matter.CHANNEL);
            case "tachnoi" -> new Reminders(Opening.Matter.PART);
            default -> null;
          });
    }
  }
}
