package vn.ansinh.telegram;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What Telegram demands of the parameters of a call. Names come from the Bot API as data when the
/// environment variable `BOT_API_RULES` names its file, else from the short list below.
final class BotApiRules {
  private static final int LONGEST = 4096;
  private static final int BIGGEST = 50 << 20;
  private static final Map<String, Parameters> BUILT_IN =
      Map.of(
          "getMe", of("", ""),
          "getUpdates", of("", "offset limit timeout allowed_updates"),
          "setWebhook",
              of(
                  "url",
                  "certificate ip_address max_connections allowed_updates drop_pending_updates"
                      + " secret_token"),
          "deleteWebhook", of("", "drop_pending_updates"),
          "getWebhookInfo", of("", ""),
          "setMyCommands", of("commands", "scope language_code"),
          "sendMessage",
              of(
                  "chat_id text",
                  "message_thread_id parse_mode entities link_preview_options reply_parameters"
                      + " reply_markup disable_notification protect_content"),
          "sendDocument",
              of(
                  "chat_id document",
                  "message_thread_id thumbnail caption parse_mode caption_entities"
                      + " disable_content_type_detection reply_parameters reply_markup"
                      + " disable_notification protect_content"),
          "editMessageText",
              of(
                  "",
                  "text chat_id message_id inline_message_id parse_mode entities"
                      + " link_preview_options reply_markup"),
          "answerCallbackQuery", of("callback_query_id", "text show_alert url cache_time"));

  private final Map<String, Parameters> methods;

  private record Parameters(Set<String> required, Set<String> known) {}

  BotApiRules() {
    String file = System.getenv("BOT_API_RULES");
    this.methods = file == null ? BUILT_IN : read(Path.of(file));
  }

  boolean knows(String method) {
    return methods.containsKey(method);
  }

  /// Telegram's description of what is wrong, without "Bad Request: ".
  Optional<String> fault(String method, JsonObject call) {
    Parameters parameters = Objects.requireNonNull(methods.get(method));
    Set<String> unknown = new TreeSet<>(call.fieldNames());
    unknown.removeAll(parameters.known());
    if (!unknown.isEmpty()) {
      return Optional.of("unknown parameters " + unknown);
    }
    for (String required : parameters.required()) {
      if (call.getValue(required) == null) {
        return Optional.of("parameter \"" + required + "\" is required");
      }
    }
    if (method.equals("sendDocument")) {
      return document(call).or(() -> keyboard(call));
    }
    return call.containsKey("text") && call.containsKey("chat_id")
        ? text(call).or(() -> keyboard(call))
        : Optional.empty();
  }

  private static Optional<String> text(JsonObject call) {
    String text = call.getString("text");
    try {
      String plain = "HTML".equals(call.getString("parse_mode")) ? TelegramHtml.plain(text) : text;
      if (plain.isBlank()) {
        return Optional.of("message text is empty");
      }
      return plain.length() > LONGEST ? Optional.of("message is too long") : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.ofNullable(unreadable.getMessage());
    }
  }

  /// Only an uploaded file: we know no file that Telegram has already.
  private static Optional<String> document(JsonObject call) {
    if (!(call.getValue("document") instanceof JsonObject file)) {
      return Optional.of("wrong remote file identifier specified: Wrong string length");
    }
    if (file.getString("content").isEmpty()) {
      return Optional.of("file must be non-empty");
    }
    if (file.getString("content").getBytes(StandardCharsets.UTF_8).length > BIGGEST) {
      return Optional.of("file is too big");
    }
    return file.getString("file_name").isBlank()
        ? Optional.of("there is no document in the request")
        : Optional.empty();
  }

  private static Optional<String> keyboard(JsonObject call) {
    JsonArray rows =
        call.getJsonObject("reply_markup", new JsonObject())
            .getJsonArray("inline_keyboard", new JsonArray());
    for (Object row : rows) {
      for (Object each : (JsonArray) row) {
        JsonObject button = (JsonObject) each;
        String data = button.getString("callback_data", "");
        int bytes = data.getBytes(StandardCharsets.UTF_8).length;
        if (button.getString("text", "").isBlank()) {
          return Optional.of("text buttons are unallowed in the inline keyboard");
        }
        if (bytes < 1 || bytes > 64) {
          return Optional.of("BUTTON_DATA_INVALID");
        }
      }
    }
    return Optional.empty();
  }

  private static Map<String, Parameters> read(Path file) {
    try {
      JsonObject api = new JsonObject(Files.readString(file)).getJsonObject("methods");
      Map<String, Parameters> methods = new HashMap<>();
      for (String name : api.fieldNames()) {
        Set<String> required = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        for (Object each : api.getJsonObject(name).getJsonArray("fields", new JsonArray())) {
          JsonObject field = (JsonObject) each;
          known.add(field.getString("name"));
          if (field.getBoolean("required")) {
            required.add(field.getString("name"));
          }
        }
        methods.put(name, new Parameters(required, known));
      }
      return methods;
    } catch (IOException unreadable) {
      throw new IllegalStateException("the Bot API as data", unreadable);
    }
  }

  private static Parameters of(String required, String optional) {
    Set<String> known = new TreeSet<>(Set.of(optional.split(" ")));
    Set<String> needed = required.isEmpty() ? Set.of() : new TreeSet<>(Set.of(required.split(" ")));
    known.addAll(needed);
    return new Parameters(needed, known);
  }
}
