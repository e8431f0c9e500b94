package vn.ansinh.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import vn.ansinh.calendar.lunar.LunarDate;

/// A public holiday that comes back every year.
///
/// @param name as people call it
/// @param choices the days it may take, of which each year's decision picks one; a single one needs
///     no decision
/// @param from the first day on which the rule holds
/// @param basis where it is written
public record Holiday(
    String name,
    Anchor anchor,
    List<Choice> choices,
    Compensation compensation,
    LocalDate from,
    Basis basis) {
  public Holiday {
    choices = List.copyOf(choices);
    if (choices.isEmpty()) {
      throw new IllegalArgumentException("no choice for " + name);
    }
  }

  /// The day from which a holiday is counted.
  public sealed interface Anchor {}

  public record Solar(MonthDay day) implements Anchor {}

  /// A day of the lunar year.
  public record Lunar(int month, int day) implements Anchor {}

  /// So many days before the anchor and after it; 0 and 0 is the anchor alone.
  public record Choice(int before, int after) {}

  /// Whether a day of rest on which it falls is given on the next working day.
  public enum Compensation {
    YES,
    NO,
    UNKNOWN
  }

  /// @param document an id of `documents.yaml`
  /// @param line where the file says so
  public record Basis(String document, String article, int line) {}

  /// The anchor in a year of the common calendar; empty before the rule holds, and where the lunar
  /// calendar ends.
  Optional<LocalDate> in(int year) {
    Optional<LocalDate> day =
        switch (anchor) {
          case Solar solar -> Optional.of(solar.day().atYear(year));
          case Lunar lunar -> LunarDate.of(year, lunar.month(), lunar.day()).date();
        };
    return day.filter(date -> !date.isBefore(from));
  }
}
