package vn.ansinh.bench;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import vn.ansinh.calendar.VietnamTime;

/// One of several service processes on one database, with a Telegram of its own, so that it is
/// known who sent what.
final class CrashNode implements AutoCloseable {
  /// A message whose sender was killed this soon after it had arrived may be unsettled.
  private static final long UNSETTLED = TimeUnit.MILLISECONDS.toNanos(1_000);

  /// What had left the process when it was killed may arrive this long after.
  private static final long ON_ITS_WAY = TimeUnit.MILLISECONDS.toNanos(500);

  private static final int PER_SECOND = 6;
  private static final long ANSWER_MILLIS = 250;

  private final ServiceProcess process;
  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
  private final List<Long> kills = new CopyOnWriteArrayList<>();

  /// @param nanos when it arrived, on the monotonic clock
  record Arrival(long chat, String text, long nanos) {}

  /// @param now what time it is for this node
  CrashNode(Vertx vertx, String database, Instant now, double speed) throws IOException {
    this(
        vertx,
        database,
        now,
        new MessengerSide.Faults(0, 0, ANSWER_MILLIS),
        Map.of(
            "ANSINH_CLOCK_SPEED", String.valueOf(speed),
            "ANSINH_TELEGRAM_RATE_OVERALL", String.valueOf(PER_SECOND)));
  }

  /// @param more variables of its environment
  CrashNode(
      Vertx vertx,
      String database,
      Instant now,
      MessengerSide.Faults faults,
      Map<String, String> more)
      throws IOException {
    MessengerSide telegram =
        new MessengerSide(
            vertx, (text, chat) -> arrivals.add(new Arrival(chat, text, System.nanoTime())));
    telegram.faults(faults);
    Path directory = Files.createTempDirectory("ansinh-crash");
    Map<String, String> environment = new HashMap<>(more);
    environment.put("ANSINH_DATABASE_URL", database);
    environment.put("ANSINH_CLOCK_START", local(now));
    process = new ServiceProcess(directory, telegram.start().await(), "webhook", environment);
  }

  void listening() throws InterruptedException {
    process.listening();
  }

  void kill() throws InterruptedException {
    kills.add(System.nanoTime());
    process.kill();
  }

  void restart(Instant now) throws IOException {
    process.restart(Map.of("ANSINH_CLOCK_START", local(now)));
  }

  List<Arrival> arrivals() {
    return arrivals;
  }

  int kills() {
    return kills.size();
  }

  /// Whether this node was killed before it can have written down that this message was sent.
  boolean diedOver(Arrival arrival) {
    return kills.stream()
        .anyMatch(kill -> kill > arrival.nanos - ON_ITS_WAY && kill < arrival.nanos + UNSETTLED);
  }

  @Override
  public void close() {
    process.close();
  }

  private static String local(Instant moment) {
    return moment.atZone(VietnamTime.ZONE).toOffsetDateTime().toString();
  }
}
