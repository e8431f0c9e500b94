package vn.ansinh.zalo;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;
import vn.ansinh.http.call.Webhook;

/// Where Zalo brings events.
final class ZaloWebhook {
  static final String PATH = "/zalo/webhook";

  private static final String SECRET_HEADER = "X-Bot-Api-Secret-Token";

  private ZaloWebhook() {}

  /// @param take completes after the commit
  static Webhook<JsonObject> of(String secret, Function<JsonObject, Future<Void>> take) {
    return new Webhook<>(PATH, SECRET_HEADER, secret, ZaloWebhook::event, take);
  }

  /// In the envelope `{ok, result}`.
  private static Optional<JsonObject> event(Buffer body) {
    try {
      return body.toJsonObject().getValue("result") instanceof JsonObject event
          ? Optional.of(event)
          : Optional.empty();
    } catch (DecodeException | ClassCastException unreadable) {
      return Optional.empty();
    }
  }
}
