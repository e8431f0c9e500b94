package vn.ansinh.bench.growth;

import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.bench.Questions;

/// Drives questions, reminders and a broadcast together with more and more citizens, and prints
/// what it came to as a table; the table and a chart are left in `target/`.
public final class GrowthRun {
  private static final Path TABLE = Path.of("target/growth.md");
  private static final Path CHART = Path.of("target/growth.svg");

  private GrowthRun() {}

  /// @param args as in [Plan#of]
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Plan plan = Plan.of(args);
    List<String> questions = Questions.dev();
    out.printf(
        "An Sinh with more and more citizens: the service, its PostgreSQL and the stand-in share"
            + " this machine. %d processors, Java %s%n",
        Runtime.getRuntime().availableProcessors(), Runtime.version());
    out.printf(
        "For %d minutes at once: %d questions a second, %d reminders due a second, broadcasts at"
            + " %.0f a second.%n",
        plan.minutes(), plan.questions(), Plan.REMINDERS, plan.permitted());
    List<Measured> all = new ArrayList<>();
    for (int citizens : plan.sizes()) {
      Vertx vertx = Vertx.vertx();
      try {
        Measured measured = new Step(plan, citizens, questions, vertx).run();
        all.add(measured);
        out.printf(
            "%,d citizens: %,d rows, p99 %.0f ms, read most: %s%n",
            citizens, measured.rows(), measured.chats().p99(), measured.machine().readMost());
      } finally {
        vertx.close().await();
      }
      // What is known already is not lost when a larger town fails.
      Files.writeString(TABLE, Table.of(all) + "\n");
      Files.writeString(CHART, Chart.of(all));
    }
    out.println(Table.of(all));
    out.println(TABLE + ", " + CHART);
    System.exit(0);
  }
}
