package vn.ansinh.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.ansinh.db.DatabaseSettings;
import vn.ansinh.db.TestDatabase;

/// The service as its own process, run as `exec:exec@run` runs it, on free ports and a database
/// directory of its own.
public final class ServiceProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final List<String> AS_SHIPPED =
      List.of("@config/jvm.options", "-jar", "target/ansinh.jar", "serve");

  private final Path directory;
  private final List<String> command;
  private final Map<String, String> environment = new HashMap<>();
  private final int port = freePort();
  private final DatabaseSettings database;
  private Process process;

  /// @param mode `webhook` or `polling`
  /// @param more variables of its environment
  ServiceProcess(Path directory, String apiUrl, String mode, Map<String, String> more)
      throws IOException {
    this(directory, Dialect.TELEGRAM, apiUrl, mode, more);
  }

  /// @param dialect of the messenger it speaks with
  public ServiceProcess(
      Path directory, Dialect dialect, String apiUrl, String mode, Map<String, String> more)
      throws IOException {
    this(AS_SHIPPED, directory, dialect, apiUrl, mode, more);
  }

  /// @param command what `java` is given
  ServiceProcess(
      List<String> command,
      Path directory,
      Dialect dialect,
      String apiUrl,
      String mode,
      Map<String, String> more)
      throws IOException {
    this.command = command;
    this.directory = directory;
    this.database = new DatabaseSettings("", directory.resolve("postgres"), freePort());
    environment.put("ANSINH_HTTP_PORT", String.valueOf(port));
    environment.put("ANSINH_HTTP_RATE_ADDRESS", "0");
    environment.put("ANSINH_DATABASE_DIRECTORY", database.directory().toString());
    environment.put("ANSINH_DATABASE_PORT", String.valueOf(database.port()));
    environment.put("ANSINH_DATA_KEY_FILE", TestDatabase.keyFile().toString());
    environment.putAll(dialect.environment(apiUrl, mode, address()));
    environment.putAll(more);
    this.process = launch();
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /// Its own, unless it was told of another: to be visited while it runs, or opened while it does
  /// not.
  public DatabaseSettings database() {
    return database;
  }

  /// Starts it again after a kill.
  public void restart() throws IOException {
    restart(Map.of());
  }

  /// @param changes variables of its environment that have another value from now on
  public void restart(Map<String, String> changes) throws IOException {
    environment.putAll(changes);
    process = launch();
  }

  /// Waits until it answers HTTP.
  ///
  /// @return milliseconds from the start of the process
  public long listening() throws InterruptedException {
    long begun = process.info().startInstant().orElseThrow().toEpochMilli();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline && process.isAlive()) {
      if (answers()) {
        return System.currentTimeMillis() - begun;
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    throw new IllegalStateException("the service does not listen, see " + log());
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /// Ends it in order.
  ///
  /// @return milliseconds that it took
  long stop() throws InterruptedException {
    long begun = System.nanoTime();
    process.destroy();
    if (!process.waitFor(PATIENCE)) {
      throw new IllegalStateException("the service does not end, see " + log());
    }
    return Duration.ofNanos(System.nanoTime() - begun).toMillis();
  }

  /// Stands still, as a machine that is out of memory or is being moved, until [#wake].
  void freeze() throws IOException, InterruptedException {
    Signals.send("STOP", process.toHandle());
  }

  void wake() throws IOException, InterruptedException {
    Signals.send("CONT", process.toHandle());
  }

  /// The processes of its own database, the one that started the others first.
  List<ProcessHandle> databaseProcesses() throws IOException {
    return Signals.tree(database().directory());
  }

  /// Resident memory in megabytes.
  public long residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /// Processor time spent since its last start.
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Path log() {
    return directory.resolve("service.log");
  }

  private Process launch() throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(line);
    // As the run command of the README does.
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    return builder.start();
  }

  private boolean answers() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(address() + "/health/live").toURL().openConnection();
      connection.setConnectTimeout(500);
      connection.setReadTimeout(500);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
