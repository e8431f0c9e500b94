package vn.ansinh.zalo;

import io.vertx.core.json.JsonObject;

/// Events as Zalo sends them.
public final class FakeEvents {
  private FakeEvents() {}

  public static JsonObject text(String chat, String id, String text) {
    JsonObject event = event("message.text.received", chat, id);
    event.getJsonObject("message").put("text", text);
    return event;
  }

  /// Something that is not text, or that nobody knows yet.
  ///
  /// @param name `message.voice.received`
  public static JsonObject event(String name, String chat, String id) {
    return new JsonObject()
        .put("event_name", name)
        .put(
            "message",
            new JsonObject()
                .put(
                    "from",
                    new JsonObject()
                        .put("id", chat)
                        .put("display_name", "Lan")
                        .put("is_bot", false))
                .put("chat", new JsonObject().put("id", chat).put("chat_type", "PRIVATE"))
                .put("message_id", id)
                .put("date", 1_790_000_000_000L));
  }

  public static JsonObject group(String chat, String id, String text) {
    JsonObject event = text(chat, id, text);
    event.getJsonObject("message").getJsonObject("chat").put("chat_type", "GROUP");
    return event;
  }
}
