package vn.ansinh.bench;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.db.Database;
import vn.ansinh.db.DatabaseSettings;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.delivery.Fitting;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.delivery.SilentChannel;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderTexts;
import vn.ansinh.reminder.store.DueReminders;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.text.RichText;
import vn.ansinh.vault.Resealing;
import vn.ansinh.vault.Vault;

/// The tick over a million standing reminders, on the durable database that the service ships.
final class ReminderBench {
  private static final int STANDING = 1_000_000;
  private static final int DUE = 100_000;
  private static final int IDLE_TICKS = 50;
  private static final Instant BEFORE = Instant.parse("2026-12-01T00:59:00Z");
  private static final Instant EIGHT = Instant.parse("2026-12-01T01:00:00Z");

  private ReminderBench() {}

  static void print(PrintStream out) throws IOException {
    Vertx vertx = Vertx.vertx();
    Path directory = Files.createTempDirectory("ansinh-reminders").resolve("postgres");
    DatabaseSettings settings = new DatabaseSettings("", directory, ServiceProcess.freePort());
    try (Database database = Database.open(vertx, settings, _ -> {})) {
      Vault vault = TestDatabase.vault(database.pool());
      fill(database.pool(), vault);
      Rules rules = rules();
      idle(out, node(database.pool(), rules, vault, BEFORE));
      System.gc();
      long memory = used();
      Cpu cpu = Cpu.of(directory);
      long begun = System.nanoTime();
      DueReminders.Tick tick = node(database.pool(), rules, vault, EIGHT).fireDue();
      double seconds = (System.nanoTime() - begun) / 1e9;
      Cpu spent = Cpu.of(directory).minus(cpu);
      out.printf(
          "%-58s %d in the outbox after %.2f s%n",
          "reminders: tick, " + STANDING + " standing, " + DUE + " due", tick.queued(), seconds);
      out.printf(
          "%-58s %.2f s Java, %.2f s PostgreSQL%n",
          "reminders: tick, processor time", seconds(spent.java), seconds(spent.postgres));
      System.gc();
      out.printf("%-58s %d MB before, %d MB after%n", "reminders: heap in use", memory, used());
      // Within a minute autovacuum does the same; until then plans hold that were made for none.
      database.pool().query("analyze delivery").execute().await();
      idle(out, node(database.pool(), rules, vault, EIGHT));
    } finally {
      vertx.close().await();
    }
  }

  private record Cpu(Duration java, Duration postgres) {
    private static Cpu of(Path directory) throws IOException {
      Duration java = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
      return new Cpu(java, PostgresProcess.of(directory).cpu());
    }

    private Cpu minus(Cpu before) {
      return new Cpu(java.minus(before.java), postgres.minus(before.postgres));
    }
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }

  private static void idle(PrintStream out, DueReminders node) {
    node.fireDue();
    long[] nanos = new long[IDLE_TICKS];
    for (int i = 0; i < nanos.length; i++) {
      long begun = System.nanoTime();
      node.fireDue();
      nanos[i] = System.nanoTime() - begun;
    }
    Arrays.sort(nanos);
    out.printf(
        "%-58s p50 %.1f ms, max %.1f ms%n",
        "reminders: tick with nothing due",
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length - 1] / 1e6);
  }

  /// One in ten cards ends 30 days after the day of the tick.
  private static void fill(Pool pool, Vault vault) {
    pool.query(
            """
            insert into citizen (channel, address, created_at)
            select 'telegram', n, now() from generate_series(1, %d) n"""
                .formatted(STANDING))
        .execute()
        .await();
    pool.query(
            """
            insert into reminder (citizen_id, kind, wish, next_at, created_at)
            select id, 'insurance', unsealed(
              jsonb_build_object('kind', 'insurance', 'name', 'mẹ', 'people', 3, 'expires',
                case when id %% %1$d = 0 then date '2026-12-31' else date '2027-01-31' end)::text),
              case when id %% %1$d = 0 then timestamptz '2026-12-01T01:00Z'
                else timestamptz '2027-01-01T01:00Z' end,
              now()
            from citizen"""
                .formatted(STANDING / DUE))
        .execute()
        .await();
    new Resealing(pool, vault).sealFirst();
    pool.query("vacuum analyze").execute().await();
  }

  private static DueReminders node(Pool pool, Rules rules, Vault vault, Instant now) {
    Clock clock = Clock.fixed(now, VietnamTime.ZONE);
    Outbox outbox =
        new Outbox(
            Map.of("telegram", new SilentChannel("telegram")),
            new Fitting(RichText.of("")),
            UUID.randomUUID(),
            clock);
    return new DueReminders(
        pool, outbox, () -> rules, Set.of("telegram"), QuietHours.USUAL, vault, clock);
  }

  private static Rules rules() {
    Clock day = Clock.fixed(BEFORE, VietnamTime.ZONE);
    if (!(KnowledgeFiles.load(Path.of("knowledge-base"), day) instanceof Loaded.Good good)) {
      throw new IllegalStateException("the knowledge base is broken");
    }
    KnowledgeBase base = good.base();
    Calendars none = Calendars.NONE;
    return new Rules(new Planner(none, QuietHours.USUAL), new ReminderTexts(base, none), none);
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
