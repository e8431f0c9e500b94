package vn.ansinh.bench;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Prints one table of speed and size, all measured in this run on this machine.
public final class Bench {
  private static final List<String> ALL =
      List.of("webhook", "zalo", "polling", "search", "forecast", "plan", "reminders", "broadcast");
  private static final int WARM_UP = 60_000;
  private static final int FLUSHES = 500;
  private static final int PAGE = 8192;
  private static final int QUESTIONS = 30_000;
  private static final int CHATS = 256;
  private static final int STEADY = 200;

  /// What a burst leaves behind to be compiled and swept up is no part of a steady hour.
  private static final int SETTLING_SECONDS = 60;

  private final PrintStream out;
  private final List<String> questions;

  private Bench(PrintStream out, List<String> questions) {
    this.out = out;
    this.questions = questions;
  }

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Bench bench = new Bench(out, Questions.dev());
    out.println(
        "An Sinh benchmark: the service, its PostgreSQL and the stand-in share this machine.");
    out.printf(
        "%d processors, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
    List<String> parts = args.length == 0 ? ALL : List.of(args);
    for (String part : parts) {
      bench.run(part);
    }
    System.exit(0);
  }

  private void run(String part) throws Exception {
    switch (part) {
      case "webhook" -> {
        double bare = bare();
        double ours = messenger(Dialect.TELEGRAM, part, part);
        row(part + ": that p99 by the bare bot's", "%.1f", ours / bare);
      }
      case "polling" -> messenger(Dialect.TELEGRAM, part, part);
      case "zalo" -> messenger(Dialect.ZALO, part, "webhook");
      case "search" -> SearchBench.print(out, questions);
      case "forecast" -> ForecastBench.print(out);
      case "plan" -> PlanBench.print(out);
      case "reminders" -> ReminderBench.print(out);
      case "broadcast" -> BroadcastBench.print(out);
      default -> throw new IllegalArgumentException("one of " + ALL + ", not " + part);
    }
  }

  /// @param part of the table
  /// @param mode in which messages come in
  /// @return p99 at 200 a second, in milliseconds
  private double messenger(Dialect dialect, String part, String mode) throws Exception {
    Vertx vertx = Vertx.vertx();
    Path directory = Files.createTempDirectory("ansinh-bench");
    Load load = new Load(vertx, dialect, questions);
    disk(directory);
    try (ServiceProcess service = started(load, directory, part, dialect, mode)) {
      double p99 = speed(load, part);
      faults(load, part, "5 % of sends answer 500", new MessengerSide.Faults(0.05, 0, 0));
      faults(
          load, part, "5 % of sends accepted, answer lost", new MessengerSide.Faults(0, 0.05, 0));
      row(part + ": resident memory after the load", "%.0f MB", service.residentMegabytes());
      return p99;
    } finally {
      vertx.close().await();
    }
  }

  /// What this machine takes for a bot that does nothing, under the same load.
  ///
  /// @return p99 at 200 a second, in milliseconds
  private double bare() throws IOException, InterruptedException {
    Vertx vertx = Vertx.vertx();
    Path directory = Files.createTempDirectory("ansinh-bench");
    Load load = new Load(vertx, questions);
    String api = load.start().await();
    try (ServiceProcess bot =
        new ServiceProcess(
            BareBot.COMMAND, directory, Dialect.TELEGRAM, api, "webhook", Map.of())) {
      bot.listening();
      return speed(load, "a bare bot");
    } finally {
      vertx.close().await();
    }
  }

  /// @return p99 at 200 a second, in milliseconds
  private double speed(Load load, String part) {
    load.closedLoop(CHATS, WARM_UP).await();
    Load.Result fast = load.closedLoop(CHATS, QUESTIONS).await();
    row(part + ": answered a second, " + CHATS + " chats", "%.0f", fast.perSecond());
    load.openLoop(STEADY, STEADY * SETTLING_SECONDS, 2 * SETTLING_SECONDS).await();
    Load.Result steady = load.openLoop(STEADY, STEADY * 30, 60).await();
    row(part + ": latency at 200 a second, p50", "%.1f ms", steady.percentile(0.50));
    row(part + ": latency at 200 a second, p95", "%.1f ms", steady.percentile(0.95));
    row(part + ": latency at 200 a second, p99", "%.1f ms", steady.percentile(0.99));
    return steady.percentile(0.99);
  }

  /// What each commit waits for at the least: one page written through to the disk.
  private void disk(Path directory) throws IOException {
    long[] nanos = new long[FLUSHES];
    try (FileChannel file =
        FileChannel.open(directory.resolve("flush"), CREATE_NEW, WRITE, DELETE_ON_CLOSE)) {
      for (int i = 0; i < nanos.length; i++) {
        file.write(ByteBuffer.allocate(PAGE), (long) PAGE * i);
        long begun = System.nanoTime();
        file.force(false);
        nanos[i] = System.nanoTime() - begun;
      }
    }
    Arrays.sort(nanos);
    row("disk: flush of one page, p50", "%.1f ms", nanos[nanos.length / 2] / 1e6);
    row("disk: flush of one page, p99", "%.1f ms", nanos[nanos.length * 99 / 100] / 1e6);
  }

  /// Started once to make the database, and again to measure a warm start.
  private ServiceProcess started(
      Load load, Path directory, String part, Dialect dialect, String mode)
      throws IOException, InterruptedException {
    ServiceProcess service =
        new ServiceProcess(directory, dialect, load.start().await(), mode, Map.of());
    row(part + ": first start, listening after", "%.2f s", service.listening() / 1000.0);
    service.close();
    service.restart();
    row(part + ": warm start, listening after", "%.2f s", service.listening() / 1000.0);
    return service;
  }

  private void faults(Load load, String part, String name, MessengerSide.Faults faults) {
    load.messenger().faults(faults);
    Load.Result result = load.openLoop(STEADY, 2_000, 60).await();
    load.messenger().faults(MessengerSide.Faults.NONE);
    out.printf(
        "%-58s asked %d, answered %d, lost %d, came twice %d%n",
        part + ": " + name,
        result.asked(),
        result.answered(),
        result.asked() - result.answered(),
        result.repeated());
  }

  private void row(String name, String format, double value) {
    out.printf("%-58s " + format + "%n", name, value);
  }
}
