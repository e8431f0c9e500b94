package vn.ansinh.telegram;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/// Updates as Telegram sends them; the fake Bot API numbers those that have no number yet.
public final class FakeUpdates {
  private FakeUpdates() {}

  public static JsonObject text(long chat, int messageId, String text) {
    return new JsonObject().put("message", message(chat, messageId).put("text", text));
  }

  public static JsonObject edited(long chat, int messageId, String text) {
    JsonObject message = message(chat, messageId).put("text", text).put("edit_date", 1_790_000_100);
    return new JsonObject().put("edited_message", message);
  }

  /// A button under the bot's message was tapped.
  public static JsonObject tap(long chat, int messageId, String queryId, String data) {
    JsonObject query =
        new JsonObject()
            .put("id", queryId)
            .put("from", person(chat))
            .put("message", message(chat, messageId).put("from", bot()).put("text", "…"))
            .put("chat_instance", "1")
            .put("data", data);
    return new JsonObject().put("callback_query", query);
  }

  /// Something that is not text: `voice`, `photo`, `sticker` …
  public static JsonObject other(long chat, int messageId, String kind, Object value) {
    return new JsonObject().put("message", message(chat, messageId).put(kind, value));
  }

  public static JsonObject voice(long chat, int messageId) {
    return other(chat, messageId, "voice", file().put("duration", 3));
  }

  public static JsonObject group(long chat, int messageId, String text) {
    JsonObject update = text(chat, messageId, text);
    update
        .getJsonObject("message")
        .put("from", person(7))
        .put(
            "chat",
            new JsonObject()
                .put("id", chat)
                .put("type", "supergroup")
                .put("title", "Tổ dân phố 5"));
    return update;
  }

  public static JsonObject bot() {
    return new JsonObject()
        .put("id", FakeBotApi.BOT_ID)
        .put("is_bot", true)
        .put("first_name", "An Sinh")
        .put("username", FakeBotApi.USERNAME);
  }

  static JsonObject file() {
    return new JsonObject().put("file_id", "f").put("file_unique_id", "u");
  }

  static JsonArray photo() {
    return new JsonArray().add(file().put("width", 90).put("height", 90));
  }

  private static JsonObject message(long chat, int messageId) {
    return new JsonObject()
        .put("message_id", messageId)
        .put("date", 1_790_000_000)
        .put("from", person(chat))
        .put(
            "chat",
            new JsonObject().put("id", chat).put("type", "private").put("first_name", "Lan"));
  }

  private static JsonObject person(long id) {
    return new JsonObject().put("id", id).put("is_bot", false).put("first_name", "Lan");
  }
}
