package vn.ansinh.calendar.lunar;

import java.time.LocalDate;
import java.util.Optional;

/// A day of the lunar calendar as it is written; it may be one that does not exist.
///
/// @param day from 1; a month has 29 or 30 days
public record LunarDate(LunarMonth month, int day) {
  /// The first day that can be turned into a lunar date, and the last: where Time4J's calendar
  /// begins and ends.
  public static final LocalDate FIRST = LunarMonth.FIRST;

  public static final LocalDate LAST = LunarMonth.LAST;

  public static LunarDate of(int year, int month, int day) {
    return new LunarDate(new LunarMonth(year, month, false), day);
  }

  /// The lunar name of a day; empty before [#FIRST] and after [#LAST].
  public static Optional<LunarDate> of(LocalDate date) {
    return LunarMonth.containing(date)
        .map(month -> new LunarDate(month.name(), month.dayOfMonth()));
  }

  /// The day; empty when there is no such month in its year or no such day in its month.
  public Optional<LocalDate> date() {
    return day < 1 || day > month.length()
        ? Optional.empty()
        : month.first().map(first -> first.plusDays(day - 1L));
  }
}
