package vn.ansinh.http.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.http.Access;
import vn.ansinh.http.Routes;

/// What a machine asks about the process: is it alive, which part is not ready, its figures.
public final class Health {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);
  private static final long PATIENCE_SECONDS = 2;

  private final Map<String, Supplier<Future<?>>> needed;
  private final Map<String, Supplier<Future<?>>> told;
  private final PrometheusMeterRegistry meters;

  /// @param needed name of a part without which this node should be asked nothing -> a future that
  ///     fails while the part is not ready
  /// @param told the same of parts that are told of, without making the node unready: no other node
  ///     would be better off. May grow
  public Health(
      Map<String, Supplier<Future<?>>> needed,
      Map<String, Supplier<Future<?>>> told,
      PrometheusMeterRegistry meters) {
    this.needed = needed;
    this.told = told;
    this.meters = meters;
  }

  public void addTo(Routes routes) {
    // On the event loop: they must answer also when every virtual thread is taken.
    routes.addAsync(HttpMethod.GET, "/health/live", Access.PUBLIC, 0, Health::live);
    routes.addAsync(HttpMethod.GET, "/health/ready", Access.PUBLIC, 0, this::ready);
    routes.addAsync(HttpMethod.GET, "/metrics", Access.PUBLIC, 0, this::metrics);
  }

  private static Future<Void> live(RoutingContext context) {
    return answer(context, new JsonObject().put("status", "live"));
  }

  private Future<Void> ready(RoutingContext context) {
    JsonObject parts = new JsonObject();
    List<Future<?>> all = new ArrayList<>();
    Map<String, Supplier<Future<?>>> checks = new LinkedHashMap<>(needed);
    checks.putAll(told);
    checks.forEach(
        (name, check) -> {
          parts.put(name, "waiting");
          all.add(checked(name, check).onSuccess(ok -> parts.put(name, ok ? "ok" : "failed")));
        });
    return Future.join(all)
        .compose(
            _ -> {
              boolean ready =
                  needed.keySet().stream().allMatch(part -> parts.getString(part).equals("ok"));
              context.response().setStatusCode(ready ? 200 : 503);
              String status = ready ? "ready" : "not-ready";
              return answer(context, new JsonObject().put("status", status).put("parts", parts));
            });
  }

  private static Future<Boolean> checked(String name, Supplier<Future<?>> check) {
    return Future.succeededFuture()
        .compose(_ -> check.get())
        .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .map(true)
        .otherwise(
            e -> {
              LOG.warn("{} is not ready: {}", name, e.toString());
              return false;
            });
  }

  private Future<Void> metrics(RoutingContext context) {
    return context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
        .end(meters.scrape());
  }

  private static Future<Void> answer(RoutingContext context, JsonObject json) {
    return context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(json.encode());
  }
}
