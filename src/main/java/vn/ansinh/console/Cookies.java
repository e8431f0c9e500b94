package vn.ansinh.console;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import vn.ansinh.http.Caller;
import vn.ansinh.officer.session.Secret;

/// What the console keeps in the browser. No script reads it and no other site's request brings it.
enum Cookies {
  /// The session's token.
  SESSION("ansinh_console"),

  /// For the forms of who is not signed in.
  FORM("ansinh_console_form"),

  /// From an earlier sign-in on this browser; see [vn.ansinh.officer.session.Devices].
  DEVICE("ansinh_console_device"),

  /// What the next page says once.
  SAID("ansinh_console_said"),

  /// The page that was asked for before signing in; see [Wanted].
  WANTED("ansinh_console_wanted");

  private static final String PATH = "/console";

  private final String key;

  Cookies(String key) {
    this.key = key;
  }

  Optional<String> read(RoutingContext context) {
    return Optional.ofNullable(context.request().getCookie(key)).map(Cookie::getValue);
  }

  Optional<Secret> secret(RoutingContext context) {
    return Secret.of(read(context).orElse(null));
  }

  void write(RoutingContext context, String value, Duration kept) {
    context
        .response()
        .addCookie(
            Cookie.cookie(key, value)
                .setPath(PATH)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(Caller.isEncrypted(context.request()))
                .setMaxAge(kept.toSeconds()));
  }

  void clear(RoutingContext context) {
    write(context, "", Duration.ZERO);
  }
}
