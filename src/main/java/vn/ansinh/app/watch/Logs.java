package vn.ansinh.app.watch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.LoggerFactory;
import vn.ansinh.app.config.LogSettings;

/// The form of the log, and what keeps floods out of it.
public final class Logs {
  private Logs() {}

  /// From now on the log has this form.
  public static void use(LogSettings settings) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      throw new IllegalStateException("the log is not logback's");
    }
    context
        .getLogger("vn.ansinh")
        .setLevel(settings.level() == LogSettings.Depth.DEBUG ? Level.DEBUG : Level.INFO);
    // Another one only where an operator brought a configuration of their own.
    if (context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("console")
        instanceof ConsoleAppender<ILoggingEvent> console) {
      if (console.getCopyOfAttachedFiltersList().isEmpty()) {
        console.addFilter(new FloodFilter());
      }
      if (settings.format() == LogSettings.Format.JSON) {
        JsonLines lines = new JsonLines();
        lines.setContext(context);
        lines.start();
        console.setEncoder(lines);
      }
    }
  }
}
