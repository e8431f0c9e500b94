package vn.ansinh.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Function;
import org.telegram.telegrambots.meta.api.objects.Update;
import vn.ansinh.http.Access;
import vn.ansinh.http.Routes;

/// Where Telegram brings updates; it says 200 only after the commit, else Telegram brings them
/// again.
final class TelegramWebhook {
  static final String PATH = "/telegram/webhook";

  private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
  private static final int MOST_BODY = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final byte[] secret;
  private final Function<Update, Future<Void>> take;

  /// @param take completes after the commit
  TelegramWebhook(String secret, Function<Update, Future<Void>> take) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.take = take;
  }

  void addTo(Routes routes) {
    routes.addAsync(HttpMethod.POST, PATH, Access.PARTNER, MOST_BODY, this::receive);
  }

  private Future<Void> receive(RoutingContext context) {
    String given = context.request().getHeader(SECRET_HEADER);
    if (given == null || !MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8))) {
      context.fail(401);
      return Future.succeededFuture();
    }
    Update update;
    try {
      update = JSON.readValue(context.body().buffer().getBytes(), Update.class);
    } catch (IOException | RuntimeException unreadable) {
      context.fail(400);
      return Future.succeededFuture();
    }
    if (update == null || update.getUpdateId() == null) {
      context.fail(400);
      return Future.succeededFuture();
    }
    return take.apply(update).compose(_ -> context.response().end());
  }
}
