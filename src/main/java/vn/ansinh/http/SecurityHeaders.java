package vn.ansinh.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;

/// What every answer tells the browser not to do.
final class SecurityHeaders {
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "font-src 'self'",
          "img-src 'self'",
          "connect-src 'self'",
          "form-action 'self'",
          "frame-ancestors 'none'",
          "base-uri 'none'");

  /// Not `no-referrer`: with it browsers send `Origin: null` with our own forms, and a form of ours
  /// could not be told from a stranger's.
  private static final String REFERRER_POLICY = "same-origin";

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", POLICY,
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", REFERRER_POLICY,
          "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin");

  private SecurityHeaders() {}

  static void put(HttpServerResponse response) {
    HEADERS.forEach(response::putHeader);
    // What is kept may be a citizen's chat; routes with public answers say otherwise.
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
