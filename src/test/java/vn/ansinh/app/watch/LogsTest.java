package vn.ansinh.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import vn.ansinh.app.config.LogSettings;

/// The two forms of the log.
class LogsTest {
  private static final LoggerContext CONTEXT = (LoggerContext) LoggerFactory.getILoggerFactory();

  private static LoggingEvent event(@Nullable String request, @Nullable Throwable error) {
    LoggingEvent event =
        new LoggingEvent(
            "",
            CONTEXT.getLogger("vn.ansinh.Some"),
            Level.WARN,
            "delivery {} was \"refused\"",
            error,
            new Object[] {7});
    event.setInstant(Instant.parse("2026-11-23T05:00:00.123Z"));
    if (request != null) {
      event.addKeyValuePair(new KeyValuePair("request", request));
    }
    return event;
  }

  @Test
  void aJsonLineIsOneObjectWithTheRequestAndTheError() {
    String line =
        new String(
            new JsonLines().encode(event("telegram-9", new IllegalStateException("why"))),
            StandardCharsets.UTF_8);
    assertThat(line.lines()).hasSize(1);
    assertThat(new JsonObject(line).getMap())
        .containsEntry("time", "2026-11-23T12:00:00.123+07:00")
        .containsEntry("level", "WARN")
        .containsEntry("logger", "vn.ansinh.Some")
        .containsEntry("message", "delivery 7 was \"refused\"")
        .containsEntry("request", "telegram-9")
        .hasEntrySatisfying(
            "error", error -> assertThat(error).asString().contains("IllegalStateException: why"));
    assertThat(
            new JsonObject(
                    new String(new JsonLines().encode(event(null, null)), StandardCharsets.UTF_8))
                .fieldNames())
        .containsExactly("time", "level", "logger", "message");
  }

  @Test
  void aLineForPeopleEndsWithTheRequestWhereThereIsOne() {
    ConsoleAppender<ILoggingEvent> console =
        (ConsoleAppender<ILoggingEvent>)
            CONTEXT.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("console");
    PatternLayoutEncoder encoder = (PatternLayoutEncoder) console.getEncoder();
    assertThat(encoder.getLayout().doLayout(event("telegram-9", null)))
        .isEqualTo(
            "2026-11-23T12:00:00.123+07:00 WARN  Some delivery 7 was \"refused\" request=telegram-9\n");
    assertThat(encoder.getLayout().doLayout(event(null, null)))
        .isEqualTo("2026-11-23T12:00:00.123+07:00 WARN  Some delivery 7 was \"refused\"\n");
  }

  @Test
  void whateverTheFormTheLogHasOneFilterAgainstFloods() {
    Logs.use(LogSettings.DEFAULT);
    Logs.use(LogSettings.DEFAULT);
    assertThat(
            CONTEXT
                .getLogger(Logger.ROOT_LOGGER_NAME)
                .getAppender("console")
                .getCopyOfAttachedFiltersList())
        .hasOnlyElementsOfType(FloodFilter.class)
        .hasSize(1);
  }
}
