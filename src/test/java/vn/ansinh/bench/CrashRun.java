package vn.ansinh.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Kills the service with kill -9 in the middle of 500 questions, several times, and counts. Ends
/// with 1 when a question was lost.
public final class CrashRun {
  private static final int QUESTIONS = 500;
  private static final int PER_SECOND = 50;
  private static final int KILLS = 3;
  private static final int PATIENCE_SECONDS = 120;

  private CrashRun() {}

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean lost = false;
    for (String mode : new String[] {"webhook", "polling"}) {
      Load.Result result = run(mode);
      out.printf(
          "%s: %d kills, asked %d, answered %d, lost %d, came twice %d%n",
          mode,
          KILLS,
          result.asked(),
          result.answered(),
          result.asked() - result.answered(),
          result.repeated());
      lost |= result.answered() < result.asked();
    }
    System.exit(lost ? 1 : 0);
  }

  private static Load.Result run(String mode) throws Exception {
    Vertx vertx = Vertx.vertx();
    Path directory = Files.createTempDirectory("ansinh-crash");
    Load load = new Load(vertx, Questions.dev());
    try (ServiceProcess service = new ServiceProcess(directory, load.start().await(), mode)) {
      service.listening();
      Future<Load.Result> result = load.openLoop(PER_SECOND, QUESTIONS, PATIENCE_SECONDS);
      for (int i = 0; i < KILLS; i++) {
        TimeUnit.MILLISECONDS.sleep(2_300);
        service.kill();
        service.restart();
        service.listening();
      }
      return result.await();
    } finally {
      vertx.close().await();
    }
  }
}
