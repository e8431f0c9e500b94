package vn.ansinh.http;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Semaphore;

/// Hands each exchange to a virtual thread of its own, as many at once as it was built for; one
/// more is a 503.
///
/// Not a virtual-thread verticle: its context runs one task at a time, so one slow exchange would
/// hold up all others.
final class Work {
  private final Vertx vertx;
  private final Semaphore places;

  Work(Vertx vertx, int mostAtOnce) {
    this.vertx = vertx;
    this.places = new Semaphore(mostAtOnce);
  }

  Handler<RoutingContext> handing(Routes.Exchange exchange) {
    return context -> {
      if (!places.tryAcquire()) {
        context.response().putHeader(HttpHeaders.RETRY_AFTER, "2");
        context.fail(503);
        return;
      }
      Context loop = vertx.getOrCreateContext();
      Thread thread = Thread.ofVirtual().name("http").unstarted(() -> run(exchange, context, loop));
      context.addEndHandler(
          _ -> {
            // After a time-out nobody waits for this thread any more.
            if (context.failed()) {
              thread.interrupt();
            }
          });
      thread.start();
    };
  }

  private void run(Routes.Exchange exchange, RoutingContext context, Context loop) {
    try {
      exchange.handle(context);
      if (!context.response().ended() && !context.failed()) {
        throw new IllegalStateException("no answer from " + context.currentRoute().getPath());
      }
    } catch (Throwable e) {
      loop.runOnContext(
          _ -> {
            if (!context.failed()) {
              context.fail(e);
            }
          });
    } finally {
      places.release();
    }
  }
}
