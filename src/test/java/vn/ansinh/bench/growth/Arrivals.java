package vn.ansinh.bench.growth;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// The messages that nobody asked for, as they arrive.
final class Arrivals {
  /// The tick comes once a minute, and its messages leave within as long again.
  private static final long LATE = Duration.ofMinutes(2).toNanos();

  private final AtomicInteger announced = new AtomicInteger();
  private final Map<Long, Long> due = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Long> waited = new ConcurrentLinkedQueue<>();

  /// Whether it is one of them.
  boolean take(String text, long citizen) {
    if (text.contains(Broadcasting.WORDS)) {
      announced.incrementAndGet();
      return true;
    }
    if (text.contains(Samples.NAME)) {
      Long since = due.remove(citizen);
      if (since != null) {
        waited.add(System.nanoTime() - since);
      }
      return true;
    }
    return false;
  }

  /// A reminder of a citizen falls due this moment.
  void expect(long citizen) {
    due.put(citizen, System.nanoTime());
  }

  /// Messages of broadcasts.
  int announced() {
    return announced.get();
  }

  /// What has fallen due and has not come.
  int missing() {
    return due.size();
  }

  Measured.Reminders reminders() {
    long[] sorted = waited.stream().mapToLong(Long::longValue).sorted().toArray();
    long late = waited.stream().filter(nanos -> nanos > LATE).count();
    double median = sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2] / 1e9;
    return new Measured.Reminders(sorted.length + due.size(), sorted.length, late, median);
  }
}
