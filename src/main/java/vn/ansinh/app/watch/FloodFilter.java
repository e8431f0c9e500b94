package vn.ansinh.app.watch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.event.KeyValuePair;

/// Keeps a flood out of the log: when the database is away and every message fails for it, ten
/// lines a minute tell so, and do not fill the disk. The first line of the next minute says how
/// many were `left_out`. What comes below a warning is written as it comes.
final class FloodFilter extends Filter<ILoggingEvent> {
  private static final int MOST_IN_MINUTE = 10;
  private static final long MINUTE_MILLIS = 60_000;
  private static final int MOST_KINDS = 200;

  /// Lines that tell of one thing: from one logger, with one text but for its parameters, and one
  /// kind of error.
  private record Kind(String logger, String text, String error) {
    static Kind of(ILoggingEvent event) {
      String error =
          event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getClassName();
      return new Kind(event.getLoggerName(), event.getMessage(), error);
    }
  }

  private static final class Minute {
    final long since;
    int written;
    int leftOut;

    Minute(long since) {
      this.since = since;
    }

    /// Over also when the clock was set back.
    boolean isOver(long now) {
      return Math.abs(now - since) >= MINUTE_MILLIS;
    }
  }

  private final Map<Kind, Minute> minutes =
      new LinkedHashMap<>(MOST_KINDS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Kind, Minute> eldest) {
          return size() > MOST_KINDS;
        }
      };

  @Override
  public synchronized FilterReply decide(ILoggingEvent event) {
    if (!event.getLevel().isGreaterOrEqual(Level.WARN)) {
      return FilterReply.NEUTRAL;
    }
    long now = event.getTimeStamp();
    Kind kind = Kind.of(event);
    Minute minute = minutes.computeIfAbsent(kind, _ -> new Minute(now));
    if (minute.isOver(now)) {
      tell(event, minute.leftOut);
      minute = new Minute(now);
      minutes.put(kind, minute);
    }
    if (minute.written == MOST_IN_MINUTE) {
      minute.leftOut++;
      return FilterReply.DENY;
    }
    minute.written++;
    return FilterReply.NEUTRAL;
  }

  private static void tell(ILoggingEvent event, int leftOut) {
    if (leftOut > 0 && event instanceof LoggingEvent line) {
      line.addKeyValuePair(new KeyValuePair("left_out", leftOut));
    }
  }
}
