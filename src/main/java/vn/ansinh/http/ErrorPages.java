package vn.ansinh.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.channels.ClosedChannelException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every answer with an error status: one polite sentence, as JSON for programs and as a page for
/// people, and never what went wrong inside.
final class ErrorPages implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
  private static final int INTERNAL = 500;

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Assets assets;

  ErrorPages(Assets assets) {
    this.assets = assets;
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerResponse response = context.response();
    int status = context.statusCode() < 400 ? INTERNAL : context.statusCode();
    if (hungUp(context.failure())) {
      LOG.debug("nobody waits for {} any more", context.request().method());
      return;
    }
    String id = status == INTERNAL ? log(context) : "";
    if (response.headWritten()) {
      response.reset();
      return;
    }
    response.setStatusCode(status);
    if (wantsJson(context.request())) {
      JsonObject json = new JsonObject().put("error", sentence(status).strip());
      if (!id.isEmpty()) {
        json.put("id", id);
      }
      response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(json.encode());
    } else {
      response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
      response.end(page(status, id));
    }
  }

  /// For requests so broken that no route ever sees them.
  void malformed(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    SecurityHeaders.put(response);
    response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
    response.putHeader(HttpHeaders.CONNECTION, "close");
    response.setStatusCode(400).end(page(400, "")).onComplete(_ -> request.connection().close());
  }

  /// Whether there is nothing wrong but that the client closed the connection.
  private static boolean hungUp(@Nullable Throwable failure) {
    return failure instanceof HttpClosedException
        || failure instanceof StreamResetException
        || failure instanceof ClosedChannelException;
  }

  private static String log(RoutingContext context) {
    String id = Traffic.requestId(context);
    LOG.atError()
        .addKeyValue("request", id)
        .setCause(context.failure())
        .log("error {}: {} {}", id, context.request().method(), Traffic.route(context));
    return id;
  }

  private static boolean wantsJson(HttpServerRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return request.path().startsWith("/api/")
        || request.path().startsWith("/health/")
        || (accept != null && accept.startsWith("application/json"));
  }

  private String sentence(int status) {
    StringOutput out = new StringOutput();
    templates.render("http/sentence.jte", status, out);
    return out.toString();
  }

  private String page(int status, String id) {
    StringOutput out = new StringOutput();
    templates.render(
        "http/error.jte",
        Map.of("status", status, "id", id, "style", assets.url("ansinh.css")),
        out);
    return out.toString();
  }
}
