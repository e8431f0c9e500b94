package vn.ansinh.vaccination;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An age or an interval in calendar months, weeks and days, none negative.
///
/// @param months years are twelve each
public record CalendarPeriod(int months, int weeks, int days) {
  public static final CalendarPeriod ZERO = new CalendarPeriod(0, 0, 0);
  static final CalendarPeriod MONTH = new CalendarPeriod(1, 0, 0);

  /// At most three digits a unit: no schedule needs more, and no sum leaves the calendar.
  private static final Pattern ISO =
      Pattern.compile(
          "P(?=[0-9])(?:([0-9]{1,3})Y)?(?:([0-9]{1,3})M)?(?:([0-9]{1,3})W)?(?:([0-9]{1,3})D)?");

  /// Reads ISO 8601 as schedules write it: `P18M`, `P7Y`, `P6W`, `P28D`; empty for anything else.
  public static Optional<CalendarPeriod> parse(String text) {
    Matcher parts = ISO.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new CalendarPeriod(
            12 * number(parts, 1) + number(parts, 2), number(parts, 3), number(parts, 4)));
  }

  private static int number(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /// The day that is this long after another. A month that lacks the day ends on the first of the
  /// next: one month after 31 January is 1 March, for only then a full month is over.
  public LocalDate after(LocalDate day) {
    LocalDate moved = day.plusMonths(months);
    if (moved.getDayOfMonth() != day.getDayOfMonth()) {
      moved = moved.plusDays(1);
    }
    return moved.plusDays(7L * weeks + days);
  }
}
