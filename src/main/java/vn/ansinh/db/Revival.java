package vn.ansinh.db;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the embedded server again when its process dies while ours lives: killed for want of
/// memory, or ended by itself because the disk was full. Nobody else would.
final class Revival implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Revival.class);
  private static final int LOOK_SECONDS = 1;
  private static final int PATIENCE_SECONDS = 60;

  private final Path directory;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("database-watch").factory());

  /// @param directory of the data of a server that has just been started
  Revival(Path directory) {
    this.directory = directory;
    watch.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    if (lives()) {
      return;
    }
    LOG.error("the database has died, it is being started again");
    try {
      LOG.warn(revive() ? "the database runs again" : "the database did not start");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean lives() {
    try {
      String pid = Files.readAllLines(directory.resolve("postmaster.pid")).getFirst().strip();
      return ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
    } catch (IOException | RuntimeException e) {
      // No such file, or it is only being written.
      return false;
    }
  }

  /// With the options of its last start, which it has written down itself; its program stands first
  /// among them.
  private boolean revive() throws InterruptedException {
    try {
      String program = Files.readString(directory.resolve("postmaster.opts")).split(" ", 2)[0];
      List<String> command = new ArrayList<>();
      if (LinuxUtils.isUnshareAvailable()) {
        // It refuses to run as root.
        command.addAll(List.of("unshare", "-U"));
      }
      command.addAll(
          List.of(
              Path.of(program).resolveSibling("pg_ctl").toString(),
              "restart",
              "-w",
              "-t",
              String.valueOf(PATIENCE_SECONDS),
              "-D",
              directory.toString()));
      Process control =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return control.waitFor(2L * PATIENCE_SECONDS, TimeUnit.SECONDS) && control.exitValue() == 0;
    } catch (IOException e) {
      LOG.warn("the database cannot be started: {}", e.toString());
      return false;
    }
  }

  /// Leaves the server as it is, so that it can be stopped.
  @Override
  public void close() {
    watch.shutdownNow();
    // Waits for a look that is under way.
    watch.close();
  }
}
