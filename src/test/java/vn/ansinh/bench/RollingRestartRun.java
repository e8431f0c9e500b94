package vn.ansinh.bench;

import io.vertx.core.Future;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/// Two nodes on one database are asked 40 questions a second for a minute. First each is stopped in
/// order and started again in turn, with Telegram's webhook and with polling; then the one that
/// polls is killed with kill -9, again and again. Ends with 1 when a question was lost, or when one
/// was answered twice though nobody was killed.
public final class RollingRestartRun {
  private static final int PER_SECOND = 40;
  private static final int SECONDS = 60;
  private static final int PATIENCE_SECONDS = 180;
  private static final long PAUSE_MILLIS = 1_000;

  /// Nobody waits longer for another node to poll.
  private static final long TAKEOVER_MILLIS = 60_000;

  private final NodePair nodes;
  private int restarts;
  private long longestStop;
  private long longestTakeover;

  private RollingRestartRun(NodePair nodes) {
    this.nodes = nodes;
  }

  private interface Disturbance {
    void next(RollingRestartRun run) throws Exception;
  }

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean good = true;
    for (String mode : new String[] {"webhook", "polling"}) {
      try (NodePair nodes = new NodePair(mode)) {
        RollingRestartRun run = new RollingRestartRun(nodes);
        Load.Result result = run.run(RollingRestartRun::restart);
        print(out, mode + ", stopped in order", run, result);
        out.printf("  longest stop %.1f s%n", run.longestStop / 1e3);
        good &= result.answered() == result.asked() && result.repeated() == 0;
      }
    }
    try (NodePair nodes = new NodePair("polling")) {
      RollingRestartRun run = new RollingRestartRun(nodes);
      Load.Result result = run.run(RollingRestartRun::kill);
      print(out, "polling, the one that polls killed", run, result);
      out.printf("  longest until the other polled %.1f s%n", run.longestTakeover / 1e3);
      good &= result.answered() == result.asked();
    }
    System.exit(good ? 0 : 1);
  }

  private static void print(
      PrintStream out, String name, RollingRestartRun run, Load.Result result) {
    out.printf(
        "%s: %d restarts, asked %d, answered %d, lost %d, doubled %d, longest wait %.1f s, polled at"
            + " once %d times%n",
        name,
        run.restarts,
        result.asked(),
        result.answered(),
        result.asked() - result.answered(),
        result.repeated(),
        result.percentile(1) / 1e3,
        run.nodes.load().messenger().conflicts());
  }

  private Load.Result run(Disturbance disturbance) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    Future<Load.Result> result =
        nodes.load().openLoop(PER_SECOND, PER_SECOND * SECONDS, PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      disturbance.next(this);
      restarts++;
    }
    return result.await();
  }

  private void restart() throws Exception {
    ServiceProcess node = nodes.node(restarts % 2);
    longestStop = Math.max(longestStop, node.stop());
    node.restart();
    node.listening();
  }

  private void kill() throws Exception {
    int number = nodes.poller();
    nodes.node(number).kill();
    long killed = System.nanoTime();
    long since = 0;
    while (nodes.poller() == number && since < TAKEOVER_MILLIS) {
      TimeUnit.MILLISECONDS.sleep(10);
      since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed);
    }
    longestTakeover = Math.max(longestTakeover, since);
    nodes.node(number).restart();
    nodes.node(number).listening();
  }
}
