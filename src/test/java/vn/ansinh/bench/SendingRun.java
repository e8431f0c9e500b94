package vn.ansinh.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.delivery.Channel;
import vn.ansinh.delivery.Fitting;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.Origin;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.delivery.dispatch.Dispatcher;
import vn.ansinh.delivery.dispatch.Rates;
import vn.ansinh.telegram.TelegramApi;
import vn.ansinh.telegram.TelegramChannel;
import vn.ansinh.telegram.TelegramLimits;
import vn.ansinh.telegram.TelegramSettings;
import vn.ansinh.text.RichText;

/// A node that sends to a Telegram which enforces its limits, while citizens are answered.
final class SendingRun {
  static final int REPLIES_PER_SECOND = 5;
  private static final long ANSWER_MILLIS = 60;

  /// Messages that were let through, by the monotonic clock.
  private final ConcurrentLinkedQueue<Long> arrivals = new ConcurrentLinkedQueue<>();

  private final Map<String, Long> asked = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Long> waited = new ConcurrentLinkedQueue<>();
  private final Pool pool;
  private final TelegramLimits limits;
  private final Dispatcher dispatcher;
  private final Outbox outbox;

  SendingRun(Vertx vertx, Pool pool, Clock clock, Rates rates, TelegramLimits limits) {
    this.pool = pool;
    this.limits = limits;
    MessengerSide side = new MessengerSide(vertx, (text, _) -> arrived(text));
    side.faults(new MessengerSide.Faults(0, 0, ANSWER_MILLIS));
    side.enforce(limits);
    TelegramSettings settings =
        new TelegramSettings(
            Dialect.TOKEN,
            side.start().await(),
            TelegramSettings.Mode.POLLING,
            "",
            "",
            rates.overall(),
            rates.chat(),
            rates.broadcast());
    Map<String, Channel> channels =
        Map.of(
            "telegram",
            new TelegramChannel(
                new TelegramApi(vertx, settings, new SimpleMeterRegistry()), settings));
    UUID node = UUID.randomUUID();
    this.dispatcher =
        new Dispatcher(
            vertx,
            pool,
            node,
            channels,
            Map.of("telegram", rates),
            clock,
            new SimpleMeterRegistry());
    this.outbox = new Outbox(channels, new Fitting(RichText.of("")), node, clock);
  }

  private void arrived(String text) {
    long now = System.nanoTime();
    arrivals.add(now);
    Long since = asked.remove(text);
    if (since != null) {
      waited.add(now - since);
    }
  }

  /// Sends what is launched for so many seconds.
  ///
  /// @param citizens to the last of whom replies go, who get the announcement as well
  /// @param permitted messages a second, replies among them when they count
  void print(PrintStream out, String name, int seconds, int citizens, double permitted)
      throws InterruptedException {
    dispatcher.start().await();
    // The first sweep.
    TimeUnit.SECONDS.sleep(3);
    int before = arrivals.size();
    long from = System.nanoTime();
    for (int i = 0; i < seconds * REPLIES_PER_SECOND; i++) {
      reply(citizens - i, "trả lời " + i);
      TimeUnit.MILLISECONDS.sleep(1_000 / REPLIES_PER_SECOND);
    }
    double perSecond = (arrivals.size() - before) / ((System.nanoTime() - from) / 1e9);
    dispatcher.stop().await();
    out.printf(
        "%-58s %.1f a second, %.1f %% of what is permitted; at most %d in a second%n",
        name, perSecond, 100 * perSecond / permitted, densest());
    out.printf(
        "%-58s %d, of them inside a retry_after given before: %d%n",
        name + ": refused with 429", limits.refused(), limits.tooEarly());
    long[] sorted = waited.stream().mapToLong(Long::longValue).sorted().toArray();
    out.printf(
        "%-58s p50 %.0f ms, p99 %.0f ms, %d of %d%n",
        name + ": replies meanwhile",
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6,
        sorted.length,
        seconds * REPLIES_PER_SECOND);
  }

  private void reply(long citizen, String text) {
    asked.put(text, System.nanoTime());
    pool.withTransaction(
            connection ->
                outbox.put(
                    connection,
                    List.of(
                        new Outbox.Draft(
                            new CitizenId(citizen),
                            new Address("telegram", String.valueOf(citizen)),
                            Origin.REPLY,
                            new Message(RichText.of(text), List.of()),
                            null,
                            null))))
        .onSuccess(dispatcher::accept);
  }

  /// The most in any second.
  private int densest() {
    List<Long> all = new ArrayList<>(arrivals);
    int most = 0;
    int from = 0;
    for (int i = 0; i < all.size(); i++) {
      while (all.get(i) - all.get(from) >= TimeUnit.SECONDS.toNanos(1)) {
        from++;
      }
      most = Math.max(most, i - from + 1);
    }
    return most;
  }
}
