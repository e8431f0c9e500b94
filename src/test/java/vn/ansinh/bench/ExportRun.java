package vn.ansinh.bench;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import vn.ansinh.broadcast.BroadcastId;

/// An officer fetches the report of a large broadcast from the service, which runs as a process of
/// its own: how long it takes, and what stays in memory.
final class ExportRun {
  private static final int AT_ONCE = 8;

  private ExportRun() {}

  /// @param database where the broadcast is
  static void print(PrintStream out, Vertx vertx, Pool pool, String database, BroadcastId id)
      throws IOException, InterruptedException {
    String telegram = new MessengerSide(vertx, (_, _) -> {}).start().await();
    try (ServiceProcess service =
        new ServiceProcess(
            Files.createTempDirectory("ansinh-report"),
            telegram,
            "polling",
            Map.of("ANSINH_DATABASE_URL", database))) {
      service.listening();
      String report = "/console/broadcasts/" + id.value() + "/report.csv";
      SignedIn officer = new SignedIn(pool, service.address(), Clock.systemUTC().instant());
      // The first is slower: classes are loaded.
      officer.fetch(report);
      long before = service.residentMegabytes();
      long begun = System.nanoTime();
      long bytes = officer.fetch(report);
      out.printf(
          "%-58s %.1f MB in %.2f s%n",
          "broadcast: report as CSV", bytes / 1e6, (System.nanoTime() - begun) / 1e9);
      long together = fetchAtOnce(officer, report);
      out.printf(
          "%-58s %d MB before, %d MB after %.0f MB%n",
          "broadcast: resident memory, " + AT_ONCE + " reports at once",
          before,
          service.residentMegabytes(),
          together / 1e6);
    }
  }

  private static long fetchAtOnce(SignedIn officer, String report) {
    List<CompletableFuture<Long>> all =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> officer.fetch(report), Thread::startVirtualThread))
            .limit(AT_ONCE)
            .toList();
    return all.stream().mapToLong(CompletableFuture::join).sum();
  }
}
