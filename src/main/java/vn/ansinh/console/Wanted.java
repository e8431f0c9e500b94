package vn.ansinh.console;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// The page that somebody asked for before signing in. It is kept in the browser, where only this
/// service can write it, and read again only as a path of the console: nothing that comes along in
/// an address leads anywhere else.
final class Wanted {
  private static final String FIRST = "/console";

  private static final Pattern OURS = Pattern.compile("/console(?:[/?][!-~&&[^\\\\]]*)?");
  private static final int MOST = 1_000;
  private static final Duration KEPT = Duration.ofHours(1);

  private Wanted() {}

  /// A page is kept; what a form sends is not sent again.
  static void keep(RoutingContext context) {
    String path = context.request().uri();
    if (context.request().method().equals(HttpMethod.GET) && isOurs(path)) {
      byte[] bytes = path.getBytes(StandardCharsets.US_ASCII);
      Cookies.WANTED.write(
          context, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), KEPT);
    }
  }

  /// Once; the first page when nothing was asked for.
  static String take(RoutingContext context) {
    Optional<String> kept = Cookies.WANTED.read(context);
    if (kept.isPresent()) {
      Cookies.WANTED.clear(context);
    }
    return kept.flatMap(Wanted::decoded).filter(Wanted::isOurs).orElse(FIRST);
  }

  private static Optional<String> decoded(String kept) {
    try {
      return Optional.of(
          new String(Base64.getUrlDecoder().decode(kept), StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isOurs(String path) {
    return path.length() <= MOST && OURS.matcher(path).matches() && !path.contains("//");
  }
}
