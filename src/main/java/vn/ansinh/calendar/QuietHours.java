package vn.ansinh.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import vn.ansinh.calendar.lunar.LunarMonth;

/// When a message may disturb: between two hours of the day, and not on the first three days of
/// Tết unless what it reminds of falls there itself.
///
/// Known for the years 1813 to 2999, where the lunar calendar is; outside, Tết is not kept.
///
/// @param from the first minute in which a message may be sent, in Vietnam
/// @param to the first minute after it in which none may
public record QuietHours(LocalTime from, LocalTime to) {
  public static final QuietHours USUAL = new QuietHours(LocalTime.of(8, 0), LocalTime.of(20, 0));

  private static final int TET_DAYS = 3;

  public QuietHours {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("no decent hour between " + from + " and " + to);
    }
  }

  /// Of no day in particular: Tết is kept.
  private static final LocalDate NO_DAY = LocalDate.EPOCH;

  /// Some decent hours of one day.
  ///
  /// @param closes no longer in it
  public record Window(Instant opens, Instant closes) {}

  /// The decent hours in which a moment lies, from that moment on; the next ones when it lies in
  /// none.
  public Window window(Instant from) {
    Instant opens = allows(from, NO_DAY) ? from : next(from, NO_DAY);
    ZonedDateTime there = opens.atZone(VietnamTime.ZONE);
    return new Window(opens, there.with(to).toInstant());
  }

  /// When to send, and why then.
  public record Sending(Instant at, Reason reason) {}

  public enum Reason {
    AS_WANTED,
    /// Later, to the next decent hour: still before the deadline.
    LATER,
    /// Earlier, to the last decent hour: the next one would be past the deadline.
    EARLIER
  }

  /// For something due in the course of a day. Wanted before that day, a message comes before that
  /// day; wanted on it, it comes on it or before.
  public Sending sending(Instant wanted, LocalDate due) {
    boolean before = LocalDate.ofInstant(wanted, VietnamTime.ZONE).isBefore(due);
    LocalDate end = before ? due : due.plusDays(1);
    return sending(wanted, due, end.atStartOfDay(VietnamTime.ZONE).toInstant());
  }

  /// For something due on a day, of which a message must come before a moment: the start of a
  /// session, the closing of a counter.
  public Sending sending(Instant wanted, LocalDate due, Instant deadline) {
    if (allows(wanted, due)) {
      return new Sending(wanted, Reason.AS_WANTED);
    }
    Instant later = next(wanted, due);
    return later.isBefore(deadline)
        ? new Sending(later, Reason.LATER)
        : new Sending(last(wanted, due), Reason.EARLIER);
  }

  /// Whether a message about something due on a day may go out at a moment.
  public boolean allows(Instant moment, LocalDate due) {
    ZonedDateTime there = moment.atZone(VietnamTime.ZONE);
    return !there.toLocalTime().isBefore(from)
        && there.toLocalTime().isBefore(to)
        && !isKeptFree(there.toLocalDate(), due);
  }

  private static boolean isKeptFree(LocalDate day, LocalDate due) {
    return isTet(day) && !isTet(due);
  }

  /// Mùng 1 to mùng 3.
  private static boolean isTet(LocalDate day) {
    Optional<LocalDate> first = LunarMonth.newYear(day.getYear());
    return first.isPresent()
        && !day.isBefore(first.get())
        && day.isBefore(first.get().plusDays(TET_DAYS));
  }

  private Instant next(Instant wanted, LocalDate due) {
    ZonedDateTime there = wanted.atZone(VietnamTime.ZONE);
    LocalDate day = there.toLocalDate();
    if (!there.toLocalTime().isBefore(from)) {
      day = day.plusDays(1);
    }
    while (isKeptFree(day, due)) {
      day = day.plusDays(1);
    }
    return day.atTime(from).atZone(VietnamTime.ZONE).toInstant();
  }

  /// An hour before the end of the day's decent time: what waits in a queue is out in time.
  private Instant last(Instant wanted, LocalDate due) {
    LocalTime hour = to.minusHours(1);
    LocalTime decent = hour.isAfter(from) && hour.isBefore(to) ? hour : from;
    ZonedDateTime there = wanted.atZone(VietnamTime.ZONE);
    LocalDate day = there.toLocalDate();
    if (there.toLocalTime().isBefore(decent)) {
      day = day.minusDays(1);
    }
    while (isKeptFree(day, due)) {
      day = day.minusDays(1);
    }
    return day.atTime(decent).atZone(VietnamTime.ZONE).toInstant();
  }
}
