package vn.ansinh.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Gives every request its id, measures it by the route as it is declared (how many, how they
/// ended, how long they took), and hangs up on clients that take too long to say what they want.
public final class Traffic implements Handler<RoutingContext> {
  private static final String DECLARED = "declared";
  private static final String REQUEST = "request";

  private final Vertx vertx;
  private final Duration patience;
  private final Duration idle;
  private final MeterRegistry meters;
  private final AtomicInteger underWay = new AtomicInteger();
  private final Map<HttpConnection, Long> deadlines = new ConcurrentHashMap<>();

  /// @param patience for the head of the first request, and for the rest of one that was answered
  ///     before its end, however steadily it drips in
  /// @param idle for the next one
  Traffic(Vertx vertx, Duration patience, Duration idle, MeterRegistry meters) {
    this.vertx = vertx;
    this.patience = patience;
    this.idle = idle;
    this.meters = meters;
    Gauge.builder("ansinh.http.under.way", underWay, AtomicInteger::get).register(meters);
  }

  /// The name under which the log tells what became of a request; its answer carries it in
  /// `X-Request-Id`, and error pages show it.
  public static String requestId(RoutingContext context) {
    String known = context.get(REQUEST);
    if (known != null) {
      return known;
    }
    String id = UUID.randomUUID().toString().substring(0, 8);
    context.put(REQUEST, id);
    return id;
  }

  /// The first handler of a route, which makes it known by its declaration.
  static PlatformHandler naming(String path) {
    return context -> {
      context.put(DECLARED, path);
      context.next();
    };
  }

  /// As it was declared; `none` for a request that no route takes.
  static String route(RoutingContext context) {
    String path = context.get(DECLARED);
    return path == null ? "none" : path;
  }

  void connected(HttpConnection connection) {
    expect(connection, patience);
    connection.closeHandler(_ -> heard(connection));
  }

  @Override
  public void handle(RoutingContext context) {
    heard(context.request().connection());
    context.response().putHeader("X-Request-Id", requestId(context));
    underWay.incrementAndGet();
    Timer.Sample begun = Timer.start(meters);
    context.addEndHandler(end -> ended(context, begun, end));
    context.next();
  }

  private void ended(RoutingContext context, Timer.Sample begun, AsyncResult<Void> end) {
    underWay.decrementAndGet();
    String status =
        end.succeeded() ? String.valueOf(context.response().getStatusCode()) : "hung-up";
    begun.stop(meters.timer("ansinh.http.requests", "route", route(context), "status", status));
    HttpConnection connection = context.request().connection();
    if (end.succeeded()) {
      // Answered before all of it was said: the rest must not drip in for ever.
      expect(connection, context.request().isEnded() ? idle : patience);
    }
  }

  private void expect(HttpConnection connection, Duration within) {
    deadlines.put(connection, vertx.setTimer(within.toMillis(), _ -> connection.close()));
  }

  private void heard(HttpConnection connection) {
    Long timer = deadlines.remove(connection);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }
}
