package vn.ansinh.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.app.watch.Logs;
import vn.ansinh.calendar.VietnamTime;

/// The service as it is shipped, but for a clock that jumps: by the milliseconds in the file that
/// the variable `STEP_FILE` names.
public final class SteppedService {
  private SteppedService() {}

  public static void main(String[] args) throws InterruptedException {
    Config config = new ConfigOption().read();
    Logs.use(config.log());
    Path step = Path.of(System.getenv("STEP_FILE"));
    try (Service _ = Service.start(config, new SteppedClock(step, VietnamTime.ZONE), _ -> {})) {
      new CountDownLatch(1).await();
    }
  }

  private static final class SteppedClock extends Clock {
    private final Path step;
    private final Clock machine;

    SteppedClock(Path step, ZoneId zone) {
      this.step = step;
      this.machine = Clock.system(zone);
    }

    @Override
    public Instant instant() {
      try {
        String millis = Files.readString(step).strip();
        // Empty while it is being written.
        return machine.instant().plusMillis(millis.isEmpty() ? 0 : Long.parseLong(millis));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public ZoneId getZone() {
      return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new SteppedClock(step, zone);
    }
  }
}
