package vn.ansinh.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import vn.ansinh.broadcast.BroadcastId;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.citizen.audience.Audience;
import vn.ansinh.db.Database;
import vn.ansinh.db.DatabaseSettings;
import vn.ansinh.delivery.Channel;
import vn.ansinh.delivery.Fitting;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.Origin;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.delivery.dispatch.Dispatcher;
import vn.ansinh.delivery.dispatch.Rates;
import vn.ansinh.telegram.TelegramApi;
import vn.ansinh.telegram.TelegramChannel;
import vn.ansinh.telegram.TelegramSettings;
import vn.ansinh.text.RichText;

/// A launch to a hundred thousand, and how fast it then leaves while citizens are answered, on the
/// durable database that the service ships.
final class BroadcastBench {
  private static final int CITIZENS = 100_000;
  private static final int REPLIES_PER_SECOND = 5;
  private static final int SECONDS = 20;
  private static final long ANSWER_MILLIS = 60;
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-12-01T05:00:00Z"), VietnamTime.ZONE);

  private BroadcastBench() {}

  static void print(PrintStream out) throws IOException, InterruptedException {
    Vertx vertx = Vertx.vertx();
    Path directory = Files.createTempDirectory("ansinh-broadcasts").resolve("postgres");
    DatabaseSettings settings = new DatabaseSettings("", directory, ServiceProcess.freePort());
    try (Database database = Database.open(vertx, settings, _ -> {})) {
      Announcing announcing = new Announcing(database.pool(), NOON);
      announcing.citizens(CITIZENS);
      counts(out, announcing);
      rate(out, vertx, database.pool(), announcing, new Rates(30, 1));
      rate(out, vertx, database.pool(), announcing, new Rates(30, 1, 1_000));
    } finally {
      vertx.close().await();
    }
  }

  private static void counts(PrintStream out, Announcing announcing) {
    Audience audience =
        new Audience.Without(new Audience.Neighbourhood("kp-1"), new Audience.Group("merit"));
    long begun = System.nanoTime();
    int count = announcing.reports.count(audience);
    out.printf(
        "%-58s %d of %d in %.0f ms%n",
        "broadcast: live count of an audience", count, CITIZENS, (System.nanoTime() - begun) / 1e6);
  }

  /// What arrived, by the monotonic clock.
  private static final class Arrivals {
    private final ConcurrentLinkedQueue<Long> announced = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> asked = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> waited = new ConcurrentLinkedQueue<>();

    private void arrived(String text) {
      Long since = asked.remove(text);
      if (since == null) {
        announced.add(System.nanoTime());
      } else {
        waited.add(System.nanoTime() - since);
      }
    }

    /// The most in any second.
    private int densest() {
      List<Long> all = new ArrayList<>(announced);
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

  private static void rate(
      PrintStream out, Vertx vertx, Pool pool, Announcing announcing, Rates rates)
      throws InterruptedException {
    Arrivals arrivals = new Arrivals();
    TelegramSide side = new TelegramSide(vertx, (text, _) -> arrivals.arrived(text));
    side.faults(new TelegramSide.Faults(0, 0, ANSWER_MILLIS));
    TelegramSettings settings =
        new TelegramSettings(
            TelegramSide.TOKEN,
            side.start().await(),
            TelegramSettings.Mode.POLLING,
            "",
            "",
            rates.overall(),
            rates.chat(),
            rates.broadcast());
    TelegramChannel channel = new TelegramChannel(new TelegramApi(vertx, settings), settings);
    Map<String, Channel> channels = Map.of("telegram", channel);
    UUID node = UUID.randomUUID();
    Dispatcher dispatcher =
        new Dispatcher(
            vertx,
            pool,
            node,
            channels,
            Map.of("telegram", rates),
            NOON,
            new SimpleMeterRegistry());
    BroadcastId id = announcing.approved(new Audience.Everyone());
    long begun = System.nanoTime();
    announcing.start(id);
    out.printf(
        "%-58s %.2f s%n", "broadcast: launch to " + CITIZENS, (System.nanoTime() - begun) / 1e9);
    dispatcher.start().await();
    Outbox outbox = new Outbox(channels, new Fitting(RichText.of("")), node, NOON);
    // The first sweep.
    TimeUnit.SECONDS.sleep(3);
    int before = arrivals.announced.size();
    long from = System.nanoTime();
    for (int i = 0; i < SECONDS * REPLIES_PER_SECOND; i++) {
      reply(pool, outbox, dispatcher, arrivals, i);
      TimeUnit.MILLISECONDS.sleep(1_000 / REPLIES_PER_SECOND);
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    int sent = arrivals.announced.size() - before;
    announcing.cancel(id);
    dispatcher.stop().await();
    String name =
        rates.broadcast() > 0
            ? "broadcast: paid, %.0f a second allowed".formatted(rates.broadcast())
            : "broadcast: %.0f a second allowed for all".formatted(rates.overall());
    out.printf(
        "%-58s %.1f a second beside %d replies, at most %d in a second%n",
        name, sent / seconds, REPLIES_PER_SECOND, arrivals.densest());
    long[] waited = arrivals.waited.stream().mapToLong(Long::longValue).sorted().toArray();
    out.printf(
        "%-58s p50 %.0f ms, p99 %.0f ms, %d of %d%n",
        name + ": replies meanwhile",
        waited[waited.length / 2] / 1e6,
        waited[waited.length * 99 / 100] / 1e6,
        Arrays.stream(waited).count(),
        SECONDS * REPLIES_PER_SECOND);
  }

  /// To a citizen to whom the announcement goes as well.
  private static void reply(
      Pool pool, Outbox outbox, Dispatcher dispatcher, Arrivals arrivals, int number) {
    String text = "trả lời " + number;
    long citizen = CITIZENS - number;
    arrivals.asked.put(text, System.nanoTime());
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
}
