package vn.ansinh.http;

import io.vertx.ext.web.RoutingContext;

/// One HTTP exchange, handled as plain sequential code on a virtual thread; it may await futures.
@FunctionalInterface
public interface Exchange {
  void handle(RoutingContext context) throws Exception;
}
