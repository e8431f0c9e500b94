package vn.ansinh.bench;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/// How a messenger speaks with the service.
public enum Dialect {
  TELEGRAM("ANSINH_TELEGRAM_", "X-Telegram-Bot-Api-Secret-Token", 500) {
    @Override
    JsonObject update(long number, long chat, String text) {
      JsonObject person = new JsonObject().put("id", chat).put("first_name", "A");
      return new JsonObject()
          .put("update_id", number)
          .put(
              "message",
              new JsonObject()
                  .put("message_id", number)
                  .put("date", 1_795_000_000)
                  .put("chat", person.copy().put("type", "private"))
                  .put("from", person.put("is_bot", false))
                  .put("text", text));
    }

    @Override
    JsonObject sent(long number, long chat) {
      return new JsonObject()
          .put("message_id", number)
          .put("date", 1_795_000_000)
          .put("chat", new JsonObject().put("id", chat).put("type", "private"))
          .put("text", "…");
    }
  },

  /// What it refuses comes back under HTTP 200.
  ZALO("ANSINH_ZALO_", "X-Bot-Api-Secret-Token", 200) {
    @Override
    JsonObject update(long number, long chat, String text) {
      String id = String.valueOf(chat);
      JsonObject message =
          new JsonObject()
              .put("message_id", "m" + number)
              .put("date", 1_795_000_000_000L)
              .put("chat", new JsonObject().put("id", id).put("chat_type", "PRIVATE"))
              .put(
                  "from",
                  new JsonObject().put("id", id).put("display_name", "A").put("is_bot", false))
              .put("text", text);
      return new JsonObject()
          .put("ok", true)
          .put(
              "result",
              new JsonObject().put("event_name", "message.text.received").put("message", message));
    }

    @Override
    JsonObject sent(long number, long chat) {
      return new JsonObject().put("message_id", "s" + number);
    }
  };

  static final String TOKEN = "1000:bench";
  static final String SECRET = "bench-secret";

  private final String prefix;
  final String secretHeader;
  final int refusedStatus;

  Dialect(String prefix, String secretHeader, int refusedStatus) {
    this.prefix = prefix;
    this.secretHeader = secretHeader;
    this.refusedStatus = refusedStatus;
  }

  /// What the webhook is brought when somebody writes.
  abstract JsonObject update(long number, long chat, String text);

  /// What is answered for a message that was taken.
  abstract JsonObject sent(long number, long chat);

  /// Variables of a service that speaks with it without any rate to wait for.
  ///
  /// @param mode `webhook` or `polling`
  Map<String, String> environment(String apiUrl, String mode, String publicUrl) {
    return Map.of(
        prefix + "TOKEN", TOKEN,
        prefix + "API_URL", apiUrl,
        prefix + "MODE", mode,
        prefix + "PUBLIC_URL", publicUrl,
        prefix + "WEBHOOK_SECRET", SECRET,
        prefix + "RATE_OVERALL", "100000",
        prefix + "RATE_CHAT", "100000");
  }
}
