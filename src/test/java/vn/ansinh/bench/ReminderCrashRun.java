package vn.ansinh.bench;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.db.Database;
import vn.ansinh.db.DatabaseSettings;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.Wish;

/// Two nodes remind 600 citizens over four days, a minute of the machine being two hours; whoever
/// sends is killed with kill -9 in the middle of it, again and again, then both, and one comes back
/// with a clock that is an hour ahead. Ends with 1 when something vanished, or came twice without
/// being listed.
public final class ReminderCrashRun {
  private static final double SPEED = 120;
  private static final Instant START = moment("2026-12-01T07:58");
  private static final Instant END = moment("2026-12-04T20:00");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /// How many cards end when: the first are told of on 1 December, the second on the 2nd. The
  /// nodes sleep through the 3rd; then one day is over, and the other messages can still be sent.
  private static final Map<String, Integer> CARDS =
      Map.of(
          "2026-12-31",
          200,
          "2026-12-09",
          200,
          "2026-12-03",
          60,
          "2027-01-02",
          60,
          "2027-01-03",
          80);

  private final Random random = new Random();
  private final Map<Long, Integer> due = new HashMap<>();
  private final List<CrashNode> nodes = new ArrayList<>();
  private final Pool pool;
  private Instant set = START;
  private long setAt = System.nanoTime();

  private ReminderCrashRun(Pool pool) {
    this.pool = pool;
  }

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Vertx vertx = Vertx.vertx();
    Path directory = Files.createTempDirectory("ansinh-crash").resolve("postgres");
    int port = ServiceProcess.freePort();
    CrashCount count;
    try (Database database =
        Database.open(vertx, new DatabaseSettings("", directory, port), _ -> {})) {
      ReminderCrashRun run = new ReminderCrashRun(database.pool());
      count = run.run(vertx, "postgresql://postgres@127.0.0.1:" + port + "/postgres");
      out.printf("%-44s %d%n", "kills", run.kills());
    } finally {
      vertx.close().await();
    }
    count.print(out);
    System.exit(count.good() ? 0 : 1);
  }

  private CrashCount run(Vertx vertx, String url) throws IOException, InterruptedException {
    fill();
    clockIs(START);
    try {
      for (int i = 0; i < 2; i++) {
        nodes.add(new CrashNode(vertx, url, now(), SPEED));
        nodes.getLast().listening();
      }
      for (int i = 0; i < 3; i++) {
        restart(killWhoeverSends(), Duration.ZERO);
      }
      killBoth();
      restartBoth();
      settled();
      secondDay();
      killBoth();
      clockIs(moment("2026-12-04T07:58"));
      restartBoth();
      settled();
      return CrashCount.of(pool, START, due, nodes);
    } finally {
      nodes.forEach(CrashNode::close);
    }
  }

  private void secondDay() throws IOException, InterruptedException {
    clockIs(moment("2026-12-02T07:30"));
    CrashNode ahead = nodes.getFirst();
    for (CrashNode node : nodes) {
      node.kill();
      restart(node, node == ahead ? HOUR : Duration.ZERO);
    }
    awaitArrivals();
    ahead.kill();
    restart(ahead, Duration.ZERO);
    awaitArrivals();
    ahead.kill();
    restart(ahead, HOUR);
    restart(killWhoeverSends(), Duration.ZERO);
  }

  private void restart(CrashNode node, Duration ahead) throws IOException, InterruptedException {
    node.restart(now().plus(ahead));
    node.listening();
  }

  /// In the middle of sending.
  private void killBoth() throws InterruptedException {
    awaitArrivals();
    for (CrashNode node : nodes) {
      node.kill();
    }
  }

  private void restartBoth() throws IOException, InterruptedException {
    for (CrashNode node : nodes) {
      restart(node, Duration.ZERO);
    }
  }

  private CrashNode killWhoeverSends() throws InterruptedException {
    List<Integer> before = nodes.stream().map(node -> node.arrivals().size()).toList();
    awaitArrivals();
    int first = nodes.getFirst().arrivals().size() - before.getFirst();
    int second = nodes.getLast().arrivals().size() - before.getLast();
    CrashNode sender = first > second ? nodes.getFirst() : nodes.getLast();
    sender.kill();
    return sender;
  }

  /// Until some more messages have come, and a random moment longer.
  private void awaitArrivals() throws InterruptedException {
    int enough = arrivals() + 5 + random.nextInt(15);
    await("arrivals", () -> arrivals() >= enough);
    TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
  }

  private int arrivals() {
    return nodes.stream().mapToInt(node -> node.arrivals().size()).sum();
  }

  private int kills() {
    return nodes.stream().mapToInt(CrashNode::kills).sum();
  }

  /// Until nothing is due and nothing is queued.
  private void settled() throws InterruptedException {
    await("the end of sending", () -> open() == 0);
  }

  private long open() {
    return pool.preparedQuery(
            """
            select (select count(*) from reminder where next_at <= $1)
              + (select count(*) from delivery where state = 'queued')""")
        .execute(Tuple.of(now().atOffset(ZoneOffset.UTC)))
        .await()
        .iterator()
        .next()
        .getLong(0);
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(String what, Condition condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("waited too long for " + what);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private void clockIs(Instant moment) {
    set = moment;
    setAt = System.nanoTime();
  }

  private Instant now() {
    return set.plusNanos((long) ((System.nanoTime() - setAt) * SPEED));
  }

  private void fill() {
    Planner planner = new Planner(Calendars.NONE, QuietHours.USUAL);
    CARDS.forEach(
        (expires, cards) -> {
          Wish wish = new Wish.Insurance("mẹ", LocalDate.parse(expires), 3);
          int messages = planner.between(wish, START, END).size();
          Instant next = planner.next(wish, START).orElseThrow().send();
          for (int i = 0; i < cards; i++) {
            long chat = due.size() + 1L;
            due.put(chat, messages);
            add(chat, expires, next);
          }
        });
  }

  private void add(long chat, String expires, Instant next) {
    pool.preparedQuery(
            """
            with c as (
              insert into citizen (channel, address, created_at)
              values ('telegram', $1, now()) returning id)
            insert into reminder (citizen_id, kind, wish, next_at, created_at)
            select id, 'insurance', unsealed(jsonb_build_object(
                'kind', 'insurance', 'name', 'mẹ', 'people', 3, 'expires', $2::text)::text),
              $3, now()
            from c""")
        .execute(Tuple.of(String.valueOf(chat), expires, next.atOffset(ZoneOffset.UTC)))
        .await();
  }

  private static KnowledgeBase base() {
    Clock day = Clock.fixed(START, VietnamTime.ZONE);
    if (KnowledgeFiles.load(Path.of("knowledge-base"), day) instanceof Loaded.Good good) {
      return good.base();
    }
    throw new IllegalStateException("the knowledge base is broken");
  }

  private static Instant moment(String local) {
    return LocalDateTime.parse(local).atZone(VietnamTime.ZONE).toInstant();
  }
}
