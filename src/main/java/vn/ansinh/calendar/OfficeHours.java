package vn.ansinh.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// When the officers work: the same hours on every open day.
///
/// @param shifts in their order, apart from each other; at least one
public record OfficeHours(List<Shift> shifts) {
  /// 07:30 to 11:30 and 13:30 to 17:00.
  public static final OfficeHours USUAL =
      new OfficeHours(
          List.of(
              new Shift(LocalTime.of(7, 30), LocalTime.of(11, 30)),
              new Shift(LocalTime.of(13, 30), LocalTime.of(17, 0))));

  private static final Pattern SHIFT =
      Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-3]):([0-5]\\d)");

  /// No row of free days is as long: a calendar that never opens promises nothing sensible anyway.
  private static final int FARTHEST = 400;

  /// @param to no longer in it
  public record Shift(LocalTime from, LocalTime to) {
    private Duration length() {
      return Duration.between(from, to);
    }
  }

  public OfficeHours {
    shifts = List.copyOf(shifts);
    LocalTime end = LocalTime.MIN;
    for (Shift shift : shifts) {
      if (shift.from.isBefore(end) || !shift.from.isBefore(shift.to)) {
        throw new IllegalArgumentException("hours out of order: " + shifts);
      }
      end = shift.to;
    }
    if (shifts.isEmpty()) {
      throw new IllegalArgumentException("no hours");
    }
  }

  /// Reads `07:30-11:30, 13:30-17:00`.
  ///
  /// @throws IllegalArgumentException for anything else
  public static OfficeHours parse(String text) {
    List<Shift> shifts = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      Matcher read = SHIFT.matcher(each.replace(" ", ""));
      if (!read.matches()) {
        throw new IllegalArgumentException("no hours: " + each);
      }
      shifts.add(
          new Shift(
              LocalTime.parse(read.group(1) + ":" + read.group(2)),
              LocalTime.parse(read.group(3) + ":" + read.group(4))));
    }
    return new OfficeHours(shifts);
  }

  /// Whether [#parse] reads it.
  public static boolean isRight(String text) {
    try {
      parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// `07:30–11:30 và 13:30–17:00`.
  public String words() {
    return shifts.stream()
        .map(shift -> shift.from + "–" + shift.to)
        .collect(Collectors.joining(" và "));
  }

  /// The moment at which so many whole days of work have been worked since another moment. A day of
  /// work is as long as all shifts together; from Friday at ten that is Monday at ten.
  public Instant after(Instant from, int workdays, WorkingDays working) {
    Duration left =
        shifts.stream()
            .map(Shift::length)
            .reduce(Duration.ZERO, Duration::plus)
            .multipliedBy(workdays);
    ZonedDateTime start = from.atZone(VietnamTime.ZONE);
    for (int i = 0; i < FARTHEST; i++) {
      LocalDate day = start.toLocalDate().plusDays(i);
      if (working.isOpen(day)) {
        for (Shift shift : shifts) {
          LocalTime begin =
              i == 0 && start.toLocalTime().isAfter(shift.from) ? start.toLocalTime() : shift.from;
          Duration rest =
              begin.isBefore(shift.to) ? Duration.between(begin, shift.to) : Duration.ZERO;
          if (!rest.isZero() && left.compareTo(rest) <= 0) {
            return day.atTime(begin).plus(left).atZone(VietnamTime.ZONE).toInstant();
          }
          left = left.minus(rest);
        }
      }
    }
    return from.plus(Duration.ofDays(FARTHEST));
  }
}
