package vn.ansinh.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import vn.ansinh.db.Database;
import vn.ansinh.db.DatabaseSettings;

/// What befalls the processes of the service themselves.
final class ProcessFaults {
  private static final int KILLS = 3;
  private static final int FROZEN_SECONDS = 60;

  private ProcessFaults() {}

  static FaultRow serviceKilled(String mode) throws Exception {
    try (FaultTrial trial = new FaultTrial()) {
      ServiceProcess service = trial.service(mode);
      return trial.run(
          KILLS + " kill -9 of the service, " + mode,
          KILLS * 10,
          () -> {
            for (int i = 0; i < KILLS; i++) {
              TimeUnit.MILLISECONDS.sleep(2_300);
              service.kill();
              service.restart();
              service.listening();
            }
          });
    }
  }

  /// Another node goes on meanwhile, and takes over what it held.
  static FaultRow nodeFrozen() throws Exception {
    try (FaultTrial trial = new FaultTrial()) {
      DatabaseSettings shared = trial.sharedDatabase();
      try (Database _ = trial.open(shared)) {
        trial.node("webhook", shared);
        ServiceProcess frozen = trial.node("webhook", shared);
        return trial.run(
            "one of two nodes frozen for " + FROZEN_SECONDS + " s",
            FROZEN_SECONDS,
            () -> {
              frozen.freeze();
              TimeUnit.SECONDS.sleep(FROZEN_SECONDS);
              frozen.wake();
            });
      }
    }
  }

  /// Telegram lets only the last one who asks have updates, and so both get some of them.
  static FaultRow twoPollers() throws Exception {
    try (FaultTrial trial = new FaultTrial()) {
      DatabaseSettings shared = trial.sharedDatabase();
      try (Database _ = trial.open(shared)) {
        trial.node("polling", shared);
        return trial.run(
            "two nodes poll with one token",
            30,
            () -> {
              try (ServiceProcess _ = trial.node("polling", shared)) {
                TimeUnit.SECONDS.sleep(20);
              }
            });
      }
    }
  }

  /// The clock of the machine is put right by an hour, there and back, several times.
  static FaultRow clockSteps() throws Exception {
    try (FaultTrial trial = new FaultTrial()) {
      DatabaseSettings shared = trial.sharedDatabase();
      Path step = Files.writeString(trial.directory.resolve("step"), "0");
      try (Database _ = trial.open(shared)) {
        trial.stepped("webhook", shared, step);
        return trial.run(
            "clock steps an hour, there and back",
            30,
            () -> {
              for (long hours : new long[] {1, 0, -1, 1, -1, 0}) {
                Files.writeString(step, String.valueOf(Duration.ofHours(hours).toMillis()));
                TimeUnit.SECONDS.sleep(5);
              }
            });
      }
    }
  }
}
