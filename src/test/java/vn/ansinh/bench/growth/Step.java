package vn.ansinh.bench.growth;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.ansinh.bench.Announcing;
import vn.ansinh.bench.Dialect;
import vn.ansinh.bench.Load;
import vn.ansinh.bench.MessengerSide;
import vn.ansinh.db.Database;
import vn.ansinh.db.TestDatabase;

/// Everything together with one number of citizens.
final class Step {
  private static final int WARM_UP_SECONDS = 20;
  private static final int PATIENCE_SECONDS = 60;
  private static final long ANSWER_MILLIS = 60;

  /// What the database knows of what was announced since it was filled.
  private static final String SENT =
      "select count(*) from delivery where broadcast_id > %d and state in ('sent', 'unknown')"
          .formatted(Filling.ANNOUNCEMENTS);

  /// When nothing but the machine holds the answers up.
  private static final int CHATS = 256;

  private static final int QUESTIONS = 5_000;

  /// Prime, so that all citizens are asked for in turn and in no order that an index would like.
  private static final int STRIDE = 611_953;

  private final Plan plan;
  private final int citizens;
  private final List<String> questions;
  private final Vertx vertx;
  private final Arrivals arrivals = new Arrivals();
  private final Load load;
  private long turn;

  Step(Plan plan, int citizens, List<String> questions, Vertx vertx) {
    this.plan = plan;
    this.citizens = citizens;
    this.questions = questions;
    this.vertx = vertx;
    this.load = new Load(vertx, Dialect.TELEGRAM, questions, arrivals::take);
  }

  Measured run() throws IOException, InterruptedException, ExecutionException {
    try (Town town = new Town(vertx, load.start().await(), plan)) {
      List<Long> parked = town.fill(citizens, plan.reminders(), questions);
      double start = town.service().listening() / 1e3;
      Measured measured;
      try (Database database = town.visited()) {
        measured = together(town, database.pool(), parked, start);
      }
      return measured.with(most(town));
    }
  }

  private Measured together(Town town, Pool pool, List<Long> parked, double start)
      throws IOException, InterruptedException, ExecutionException {
    load.messenger().faults(new MessengerSide.Faults(0, 0, ANSWER_MILLIS));
    load.messenger().enforce(plan.limits());
    ask(WARM_UP_SECONDS).await();
    Usage before = Usage.of(town, pool);
    long until = System.nanoTime() + plan.length().toNanos();
    Future<Load.Result> asking = ask(plan.length().toSeconds());
    Broadcasting broadcasting =
        new Broadcasting(
            pool,
            new Announcing(pool, TestDatabase.vault(pool), Town.CLOCK),
            arrivals,
            plan.permitted(),
            until);
    Releasing releasing = new Releasing(pool, parked, arrivals);
    Measured.Broadcast broadcast;
    try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
      java.util.concurrent.Future<Measured.Broadcast> sending = beside.submit(broadcasting);
      releasing.run(until);
      broadcast = sending.get();
    }
    Load.Result asked = asking.await();
    Measured.Machine machine = Usage.of(town, pool).since(before, town);
    releasing.awaitArrivals();
    return new Measured(
        citizens,
        count(pool, "select sum(n_live_tup)::bigint from pg_stat_user_tables"),
        count(pool, "select pg_database_size(current_database())") >> 20,
        start,
        chats(asked),
        arrivals.reminders(),
        broadcast,
        arrivals.announced() - count(pool, SENT),
        machine,
        Double.NaN,
        new Pages(pool, town.service().address()).seconds());
  }

  private Future<Load.Result> ask(long seconds) {
    int total = (int) (plan.questions() * seconds);
    return load.openLoop(plan.questions(), total, seconds + PATIENCE_SECONDS, this::next);
  }

  private long next() {
    return 1 + turn++ * STRIDE % citizens;
  }

  private Measured.Chats chats(Load.Result asked) {
    double seconds = plan.length().toSeconds();
    return new Measured.Chats(
        asked.asked() / seconds,
        asked.answered() / seconds,
        asked.percentile(0.50),
        asked.percentile(0.95),
        asked.percentile(0.99),
        asked.asked() - asked.answered(),
        asked.repeated());
  }

  private static long count(Pool pool, String sql) {
    return pool.query(sql).execute().await().iterator().next().getLong(0);
  }

  /// Answers a second, one chat after another asking as soon as it has its answer.
  private double most(Town town) throws IOException, InterruptedException {
    load.messenger().faults(MessengerSide.Faults.NONE);
    load.messenger().enforce(null);
    town.unlimited();
    load.closedLoop(CHATS, QUESTIONS, this::next).await();
    return load.closedLoop(CHATS, QUESTIONS, this::next).await().perSecond();
  }
}
