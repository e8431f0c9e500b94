package vn.ansinh.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What is measured of the machine, the Java machine and the web server.
final class Metrics {
  /// The dialogue and the database need the rest of the processors, and what stays on one loop
  /// needs no other thread to wake up.
  private static final int EVENT_LOOPS =
      Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private Metrics() {}

  /// A Vert.x whose HTTP server is measured; its other parts are not, for each of their calls would
  /// pay for figures that nobody reads.
  static Vertx vertx(MeterRegistry meters) {
    new JvmMemoryMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    MicrometerMetricsOptions options =
        new MicrometerMetricsOptions()
            .setEnabled(true)
            .setDisabledMetricsCategories(
                Arrays.stream(MetricsDomain.values())
                    .filter(domain -> domain != MetricsDomain.HTTP_SERVER)
                    .map(MetricsDomain::toCategory)
                    .collect(Collectors.toSet()));
    return Vertx.builder()
        .with(
            new VertxOptions()
                .setPreferNativeTransport(true)
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setMetricsOptions(options))
        .withMetrics(new MicrometerMetricsFactory(meters))
        .build();
  }
}
