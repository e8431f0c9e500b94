package vn.ansinh.http.call;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import vn.ansinh.http.Access;
import vn.ansinh.http.Routes;

/// Where a messenger brings what people say, with a secret that only it and we know. It is told 200
/// only after the commit, else it brings the same again.
///
/// @param header in which the secret comes; compared in constant time, before the body is looked at
/// @param read empty for a body that cannot be read
/// @param take completes after the commit
public record Webhook<T>(
    String path,
    String header,
    String secret,
    Function<Buffer, Optional<T>> read,
    Function<T, Future<Void>> take) {
  private static final int MOST_BODY = 1 << 20;

  /// A secret for a bot that was given none: each of several nodes finds the same, and it tells
  /// nobody the token.
  ///
  /// @return 64 letters and digits
  public static String secret(String token) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes("webhook " + token)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public void addTo(Routes routes) {
    routes.addAsync(HttpMethod.POST, path, Access.PARTNER, MOST_BODY, this::receive);
  }

  private Future<Void> receive(RoutingContext context) {
    String given = context.request().getHeader(header);
    if (given == null || !MessageDigest.isEqual(bytes(secret), bytes(given))) {
      context.fail(401);
      return Future.succeededFuture();
    }
    Buffer body = context.body().buffer();
    Optional<T> brought = body == null ? Optional.empty() : read.apply(body);
    if (brought.isEmpty()) {
      context.fail(400);
      return Future.succeededFuture();
    }
    return take.apply(brought.get())
        .compose(_ -> context.response().end(), failure -> again(context, failure));
  }

  private static Future<Void> again(RoutingContext context, Throwable failure) {
    if (!(failure instanceof NotYet)) {
      return Future.failedFuture(failure);
    }
    context.fail(503);
    return Future.succeededFuture();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The secret is never printed.
  @Override
  public String toString() {
    return "Webhook[" + path + "]";
  }
}
