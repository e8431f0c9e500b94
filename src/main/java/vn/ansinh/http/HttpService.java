package vn.ansinh.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.TimeoutHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// The HTTP server: every declared route behind the same limits, headers and error pages.
public final class HttpService {
  private static final int IDLE_SECONDS = 75;
  private static final int GRACE_SECONDS = 5;
  private static final int HUNG_UP = 200;
  private static final int FIRST_ERROR = 400;
  private static final int LAST_ERROR = 599;

  private final Vertx vertx;
  private final HttpSettings settings;
  private final Work work;
  private final RateLimit rateLimit;
  private final ErrorPages errors;
  private final Traffic traffic;
  private final HttpServer server;

  /// @param assets for the addresses of what error pages show
  public HttpService(
      Vertx vertx, HttpSettings settings, Routes routes, Assets assets, MeterRegistry meters) {
    this.traffic = new Traffic(vertx, settings.timeout(), Duration.ofSeconds(IDLE_SECONDS), meters);
    this.vertx = vertx;
    this.settings = settings;
    this.work = new Work(vertx, settings.mostAtOnce());
    this.rateLimit = new RateLimit(settings.ratePerAddress(), System::nanoTime);
    this.errors = new ErrorPages(assets);
    this.server =
        vertx
            .createHttpServer(options(routes))
            .connectionHandler(traffic::connected)
            .requestHandler(router(routes))
            .invalidRequestHandler(errors::malformed);
  }

  public Future<Void> start() {
    return server.listen(settings.port(), settings.host()).mapEmpty();
  }

  /// The port it listens on, the real one also when any was asked for.
  public int port() {
    return server.actualPort();
  }

  /// Takes no more requests and lets those under way end.
  public Future<Void> stop() {
    return server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS);
  }

  private static HttpServerOptions options(Routes routes) {
    int mostBody = routes.all().stream().mapToInt(Routes.Route::maxBody).max().orElse(0);
    return new HttpServerOptions()
        .setIdleTimeout(IDLE_SECONDS)
        .setCompressionSupported(true)
        .setHttp2ClearTextEnabled(false)
        .setMaxFormAttributeSize(mostBody)
        .setMaxFormBufferedBytes(mostBody);
  }

  private Router router(Routes routes) {
    Router router = Router.router(vertx);
    IntStream.rangeClosed(FIRST_ERROR, LAST_ERROR)
        .forEach(status -> router.errorHandler(status, errors));
    // The body handler fails with it when the client hangs up: no answer will be read.
    router.errorHandler(HUNG_UP, errors);
    router.route().handler(traffic);
    router
        .route()
        .handler(
            context -> {
              SecurityHeaders.put(context.response());
              settings.proxies().heed(context.request());
              context.next();
            });
    routes.all().forEach(route -> add(router, route));
    return router;
  }

  private void add(Router router, Routes.Route declared) {
    Routes.Declared what = declared.declared();
    Route route = router.route(what.method(), what.path());
    route.handler(Traffic.naming(what.path()));
    switch (what.access()) {
      case Access.Open.PUBLIC -> route.handler(rateLimit);
      case Access.Open.PARTNER -> {}
      case Access.Staff _ -> route.handler(rateLimit);
    }
    if (declared.answer() instanceof Routes.Answer.Awaited) {
      if (what.method().equals(HttpMethod.GET)) {
        route.method(HttpMethod.HEAD);
      }
    }
    if (declared.answer() instanceof Routes.Answer.Awaited || declared.maxBody() > 0) {
      route.handler(TimeoutHandler.create(settings.timeout().toMillis(), 503));
    }
    if (declared.maxBody() > 0) {
      route.handler(BodyHandler.create(false).setBodyLimit(declared.maxBody()));
    }
    switch (declared.answer()) {
      case Routes.Answer.Awaited(Routes.Exchange exchange) -> route.handler(work.handing(exchange));
      case Routes.Answer.Async(var handler) ->
          route.handler(context -> handler.apply(context).onFailure(context::fail));
    }
  }
}
