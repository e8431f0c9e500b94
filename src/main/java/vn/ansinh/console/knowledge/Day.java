package vn.ansinh.console.knowledge;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.console.Visit;

/// The day by which a page tells what holds.
final class Day {
  private Day() {}

  /// The one in the address, else today.
  static LocalDate of(Visit visit, Clock clock) {
    String on = visit.parameter("on");
    try {
      return on.isEmpty() ? VietnamTime.today(clock) : LocalDate.parse(on);
    } catch (DateTimeParseException e) {
      return VietnamTime.today(clock);
    }
  }
}
