package vn.ansinh.calendar.reading;

import org.jspecify.annotations.Nullable;

/// What a text names, before it is reckoned from a day.
sealed interface Asked {
  /// @param byMoon said as `mùng`, which may mean either calendar
  record DayOf(int day, When when, boolean byMoon) implements Asked {}

  /// The start, the middle or the end of a month, or of a year when no month is said.
  record Part(DateReading.Guess part, When when) implements Asked {}

  /// A whole month, or a whole year.
  record Whole(When when) implements Asked {}

  /// @param weekend its Saturday and Sunday only
  record Week(int away, boolean weekend) implements Asked {}

  /// @param weekday 2 (Monday) to 8 (Sunday)
  /// @param weeks which week; null for the nearest
  /// @param step -1 for the one before today, 1 for the one after, 0 when it is not said
  record Weekday(int weekday, @Nullable Integer weeks, int step) implements Asked {}

  enum Unit {
    DAY,
    WEEK,
    MONTH,
    YEAR
  }

  /// So many units from today, back when negative.
  record Away(int amount, Unit unit) implements Asked {}

  /// A day of the new year's feast; one of the last days of the old year when it is above 20.
  record Tet(int day, When when) implements Asked {}

  /// A month and a year as far as they are said.
  ///
  /// @param monthAway months from today's; null when it is named or not said
  /// @param year two digits or four
  /// @param yearAway years from today's
  record When(
      @Nullable Integer month,
      @Nullable Integer monthAway,
      @Nullable String year,
      @Nullable Integer yearAway) {}
}
