package vn.ansinh.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import vn.ansinh.db.Database;
import vn.ansinh.db.DatabaseException;
import vn.ansinh.db.DatabaseSettings;

/// A service, or several on one database, asked steadily while something is broken in the middle of
/// it; every question comes from a chat of its own.
final class FaultTrial implements AutoCloseable {
  private static final int PER_SECOND = 10;
  private static final int BEFORE_SECONDS = 5;
  private static final int AFTER_SECONDS = 15;
  private static final int PATIENCE_SECONDS = 180;
  private static final int REPEATS_SECONDS = 3;

  /// What is broken, from its beginning to its end.
  interface Happening {
    void happen() throws Exception;
  }

  final Vertx vertx = Vertx.vertx();
  final Path directory = Files.createTempDirectory("ansinh-faults");
  final Load load = new Load(vertx, Questions.dev());
  private final String api = load.start().await();
  private final List<ServiceProcess> services = new ArrayList<>();
  private DatabaseSettings database = new DatabaseSettings("", directory, 1);

  FaultTrial() throws IOException {}

  /// A service with a database of its own.
  ///
  /// @param mode `webhook` or `polling`
  ServiceProcess service(String mode) throws IOException, InterruptedException {
    return service(mode, Map.of());
  }

  ServiceProcess service(String mode, Map<String, String> more)
      throws IOException, InterruptedException {
    ServiceProcess service = new ServiceProcess(directory, api, mode, more);
    database = service.database();
    return begun(service);
  }

  /// One of several on a database that somebody else runs.
  ServiceProcess node(String mode, DatabaseSettings shared)
      throws IOException, InterruptedException {
    database = shared;
    return begun(
        new ServiceProcess(Files.createTempDirectory(directory, "node"), api, mode, on(shared)));
  }

  /// The same with a clock that is moved by writing milliseconds into a file.
  ServiceProcess stepped(String mode, DatabaseSettings shared, Path step)
      throws IOException, InterruptedException {
    database = shared;
    Map<String, String> environment = new HashMap<>(on(shared));
    environment.put("STEP_FILE", step.toString());
    return begun(
        new ServiceProcess(
            List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                "target/ansinh.jar:target/test-classes",
                "vn.ansinh.app.SteppedService"),
            Files.createTempDirectory(directory, "node"),
            Dialect.TELEGRAM,
            api,
            mode,
            environment));
  }

  private static Map<String, String> on(DatabaseSettings shared) {
    return Map.of(
        "ANSINH_DATABASE_URL", "postgresql://postgres@127.0.0.1:" + shared.port() + "/postgres");
  }

  private ServiceProcess begun(ServiceProcess service) throws InterruptedException {
    services.add(service);
    service.listening();
    return service;
  }

  /// A database that this process runs, for services that come and go.
  DatabaseSettings sharedDatabase() throws IOException {
    return new DatabaseSettings(
        "", directory.resolve("shared-postgres"), ServiceProcess.freePort());
  }

  Database open(DatabaseSettings settings) {
    return Database.open(vertx, settings, _ -> {});
  }

  /// @param seconds that it takes, about
  FaultRow run(String name, int seconds, Happening fault) throws Exception {
    int total = PER_SECOND * (BEFORE_SECONDS + seconds + AFTER_SECONDS);
    Future<Load.Result> asked =
        load.openLoop(PER_SECOND, total, total / PER_SECOND + 2L * PATIENCE_SECONDS);
    TimeUnit.SECONDS.sleep(BEFORE_SECONDS);
    fault.happen();
    long recovery = recovery();
    finish();
    Set<Long> named = named();
    named.retainAll(load.state().unanswered());
    load.end();
    Load.Result result = asked.await();
    return new FaultRow(
        name,
        result.asked(),
        result.answered(),
        named.size(),
        result.repeated(),
        count("select coalesce(sum(unknowns), 0) from delivery"),
        recovery);
  }

  /// Until those who wait now are answered.
  private long recovery() throws InterruptedException {
    long begun = System.nanoTime();
    Set<Long> owed = new HashSet<>(load.state().unanswered());
    while (System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
      owed.retainAll(load.state().unanswered());
      if (owed.isEmpty() || named().containsAll(owed)) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return -1;
  }

  /// Until everything has been asked and answered, and a moment more in which repeats would show.
  private void finish() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Load.State state = load.state();
    while (System.nanoTime() < deadline
        && !(state.over() && named().containsAll(state.unanswered()))) {
      TimeUnit.MILLISECONDS.sleep(200);
      state = load.state();
    }
    TimeUnit.SECONDS.sleep(REPEATS_SECONDS);
  }

  /// Chats of which the outbox says that their message did not arrive, or that nobody knows.
  private Set<Long> named() {
    Set<Long> chats = new HashSet<>();
    try (Database visited = Database.visit(vertx, database)) {
      for (Row row :
          visited
              .pool()
              .query(
                  """
                  select c.address from citizen c join delivery d on d.citizen_id = c.id
                  where d.state in ('refused', 'failed', 'unreachable', 'unknown')""")
              .execute()
              .await()) {
        chats.add(Long.parseLong(row.getString(0)));
      }
    } catch (DatabaseException e) {
      // It is what was broken; asked again soon.
    }
    return chats;
  }

  private long count(String sql) {
    try (Database visited = Database.visit(vertx, database)) {
      return visited.pool().query(sql).execute().await().iterator().next().getLong(0);
    }
  }

  @Override
  public void close() {
    services.forEach(ServiceProcess::close);
    vertx.close().await();
  }
}
