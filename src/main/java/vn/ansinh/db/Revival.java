package vn.ansinh.db;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the embedded server again when it has died: killed by someone, by the machine for want of
/// memory, or ended by itself because the disk was full. Nobody else would.
final class Revival implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Revival.class);
  private static final int LOOK_SECONDS = 1;

  private final PgControl control;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("database-watch").factory());

  /// @param control of a server that has just been started
  Revival(PgControl control) {
    this.control = control;
    watch.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    if (control.lives()) {
      return;
    }
    LOG.error("the database has died, it is being started again");
    try {
      control.restart();
      LOG.warn("the database runs again");
    } catch (IOException e) {
      LOG.warn("the database did not start: {}", e.getMessage());
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
