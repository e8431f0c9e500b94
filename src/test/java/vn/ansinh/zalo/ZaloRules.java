package vn.ansinh.zalo;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.ansinh.telegram.TelegramHtml;

/// What Zalo demands of the parameters of a call; where it is not said, the worse case.
final class ZaloRules {
  private static final int LONGEST = 2_000;
  private static final Pattern OTHER_TAGS = Pattern.compile("<(?!/?[bi]>)");
  private static final Set<String> MODES = Set.of("html", "markdown");
  private static final Map<String, Set<String>> METHODS =
      Map.of(
          "getMe", Set.of(),
          "getUpdates", Set.of("timeout"),
          "setWebhook", Set.of("url", "secret_token"),
          "deleteWebhook", Set.of(),
          "getWebhookInfo", Set.of(),
          "sendMessage", Set.of("chat_id", "text", "parse_mode", "text_styles"),
          "sendPhoto", Set.of("chat_id", "photo", "caption"),
          "sendSticker", Set.of("chat_id", "sticker"),
          "sendVoice", Set.of("chat_id", "voice"),
          "sendChatAction", Set.of("chat_id", "action"));

  boolean knows(String method) {
    return METHODS.containsKey(method);
  }

  /// What is wrong with a call of a known method.
  Optional<String> fault(String method, JsonObject call) {
    Set<String> unknown = new TreeSet<>(call.fieldNames());
    unknown.removeAll(Objects.requireNonNull(METHODS.get(method)));
    if (!unknown.isEmpty()) {
      return Optional.of("unknown parameters " + unknown);
    }
    return switch (method) {
      case "sendMessage" -> message(call);
      case "setWebhook" -> webhook(call);
      default -> Optional.empty();
    };
  }

  private static Optional<String> message(JsonObject call) {
    if (!(call.getValue("chat_id") instanceof String chat) || chat.isBlank()) {
      return Optional.of("chat_id is required");
    }
    if (!(call.getValue("text") instanceof String text) || text.isBlank()) {
      return Optional.of("text is required");
    }
    if (text.length() > LONGEST) {
      return Optional.of("text is too long");
    }
    Object mode = call.getValue("parse_mode");
    if (mode != null && !MODES.contains(mode)) {
      return Optional.of("parse_mode is wrong");
    }
    try {
      return "html".equals(mode)
              && (OTHER_TAGS.matcher(text).find() || TelegramHtml.plain(text).isBlank())
          ? Optional.of("text cannot be read")
          : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.ofNullable(unreadable.getMessage());
    }
  }

  private static Optional<String> webhook(JsonObject call) {
    int secret = call.getString("secret_token", "").length();
    return call.getString("url", "").isBlank() || secret < 8 || secret > 256
        ? Optional.of("url or secret_token is wrong")
        : Optional.empty();
  }
}
