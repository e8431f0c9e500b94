package vn.ansinh.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.ansinh.db.Database;
import vn.ansinh.db.DatabaseSettings;

/// What befalls PostgreSQL.
final class DatabaseFaults {
  private static final int AWAY_SECONDS = 60;
  private static final int FULL_SECONDS = 20;
  private static final int BLOCK = 1 << 20;

  private DatabaseFaults() {}

  /// The one that the service brings along and has to start again by itself.
  static FaultRow killed() throws Exception {
    try (FaultTrial trial = new FaultTrial()) {
      ServiceProcess service = trial.service("polling");
      return trial.run(
          "kill -9 of the embedded PostgreSQL",
          10,
          () -> Signals.send("KILL", service.databaseProcesses().getFirst()));
    }
  }

  static FaultRow frozen() throws Exception {
    try (FaultTrial trial = new FaultTrial()) {
      ServiceProcess service = trial.service("polling");
      return trial.run(
          "PostgreSQL frozen for " + AWAY_SECONDS + " s",
          AWAY_SECONDS,
          () -> {
            List<ProcessHandle> processes = service.databaseProcesses();
            Signals.send("STOP", processes);
            TimeUnit.SECONDS.sleep(AWAY_SECONDS);
            Signals.send("CONT", processes);
          });
    }
  }

  /// One that somebody else runs, who stops it for a while.
  static FaultRow gone() throws Exception {
    try (FaultTrial trial = new FaultTrial()) {
      DatabaseSettings shared = trial.sharedDatabase();
      Database[] opened = {trial.open(shared)};
      try {
        trial.node("webhook", shared);
        return trial.run(
            "PostgreSQL stopped for " + AWAY_SECONDS + " s",
            AWAY_SECONDS,
            () -> {
              opened[0].close();
              TimeUnit.SECONDS.sleep(AWAY_SECONDS);
              opened[0] = trial.open(shared);
            });
      } finally {
        opened[0].close();
      }
    }
  }

  /// Of the embedded database; whoever looks after the machine makes room again.
  static FaultRow diskFull() throws Exception {
    try (FaultTrial trial = new FaultTrial();
        SmallDisk disk = new SmallDisk(Files.createDirectory(trial.directory.resolve("small")))) {
      trial.service(
          "webhook", Map.of("ANSINH_DATABASE_DIRECTORY", disk.root.resolve("pg").toString()));
      return trial.run(
          "disk full for " + FULL_SECONDS + " s",
          FULL_SECONDS,
          () -> {
            Path ballast = disk.fill();
            TimeUnit.SECONDS.sleep(FULL_SECONDS);
            Files.delete(ballast);
          });
    }
  }

  /// A file system of its own in memory, which only root can make.
  private static final class SmallDisk implements AutoCloseable {
    private final Path root;

    SmallDisk(Path root) throws IOException, InterruptedException, FaultRun.NotHere {
      this.root = root;
      if (run("mount", "-t", "tmpfs", "-o", "size=400m,mode=0777", "tmpfs", root.toString()) != 0) {
        throw new FaultRun.NotHere("only root can mount a small file system to fill");
      }
    }

    /// To the last byte.
    Path fill() throws IOException {
      Path ballast = root.resolve("ballast");
      byte[] block = new byte[BLOCK];
      try (OutputStream out = Files.newOutputStream(ballast)) {
        for (int size = BLOCK; size > 0; size /= 2) {
          fill(out, block, size);
        }
      }
      return ballast;
    }

    private static void fill(OutputStream out, byte[] block, int size) {
      try {
        while (true) {
          out.write(block, 0, size);
        }
      } catch (IOException full) {
        // Smaller ones may still have room.
      }
    }

    @Override
    public void close() throws IOException, InterruptedException {
      run("umount", "--lazy", root.toString());
    }

    private static int run(String... command) throws IOException, InterruptedException {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
  }
}
