package vn.ansinh.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// All routes of the service, each with who may call it.
public final class Routes {
  public record Declared(HttpMethod method, String path, Access access) {}

  /// One HTTP exchange, handled as plain sequential code on a virtual thread; it may await futures.
  @FunctionalInterface
  public interface Exchange {
    void handle(RoutingContext context) throws Exception;
  }

  /// The two ways to answer: on a virtual thread, or on the event loop.
  sealed interface Answer {
    record Awaited(Exchange exchange) implements Answer {}

    record Async(Function<RoutingContext, Future<Void>> handler) implements Answer {}
  }

  record Route(Declared declared, int maxBody, Answer answer) {}

  private final List<Route> routes = new ArrayList<>();

  /// A route answered by sequential code, which must end the response.
  ///
  /// @param maxBody bytes of request body accepted, more is a 413; 0 for a route that reads none
  public void add(HttpMethod method, String path, Access access, int maxBody, Exchange exchange) {
    routes.add(
        new Route(new Declared(method, path, access), maxBody, new Answer.Awaited(exchange)));
  }

  /// A route answered on the event loop, for paths where a thread a request costs too much, and for
  /// streams: the handler must not block. It ends the response itself, now or later; a failed
  /// future becomes an error answer.
  ///
  /// @param maxBody bytes of request body accepted, more is a 413; 0 for a route that reads none
  public void addAsync(
      HttpMethod method,
      String path,
      Access access,
      int maxBody,
      Function<RoutingContext, Future<Void>> handler) {
    routes.add(new Route(new Declared(method, path, access), maxBody, new Answer.Async(handler)));
  }

  public List<Declared> declared() {
    return routes.stream().map(Route::declared).toList();
  }

  List<Route> all() {
    return List.copyOf(routes);
  }
}
