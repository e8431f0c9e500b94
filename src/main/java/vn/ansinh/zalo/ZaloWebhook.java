package vn.ansinh.zalo;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ansinh.http.Access;
import vn.ansinh.http.Routes;

/// Where Zalo brings events; it says 200 only after the commit, else Zalo brings them again.
final class ZaloWebhook {
  static final String PATH = "/zalo/webhook";

  private static final String SECRET_HEADER = "X-Bot-Api-Secret-Token";
  private static final int MOST_BODY = 1 << 20;

  private final byte[] secret;
  private final Function<JsonObject, Future<Void>> take;

  /// @param take completes after the commit
  ZaloWebhook(String secret, Function<JsonObject, Future<Void>> take) {
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
    JsonObject event = event(context.body().buffer());
    if (event == null) {
      context.fail(400);
      return Future.succeededFuture();
    }
    return take.apply(event).compose(_ -> context.response().end());
  }

  /// In the envelope `{ok, result}`; null when it cannot be read.
  private static @Nullable JsonObject event(@Nullable Buffer body) {
    try {
      return body != null && body.toJsonObject().getValue("result") instanceof JsonObject event
          ? event
          : null;
    } catch (DecodeException | ClassCastException unreadable) {
      return null;
    }
  }
}
