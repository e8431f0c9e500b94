package vn.ansinh.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/// What a log holds of a thing that fails a thousand times.
class FloodFilterTest {
  private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");

  private final FloodFilter filter = new FloodFilter();

  private static LoggingEvent event(
      Level level, String text, @Nullable Throwable error, Instant at) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    LoggingEvent event =
        new LoggingEvent(
            "", context.getLogger("vn.ansinh.Some"), level, text, error, new Object[] {7});
    event.setInstant(at);
    return event;
  }

  private static LoggingEvent failed(Instant at) {
    return event(Level.ERROR, "message {} was lost", new IllegalStateException("away"), at);
  }

  private long written(Instant at, int times) {
    return IntStream.range(0, times)
        .filter(_ -> filter.decide(failed(at)) == FilterReply.NEUTRAL)
        .count();
  }

  @Test
  void aFloodIsToldOfTenTimesAMinute() {
    assertThat(written(NOON, 1_000)).isEqualTo(10);
    assertThat(written(NOON.plusSeconds(59), 1)).isZero();
    assertThat(written(NOON.plusSeconds(60), 1_000)).isEqualTo(10);
  }

  @Test
  void theFirstLineOfTheNextMinuteSaysHowManyWereLeftOut() {
    written(NOON, 1_000);
    LoggingEvent next = failed(NOON.plusSeconds(61));
    assertThat(filter.decide(next)).isEqualTo(FilterReply.NEUTRAL);
    assertThat(next.getKeyValuePairs()).containsExactly(new KeyValuePair("left_out", 990));
    LoggingEvent afterIt = failed(NOON.plusSeconds(62));
    filter.decide(afterIt);
    assertThat(afterIt.getKeyValuePairs()).isNull();
  }

  @Test
  void whatWasLeftOutIsSaidBesideTheRequest() {
    written(NOON, 1_000);
    Logger logger = (Logger) LoggerFactory.getLogger("vn.ansinh.Some");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.addFilter(filter);
    log.start();
    logger.addAppender(log);
    try {
      // Now, which is long after.
      logger
          .atError()
          .addKeyValue("request", "telegram-9")
          .setCause(new IllegalStateException("away"))
          .log("message {} was lost", 7);
    } finally {
      logger.detachAppender(log);
    }
    assertThat(log.list).hasSize(1);
    assertThat(log.list.getFirst().getKeyValuePairs())
        .containsExactly(
            new KeyValuePair("request", "telegram-9"), new KeyValuePair("left_out", 990));
  }

  @Test
  void aFloodHidesNothingElse() {
    written(NOON, 1_000);
    RuntimeException other = new IllegalArgumentException("another error");
    assertThat(filter.decide(event(Level.ERROR, "message {} was lost", other, NOON)))
        .isEqualTo(FilterReply.NEUTRAL);
    assertThat(
            filter.decide(
                event(Level.ERROR, "another {} text", new IllegalStateException("away"), NOON)))
        .isEqualTo(FilterReply.NEUTRAL);
  }

  @Test
  void whatIsNoWarningIsWrittenAsItComes() {
    assertThat(
            IntStream.range(0, 1_000)
                .mapToObj(_ -> filter.decide(event(Level.INFO, "asked {}", null, NOON))))
        .containsOnly(FilterReply.NEUTRAL);
  }

  @Test
  void aClockThatIsSetBackDoesNotSilenceTheLog() {
    written(NOON, 1_000);
    assertThat(written(NOON.minusSeconds(3_600), 1)).isEqualTo(1);
  }
}
