package vn.ansinh.bench;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import vn.ansinh.broadcast.BroadcastId;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.audience.Audience;
import vn.ansinh.db.Database;
import vn.ansinh.db.DatabaseSettings;
import vn.ansinh.db.TestDatabase;

/// Two nodes send a broadcast to 20,000 citizens; one answer in twenty is dropped, and one node
/// after the other is killed with kill -9 in the middle of it, twenty times. Ends with 1 when
/// somebody neither got it nor is listed, when somebody got it twice, or when the counts did not
/// add up at some moment.
public final class BroadcastCrashRun {
  private static final int RECIPIENTS = 20_000;
  private static final int KILLS = 20;
  private static final double DROPPED = 0.05;
  private static final long ANSWER_MILLIS = 50;
  private static final int PER_SECOND = 120;
  private static final Instant START = Instant.parse("2026-12-01T02:00:00Z");
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(8);

  private final Random random = new Random();
  private final List<CrashNode> nodes = new ArrayList<>();
  private final Pool pool;
  private final long begun = System.nanoTime();
  private int uneven;
  private int looks;

  private BroadcastCrashRun(Pool pool) {
    this.pool = pool;
  }

  /// Begins at nine in the morning, at the pace of the machine.
  private final class Running extends Clock {
    @Override
    public ZoneId getZone() {
      return VietnamTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return START.plusNanos(System.nanoTime() - begun);
    }
  }

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Vertx vertx = Vertx.vertx();
    Path directory = Files.createTempDirectory("ansinh-crash").resolve("postgres");
    int port = ServiceProcess.freePort();
    boolean good;
    try (Database database =
        Database.open(vertx, new DatabaseSettings("", directory, port), _ -> {})) {
      BroadcastCrashRun run = new BroadcastCrashRun(database.pool());
      good = run.run(out, vertx, "postgresql://postgres@127.0.0.1:" + port + "/postgres");
    } finally {
      vertx.close().await();
    }
    System.exit(good ? 0 : 1);
  }

  private boolean run(PrintStream out, Vertx vertx, String url)
      throws IOException, InterruptedException {
    Clock clock = new Running();
    Announcing announcing = new Announcing(pool, TestDatabase.vault(pool), clock);
    announcing.citizens(RECIPIENTS);
    try {
      for (int i = 0; i < 2; i++) {
        nodes.add(
            new CrashNode(
                vertx,
                url,
                clock.instant(),
                new MessengerSide.Faults(0, DROPPED, ANSWER_MILLIS),
                Map.of("ANSINH_TELEGRAM_RATE_BROADCAST", String.valueOf(PER_SECOND))));
        nodes.getLast().listening();
      }
      BroadcastId id = announcing.approved(new Audience.Everyone());
      announcing.start(id);
      for (int i = 0; i < KILLS && open() > 0; i++) {
        CrashNode victim = nodes.get(i % 2);
        awaitArrivals();
        victim.kill();
        victim.restart(clock.instant());
        victim.listening();
      }
      awaitEnd();
      return report(out);
    } finally {
      nodes.forEach(CrashNode::close);
    }
  }

  /// Until some more messages have come, and a random moment longer.
  private void awaitArrivals() throws InterruptedException {
    int enough = arrivals() + 100 + random.nextInt(200);
    long deadline = System.nanoTime() + PATIENCE;
    while (arrivals() < enough && open() > 0 && System.nanoTime() < deadline) {
      look();
    }
    TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
  }

  private void awaitEnd() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE;
    while (open() > 0) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("waited too long for the end of sending");
      }
      look();
    }
  }

  /// Every delivery is counted in exactly one way at any moment.
  private void look() throws InterruptedException {
    looks++;
    if (count("select count(*) from delivery where broadcast_id is not null") != RECIPIENTS) {
      uneven++;
    }
    TimeUnit.MILLISECONDS.sleep(50);
  }

  private int arrivals() {
    return nodes.stream().mapToInt(node -> node.arrivals().size()).sum();
  }

  private long open() {
    return count("select count(*) from delivery where state = 'queued'");
  }

  private long count(String sql) {
    return pool.query(sql).execute().await().iterator().next().getLong(0);
  }

  private boolean report(PrintStream out) {
    Map<Long, Integer> came = new HashMap<>();
    nodes.forEach(
        node -> node.arrivals().forEach(each -> came.merge(each.chat(), 1, Integer::sum)));
    Map<Long, String> states = new HashMap<>();
    for (Row row :
        pool.query(
                """
                select c.address, d.state from delivery d join citizen c on c.id = d.citizen_id
                where d.broadcast_id is not null""")
            .execute()
            .await()) {
      states.put(Long.valueOf(row.getString(0)), row.getString(1));
    }
    long unknown = states.values().stream().filter("unknown"::equals).count();
    long unsure =
        states.entrySet().stream()
            .filter(each -> each.getValue().equals("unknown") && !came.containsKey(each.getKey()))
            .count();
    long lost =
        states.entrySet().stream()
            .filter(each -> !each.getValue().equals("unknown") && !came.containsKey(each.getKey()))
            .count();
    long twice = came.values().stream().filter(times -> times > 1).count();
    row(out, "recipients", states.size());
    row(out, "kills", nodes.stream().mapToInt(CrashNode::kills).sum());
    row(out, "arrived", came.size());
    row(out, "listed as unknown", unknown);
    row(out, "  of them never arrived", unsure);
    row(out, "lost: neither arrived nor listed", lost);
    row(out, "came twice", twice);
    row(out, "looks at which the counts did not add up", uneven);
    row(out, "looks", looks);
    return states.size() == RECIPIENTS && lost == 0 && twice == 0 && uneven == 0;
  }

  private static void row(PrintStream out, String name, long value) {
    out.printf("%-44s %d%n", name, value);
  }
}
