package vn.ansinh.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The files of the web pages under `/assets/`, from the folder `web` on the class path and from
/// webjars. Their addresses carry a hash of their content, so browsers keep them for ever and still
/// see every change.
public final class Assets {
  private static final String PREFIX = "/assets/";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*(/[a-z0-9][a-z0-9.-]*)?");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "txt", "text/plain; charset=utf-8",
          "woff2", "font/woff2");

  /// Files of well-kept libraries, as their webjars hold them.
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "htmx.js", "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js",
          "uplot.js", "/META-INF/resources/webjars/uplot/1.6.30/dist/uPlot.iife.min.js",
          "uplot.css", "/META-INF/resources/webjars/uplot/1.6.30/dist/uPlot.min.css");

  private final Map<String, Asset> known = new ConcurrentHashMap<>();

  private record Asset(Buffer content, String hash, String type) {}

  /// Where a page finds a file: `/assets/ansinh.css?v=1a2b3c4d5e6f`.
  public String url(String name) {
    Asset asset =
        find(name).orElseThrow(() -> new IllegalArgumentException("no asset called " + name));
    return PREFIX + name + "?v=" + asset.hash;
  }

  public void addTo(Routes routes) {
    routes.add(HttpMethod.GET, PREFIX + "*", Access.PUBLIC, 0, this::serve);
  }

  private void serve(RoutingContext context) {
    String path = context.normalizedPath();
    Optional<Asset> found =
        path.startsWith(PREFIX) ? find(path.substring(PREFIX.length())) : Optional.empty();
    if (found.isEmpty()) {
      context.fail(404);
      return;
    }
    Asset asset = found.get();
    // Fonts carry their version in the name.
    boolean forEver = asset.hash.equals(context.request().getParam("v")) || path.endsWith(".woff2");
    HttpServerResponse response = context.response();
    response.putHeader(
        HttpHeaders.CACHE_CONTROL,
        forEver ? "public, max-age=31536000, immutable" : "public, no-cache");
    String tag = '"' + asset.hash + '"';
    response.putHeader(HttpHeaders.ETAG, tag);
    if (tag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, asset.type).end(asset.content);
  }

  private Optional<Asset> find(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(known.computeIfAbsent(name, Assets::load));
  }

  private static @Nullable Asset load(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    try (InputStream in =
        Assets.class.getResourceAsStream(LIBRARIES.getOrDefault(name, "/web/" + name))) {
      if (in == null || type == null) {
        return null;
      }
      byte[] content = in.readAllBytes();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return new Asset(
          Buffer.buffer(content),
          HexFormat.of().formatHex(hash, 0, 6),
          Objects.requireNonNull(type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
