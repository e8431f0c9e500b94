package vn.ansinh.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.telegram.telegrambots.meta.api.objects.Update;
import vn.ansinh.http.call.Webhook;

/// Where Telegram brings updates.
final class TelegramWebhook {
  static final String PATH = "/telegram/webhook";

  private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
  private static final ObjectMapper JSON = new ObjectMapper();

  private TelegramWebhook() {}

  /// @param take completes after the commit
  static Webhook<Update> of(String secret, Function<Update, Future<Void>> take) {
    return new Webhook<>(PATH, SECRET_HEADER, secret, TelegramWebhook::update, take);
  }

  private static Optional<Update> update(Buffer body) {
    try {
      return Optional.ofNullable(JSON.readValue(body.getBytes(), Update.class))
          .filter(update -> update.getUpdateId() != null);
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }
}
