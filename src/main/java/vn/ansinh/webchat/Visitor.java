package vn.ansinh.webchat;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.ansinh.citizen.Address;
import vn.ansinh.http.Caller;

/// Whose page it is, known by one cookie. The database has only a hash of it, so that nobody who
/// reads the database can open a citizen's conversation.
record Visitor(String token) {
  private static final String COOKIE = "ansinh_chat";
  private static final int TOKEN_BYTES = 24;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");
  private static final Duration KEPT = Duration.ofDays(180);
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Empty for who has not asked anything yet.
  static Optional<Visitor> of(RoutingContext context) {
    return Optional.ofNullable(context.request().getCookie(COOKIE))
        .map(Cookie::getValue)
        .filter(value -> TOKEN.matcher(value).matches())
        .map(Visitor::new);
  }

  static Visitor create() {
    return new Visitor(random());
  }

  /// Unguessable: for a cookie, or to tell one sent form from another.
  static String random() {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  Address address() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return new Address(
          WebChannel.NAME, Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void remember(RoutingContext context) {
    context
        .response()
        .addCookie(
            Cookie.cookie(COOKIE, token)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(Caller.isEncrypted(context.request()))
                .setMaxAge(KEPT.toSeconds()));
  }
}
