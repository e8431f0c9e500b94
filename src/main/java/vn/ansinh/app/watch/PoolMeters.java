package vn.ansinh.app.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.spi.metrics.PoolMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// How busy the pool of database connections is; Vert.x tells it, and is asked for nothing else.
final class PoolMeters implements VertxMetrics {
  private static final String DATABASE = "sql";

  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger used = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final Timer waits;

  PoolMeters(MeterRegistry meters) {
    Gauge.builder("ansinh.pool.waiting", waiting, AtomicInteger::get).register(meters);
    Gauge.builder("ansinh.pool.used", used, AtomicInteger::get).register(meters);
    Gauge.builder("ansinh.pool.size", most, AtomicInteger::get).register(meters);
    this.waits = meters.timer("ansinh.pool.waits");
  }

  @Override
  public boolean isMetricsEnabled() {
    return true;
  }

  @Override
  public @Nullable PoolMetrics<?, ?> createPoolMetrics(String type, String name, int size) {
    if (!type.equals(DATABASE)) {
      return null;
    }
    most.addAndGet(size);
    return new Connections();
  }

  private final class Connections implements PoolMetrics<Timer.Sample, Boolean> {
    @Override
    public Timer.Sample enqueue() {
      waiting.incrementAndGet();
      return Timer.start();
    }

    @Override
    public void dequeue(Timer.Sample since) {
      waiting.decrementAndGet();
      since.stop(waits);
    }

    @Override
    public Boolean begin() {
      used.incrementAndGet();
      return true;
    }

    @Override
    public void end(Boolean begun) {
      used.decrementAndGet();
    }
  }
}
