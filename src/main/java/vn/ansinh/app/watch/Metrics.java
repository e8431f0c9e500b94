package vn.ansinh.app.watch;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.metrics.MetricsOptions;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/// Where everything that is measured comes together.
///
/// Vert.x' own Micrometer metrics are left out: they register a gauge anew with each connection,
/// which Micrometer warns of, and each call of the database and of clients would pay for figures
/// that nobody reads. What matters is measured where it happens.
public final class Metrics {
  /// The dialogue and the database need the rest of the processors, and what stays on one loop
  /// needs no other thread to wake up.
  private static final int EVENT_LOOPS =
      Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /// The edges, whose slow calls are to be told from their mean.
  private static final Set<String> EDGES =
      Set.of(
          "ansinh.http.requests", "ansinh.telegram.calls", "ansinh.zalo.calls", "ansinh.messages");

  private static final double[] BUCKETS =
      Stream.of(10, 50, 100, 300, 1_000, 3_000, 10_000, 30_000)
          .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
          .toArray();

  private Metrics() {}

  /// With the figures of the machine and of the Java machine.
  public static PrometheusMeterRegistry registry() {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    meters.config().meterFilter(new Buckets());
    new JvmMemoryMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    new FileDescriptorMetrics().bindTo(meters);
    return meters;
  }

  /// A Vert.x whose pool of database connections is measured.
  public static Vertx vertx(MeterRegistry meters) {
    return Vertx.builder()
        .with(
            new VertxOptions()
                .setPreferNativeTransport(true)
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setMetricsOptions(new MetricsOptions().setEnabled(true)))
        .withMetrics(_ -> new PoolMeters(meters))
        .build();
  }

  private static final class Buckets implements MeterFilter {
    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
      return EDGES.contains(id.getName())
          ? DistributionStatisticConfig.builder()
              .serviceLevelObjectives(BUCKETS)
              .build()
              .merge(config)
          : config;
    }
  }
}
