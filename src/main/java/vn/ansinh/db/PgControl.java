package vn.ansinh.db;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Starts and stops a PostgreSQL server by its own `pg_ctl`.
///
/// @param programs the directory with `pg_ctl`
/// @param data the directory of data, made before
record PgControl(Path programs, Path data) {
  private static final int PATIENCE_SECONDS = 60;

  /// Whether the server that last wrote into the directory is still there.
  boolean lives() {
    try {
      String pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
      return ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
    } catch (IOException | RuntimeException e) {
      // No such file, or it is only being written.
      return false;
    }
  }

  /// Returns when it takes connections.
  ///
  /// @throws IOException when it does not start
  void start(int port, Map<String, String> settings) throws IOException {
    StringBuilder options = new StringBuilder("-p " + port);
    settings.forEach(
        (name, value) -> options.append(" -c ").append(name).append('=').append(value));
    run("start", "-o", options.toString());
  }

  /// With the options of its last start, which it has written down itself.
  ///
  /// @throws IOException when it does not start
  void restart() throws IOException {
    run("restart");
  }

  /// Returns when everything is on the disk.
  ///
  /// @throws IOException when it does not stop
  void stop() throws IOException {
    run("stop", "-m", "fast");
  }

  private void run(String mode, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      // It refuses to run as root.
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(
        List.of(
            programs.resolve("pg_ctl").toString(),
            mode,
            "-w",
            "-t",
            String.valueOf(PATIENCE_SECONDS),
            "-D",
            data.toString()));
    command.addAll(List.of(options));
    Process control =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!control.waitFor(2L * PATIENCE_SECONDS, TimeUnit.SECONDS) || control.exitValue() != 0) {
        throw new IOException("pg_ctl " + mode + " did not succeed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("pg_ctl " + mode + " was not waited for", e);
    }
  }
}
