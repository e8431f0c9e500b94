package vn.ansinh.app;

import vn.ansinh.app.config.Config;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.function.Consumer;

/// The running service: everything that was started, in the order in which it is to be stopped.
final class Service implements AutoCloseable {
  static Service start(Config config, Clock clock, Consumer<String> progress) {
    throw new UnsupportedOperationException();
  }

  /// Where a browser finds the page.
  String address() {
    return "";
  }

  @Override
  public void close() {}
}
