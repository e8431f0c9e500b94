package vn.ansinh.reminder.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.reminder.Planned;

/// What becomes of a message that has fallen due, in time or late.
sealed interface Fate {
  Planned planned();

  record Sent(Planned planned, Window window) implements Fate {}

  record Lost(Planned planned, Missed why) implements Fate {}

  /// When a message may leave.
  ///
  /// @param at now, or the next decent hour
  /// @param goodUntil the end of that day's decent hours: what says "tomorrow" is true only today
  record Window(Instant at, Instant goodUntil) {}

  /// What leaves the outbox last still has to travel.
  Duration MARGIN = Duration.ofMinutes(10);

  /// @param fallen due by now, in the order in which they were to be sent
  static List<Fate> of(List<Planned> fallen, Instant now, QuietHours quiet) {
    Map<LocalDate, Planned> last = new HashMap<>();
    fallen.forEach(planned -> last.put(planned.due(), planned));
    return fallen.stream()
        .map(
            planned ->
                Objects.equals(last.get(planned.due()), planned)
                    ? of(planned, now, quiet)
                    : new Lost(planned, Missed.SUPERSEDED))
        .toList();
  }

  private static Fate of(Planned planned, Instant now, QuietHours quiet) {
    return window(planned.due(), now, quiet)
        .<Fate>map(window -> new Sent(planned, window))
        .orElseGet(() -> new Lost(planned, Missed.PAST));
  }

  /// For what tells of a day; empty when that day is over, or will be before the next decent hour.
  static Optional<Window> window(LocalDate due, Instant now, QuietHours quiet) {
    Instant over = due.plusDays(1).atStartOfDay(VietnamTime.ZONE).toInstant();
    Instant at = quiet.sending(now, due, over).at();
    return !now.isBefore(over) || at.isBefore(now)
        ? Optional.empty()
        : Optional.of(new Window(at, goodUntil(at, quiet.to())));
  }

  private static Instant goodUntil(Instant at, LocalTime to) {
    Instant end =
        LocalDate.ofInstant(at, VietnamTime.ZONE).atTime(to).atZone(VietnamTime.ZONE).toInstant();
    Instant early = end.minus(MARGIN);
    return at.isBefore(early) ? early : end;
  }
}
