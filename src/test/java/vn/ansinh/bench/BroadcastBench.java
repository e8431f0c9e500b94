package vn.ansinh.bench;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import vn.ansinh.broadcast.BroadcastId;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.audience.Audience;
import vn.ansinh.db.Database;
import vn.ansinh.db.DatabaseSettings;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.delivery.dispatch.Rates;
import vn.ansinh.telegram.TelegramLimits;

/// A launch to a hundred thousand, how fast it then leaves while citizens are answered, and its
/// report, on the durable database that the service ships.
final class BroadcastBench {
  private static final int CITIZENS = 100_000;
  private static final int SECONDS = 20;
  private static final int TIGHT_SECONDS = 15;
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-12-01T05:00:00Z"), VietnamTime.ZONE);

  private final PrintStream out;
  private final Vertx vertx;
  private final Database database;
  private final Announcing announcing;

  private BroadcastBench(PrintStream out, Vertx vertx, Database database) {
    this.out = out;
    this.vertx = vertx;
    this.database = database;
    this.announcing = new Announcing(database.pool(), TestDatabase.vault(database.pool()), NOON);
  }

  static void print(PrintStream out) throws IOException, InterruptedException {
    Vertx vertx = Vertx.vertx();
    Path directory = Files.createTempDirectory("ansinh-broadcasts").resolve("postgres");
    int port = ServiceProcess.freePort();
    try (Database database =
        Database.open(vertx, new DatabaseSettings("", directory, port), _ -> {})) {
      BroadcastBench bench = new BroadcastBench(out, vertx, database);
      bench.announcing.citizens(CITIZENS);
      bench.counts();
      bench.rates();
      BroadcastId id = bench.launched();
      bench.announcing.cancel(id);
      ExportRun.print(
          out, vertx, database.pool(), "postgresql://postgres@127.0.0.1:" + port + "/postgres", id);
    } finally {
      vertx.close().await();
    }
  }

  private void counts() {
    Audience here = new Audience.Neighbourhood("kp-1");
    Audience merit = new Audience.Group("merit");
    count("everyone", new Audience.Everyone());
    count("a union", new Audience.Any(List.of(here, merit)));
    count("an intersection", new Audience.Every(List.of(here, merit)));
    count("an exclusion", new Audience.Without(here, merit));
  }

  private void count(String name, Audience audience) {
    long begun = System.nanoTime();
    int count = announcing.reports.count(audience);
    out.printf(
        "%-58s %d of %d in %.0f ms%n",
        "broadcast: live count of " + name, count, CITIZENS, (System.nanoTime() - begun) / 1e6);
  }

  private void rates() throws InterruptedException {
    Rates shipped = new Rates(30, 1);
    rate("30 a second permitted", SECONDS, shipped, TelegramLimits.published(), 30);
    rate(
        "paid, 1000 a second permitted",
        SECONDS,
        new Rates(30, 1, 1_000),
        TelegramLimits.published(),
        1_000);
    TelegramLimits tight = new TelegramLimits(20, 1, 1_000, System::nanoTime);
    rate("20 permitted and 30 configured", TIGHT_SECONDS, shipped, tight, 20);
  }

  private void rate(String name, int seconds, Rates rates, TelegramLimits limits, double permitted)
      throws InterruptedException {
    BroadcastId id = launched();
    new SendingRun(vertx, database.pool(), NOON, rates, limits)
        .print(out, "broadcast: " + name, seconds, CITIZENS, permitted);
    announcing.cancel(id);
  }

  private BroadcastId launched() {
    BroadcastId id = announcing.approved(new Audience.Everyone());
    long begun = System.nanoTime();
    announcing.start(id);
    out.printf(
        "%-58s %.2f s%n", "broadcast: launch to " + CITIZENS, (System.nanoTime() - begun) / 1e9);
    return id;
  }
}
