package vn.ansinh.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// A token bucket per client address: a page with all its parts at once, then so many requests a
/// second.
final class RateLimit implements PlatformHandler {
  private static final int MOST_ADDRESSES = 20_000;
  private static final int BURST_SECONDS = 3;
  private static final double NANOS = 1e9;

  private final int perSecond;
  private final LongSupplier nanoTime;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  private record Bucket(double tokens, long at) {}

  RateLimit(int perSecond, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.nanoTime = nanoTime;
  }

  @Override
  public void handle(RoutingContext context) {
    if (perSecond == 0 || take(Caller.network(Caller.address(context.request())))) {
      context.next();
    } else {
      context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
      context.fail(429);
    }
  }

  synchronized boolean take(String client) {
    long now = nanoTime.getAsLong();
    double capacity = (double) perSecond * BURST_SECONDS;
    Bucket before = buckets.getOrDefault(client, new Bucket(capacity, now));
    double tokens = Math.min(capacity, before.tokens + (now - before.at) / NANOS * perSecond);
    boolean enough = tokens >= 1;
    buckets.put(client, new Bucket(enough ? tokens - 1 : tokens, now));
    return enough;
  }

  synchronized int remembered() {
    return buckets.size();
  }
}
