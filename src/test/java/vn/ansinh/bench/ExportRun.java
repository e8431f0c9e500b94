package vn.ansinh.bench;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import vn.ansinh.broadcast.BroadcastId;
import vn.ansinh.officer.OfficerId;
import vn.ansinh.officer.session.Secret;
import vn.ansinh.officer.session.Session;
import vn.ansinh.officer.session.SessionTimes;
import vn.ansinh.officer.session.Sessions;

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
      String address = service.address() + "/console/broadcasts/" + id.value() + "/report.csv";
      String cookie = "ansinh_console=" + signedIn(pool).text();
      // The first is slower: classes are loaded.
      fetch(address, cookie);
      long before = service.residentMegabytes();
      long begun = System.nanoTime();
      long bytes = fetch(address, cookie);
      out.printf(
          "%-58s %.1f MB in %.2f s%n",
          "broadcast: report as CSV", bytes / 1e6, (System.nanoTime() - begun) / 1e9);
      long together = fetchAtOnce(address, cookie);
      out.printf(
          "%-58s %d MB before, %d MB after %.0f MB%n",
          "broadcast: resident memory, " + AT_ONCE + " reports at once",
          before,
          service.residentMegabytes(),
          together / 1e6);
    }
  }

  private static Secret signedIn(Pool pool) {
    Instant now = Clock.systemUTC().instant();
    return pool.withTransaction(
            transaction ->
                transaction
                    .query("select min(id) from officer")
                    .execute()
                    .compose(
                        rows ->
                            new Sessions(SessionTimes.DEFAULT)
                                .open(
                                    transaction,
                                    new OfficerId(rows.iterator().next().getLong(0)),
                                    Session.Stage.FULL,
                                    now)))
        .await();
  }

  private static long fetchAtOnce(String address, String cookie) {
    List<CompletableFuture<Long>> all =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> fetch(address, cookie), Thread::startVirtualThread))
            .limit(AT_ONCE)
            .toList();
    return all.stream().mapToLong(CompletableFuture::join).sum();
  }

  /// @return how many bytes came
  private static long fetch(String address, String cookie) {
    try {
      URLConnection connection = URI.create(address).toURL().openConnection();
      connection.setRequestProperty("Cookie", cookie);
      try (InputStream in = connection.getInputStream()) {
        return in.transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
