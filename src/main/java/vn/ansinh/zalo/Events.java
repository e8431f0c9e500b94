package vn.ansinh.zalo;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.citizen.Address;
import vn.ansinh.conversation.Inbound;
import vn.ansinh.conversation.Inbound.Content;

/// Reads out of Zalo's events what citizens say to us.
final class Events {
  static final String CHANNEL = "zalo";

  private static final Pattern COMMAND =
      Pattern.compile("/(\\w+)(?:\\s+(.*))?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final String TEXT = "message.text.received";

  /// What a person can send that is not text. `unsupported` is what Zalo itself withholds.
  private static final Set<String> NOT_TEXT =
      Set.of(
          "message.image.received",
          "message.sticker.received",
          "message.voice.received",
          "message.unsupported.received");

  private final Clock clock;

  Events(Clock clock) {
    this.clock = clock;
  }

  /// Empty for what is not said to us by a person in a chat of their own, and for events that we do
  /// not know.
  ///
  /// @param event `{event_name, message}`
  Optional<Inbound> inbound(JsonObject event) {
    JsonObject message = object(event, "message");
    JsonObject chat = object(message, "chat");
    String address = text(chat, "id");
    String id = text(message, "message_id");
    boolean isPersons =
        text(chat, "chat_type").equals("PRIVATE")
            && !Boolean.TRUE.equals(object(message, "from").getValue("is_bot"));
    return address.isEmpty() || id.isEmpty() || !isPersons
        ? Optional.empty()
        : content(text(event, "event_name"), text(message, "text"))
            .map(
                content ->
                    new Inbound(
                        new Address(CHANNEL, address),
                        // Whether a number is Zalo's or only the chat's is not said.
                        address + ":" + id,
                        content,
                        id,
                        clock.instant(),
                        false,
                        CHANNEL + "-" + id));
  }

  private static Optional<Content> content(String event, String text) {
    if (NOT_TEXT.contains(event)) {
      return Optional.of(new Content.Unsupported());
    }
    if (!event.equals(TEXT)) {
      return Optional.empty();
    }
    Matcher command = COMMAND.matcher(text.strip());
    if (!command.matches()) {
      return Optional.of(new Content.Text(text));
    }
    String payload = command.group(2);
    return Content.ofCommand(command.group(1), payload == null ? "" : payload)
        .or(() -> Optional.of(new Content.Help()));
  }

  private static JsonObject object(JsonObject parent, String name) {
    return parent.getValue(name) instanceof JsonObject object ? object : new JsonObject();
  }

  /// Without U+0000, which cannot be stored; empty for what is neither text nor a number.
  private static String text(JsonObject parent, String name) {
    return switch (parent.getValue(name)) {
      case String text -> text.replace("\0", "");
      case Number number -> number.toString();
      case null, default -> "";
    };
  }
}
