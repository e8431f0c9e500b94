package vn.ansinh.bench.growth;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.ansinh.bench.Announcing;
import vn.ansinh.bench.Dialect;
import vn.ansinh.bench.ServiceProcess;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.db.Database;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.vault.Resealing;
import vn.ansinh.vault.Vault;

/// A service with its own database full of citizens.
final class Town implements AutoCloseable {
  static final Clock CLOCK = Clock.fixed(Plan.NOW, VietnamTime.ZONE);

  private static final String MORNING = "2026-12-01T09:00:00+07:00";

  /// For the last part, which begins after the others.
  private static final String AFTERNOON = "2026-12-01T14:00:00+07:00";

  private final Vertx vertx;
  private final Path directory;
  private final ServiceProcess service;

  /// @param telegram where the stand-in listens
  Town(Vertx vertx, String telegram, Plan plan) throws IOException {
    this.vertx = vertx;
    this.directory = Files.createTempDirectory("ansinh-growth");
    this.service =
        new ServiceProcess(
            directory,
            Dialect.TELEGRAM,
            telegram,
            "webhook",
            Map.of(
                "ANSINH_CLOCK_START",
                MORNING,
                "ANSINH_TELEGRAM_RATE_OVERALL",
                String.valueOf(Plan.PERMITTED),
                "ANSINH_TELEGRAM_RATE_CHAT",
                "1",
                "ANSINH_TELEGRAM_RATE_BROADCAST",
                String.valueOf(plan.paid())));
  }

  ServiceProcess service() {
    return service;
  }

  Path data() {
    return service.database().directory();
  }

  /// Looks into the database while the service runs.
  Database visited() {
    return Database.visit(vertx, service.database());
  }

  /// Between two runs of the service, the first of which leaves what every first one leaves.
  ///
  /// @return the reminders that wait to fall due
  List<Long> fill(int citizens, int due, List<String> questions)
      throws IOException, InterruptedException {
    service.listening();
    try (Database database = visited()) {
      awaitFollowed(database.pool());
    }
    service.close();
    List<Long> parked;
    try (Database database = Database.open(vertx, service.database(), _ -> {})) {
      Vault vault = TestDatabase.vault(database.pool());
      new Announcing(database.pool(), vault, CLOCK).citizens(citizens);
      SqlConnection connection = database.pool().getConnection().await();
      parked = new Filling(connection, vault, questions, citizens).fill(due);
      connection.close().await();
      new Resealing(database.pool(), vault).sealFirst();
      database.pool().query("vacuum analyze").execute().await();
    }
    service.restart();
    return parked;
  }

  /// Without the limits, when the others have been measured.
  void unlimited() throws IOException, InterruptedException {
    service.close();
    service.restart(
        Map.of(
            "ANSINH_CLOCK_START", AFTERNOON,
            "ANSINH_TELEGRAM_RATE_OVERALL", "100000",
            "ANSINH_TELEGRAM_RATE_CHAT", "100000"));
    service.listening();
  }

  /// All plans are made once when there is nothing to go by yet, here of no reminder at all.
  private static void awaitFollowed(Pool pool) throws InterruptedException {
    while (pool.query("select 1 from followed_calendars").execute().await().size() == 0) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /// A million citizens are many gigabytes.
  @Override
  public void close() {
    service.close();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(Town::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
