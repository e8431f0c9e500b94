package vn.ansinh.telegram;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The messages in the chats of a fake Telegram, so that edits and replies can be judged.
final class FakeChats {
  private static final int FIRST_SENT = 1_000_000;

  private final Map<String, JsonObject> sent = new HashMap<>();
  private final Set<String> received = new HashSet<>();
  private final Set<String> queries = new HashSet<>();
  private int last = FIRST_SENT;

  /// Remembers what citizens wrote and tapped.
  synchronized void learn(JsonObject update) {
    for (String kind : Set.of("message", "edited_message")) {
      JsonObject message = update.getJsonObject(kind);
      if (message != null) {
        received.add(
            key(message.getJsonObject("chat").getValue("id"), message.getValue("message_id")));
      }
    }
    JsonObject query = update.getJsonObject("callback_query");
    if (query != null) {
      queries.add(query.getString("id"));
    }
  }

  /// Telegram's description of what is wrong, without "Bad Request: ".
  synchronized Optional<String> fault(String method, JsonObject call) {
    return switch (method) {
      case "sendMessage", "sendDocument" -> replyFault(call);
      case "editMessageText" -> editFault(call);
      case "answerCallbackQuery" ->
          queries.contains(call.getString("callback_query_id"))
              ? Optional.empty()
              : Optional.of("query is too old and response timeout expired or query ID is invalid");
      default -> Optional.empty();
    };
  }

  synchronized Object result(String method, JsonObject call) {
    return switch (method) {
      case "sendMessage", "sendDocument" -> message(call, ++last);
      case "editMessageText" -> message(call, call.getInteger("message_id"));
      case "getMe" -> FakeUpdates.bot().put("can_join_groups", true);
      default -> true;
    };
  }

  private JsonObject message(JsonObject call, int id) {
    sent.put(key(call.getValue("chat_id"), id), call);
    JsonObject message = new JsonObject();
    if (call.getValue("document") instanceof JsonObject file) {
      message.put(
          "document",
          new JsonObject()
              .put("file_id", "file" + id)
              .put("file_unique_id", "unique" + id)
              .put("file_name", file.getString("file_name"))
              .put("mime_type", file.getString("mime_type")));
    } else {
      message.put("text", call.getString("text"));
    }
    return message
        .put("message_id", id)
        .put("date", 1_790_000_001)
        .put("from", FakeUpdates.bot())
        .put(
            "chat",
            new JsonObject()
                .put("id", Long.valueOf(String.valueOf(call.getValue("chat_id"))))
                .put("type", "private"));
  }

  private Optional<String> replyFault(JsonObject call) {
    JsonObject reply = call.getJsonObject("reply_parameters");
    if (reply == null || reply.getBoolean("allow_sending_without_reply", false)) {
      return Optional.empty();
    }
    String key = key(call.getValue("chat_id"), reply.getValue("message_id"));
    return received.contains(key) || sent.containsKey(key)
        ? Optional.empty()
        : Optional.of("message to be replied not found");
  }

  private Optional<String> editFault(JsonObject call) {
    JsonObject before = sent.get(key(call.getValue("chat_id"), call.getValue("message_id")));
    if (call.getString("text") == null) {
      return Optional.of("message text is empty");
    }
    if (before == null) {
      return Optional.of("message to edit not found");
    }
    boolean same =
        call.getString("text").equals(before.getString("text"))
            && call.getJsonObject("reply_markup", new JsonObject())
                .equals(before.getJsonObject("reply_markup", new JsonObject()));
    return same
        ? Optional.of(
            "message is not modified: specified new message content and reply markup are exactly the"
                + " same as a current content and reply markup of the message")
        : Optional.empty();
  }

  private static String key(Object chat, Object message) {
    return chat + ":" + message;
  }
}
