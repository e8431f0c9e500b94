package vn.ansinh.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Where a request comes from.
public final class Caller {
  private Caller() {}

  /// The peer, or whom a proxy of ours speaks for: the last name in its header, the only one that
  /// the proxy itself has seen. Of others that header is dropped before.
  public static String address(HttpServerRequest request) {
    String peer = request.remoteAddress().hostAddress();
    String forwarded = request.getHeader("X-Forwarded-For");
    if (forwarded == null) {
      return peer;
    }
    String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    return parsed(last) == null ? peer : last;
  }

  /// One household has one IPv4 address but a whole /64 of IPv6.
  public static String network(String address) {
    InetAddress parsed = parsed(address);
    if (parsed == null) {
      return "?";
    }
    byte[] bytes = parsed.getAddress();
    return Arrays.toString(bytes.length > 4 ? Arrays.copyOf(bytes, 8) : bytes);
  }

  /// A form of another site could speak in somebody's name.
  public static boolean isAnotherSite(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null && !isOurs(origin, request);
  }

  /// Also when a proxy has taken the encryption off.
  public static boolean isEncrypted(HttpServerRequest request) {
    return request.isSSL() || "https".equals(request.getHeader("X-Forwarded-Proto"));
  }

  /// How the browser calls the service: `https://ansinh.example.vn`.
  public static String site(HttpServerRequest request) {
    return (isEncrypted(request) ? "https://" : "http://") + request.getHeader(HttpHeaders.HOST);
  }

  private static boolean isOurs(String origin, HttpServerRequest request) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority != null && authority.equals(request.getHeader(HttpHeaders.HOST));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static @Nullable InetAddress parsed(String literal) {
    try {
      return InetAddress.ofLiteral(literal);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
