package vn.ansinh.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/// The public holidays: yearly rules, and what was decided for single years.
public final class Holidays {
  /// The file, inside the knowledge directory.
  public static final String FILE = "calendar/holidays.yaml";

  public static final Holidays NONE = new Holidays(Map.of(), List.of());

  /// Beyond these years a day is only a weekday or a weekend.
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2200;

  private final Map<String, Holiday> yearly;
  private final List<Decision> decisions;
  private final Map<Integer, SortedMap<LocalDate, OfficeDay>> years = new ConcurrentHashMap<>();

  /// @param yearly by id
  public Holidays(Map<String, Holiday> yearly, List<Decision> decisions) {
    this.yearly = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(yearly));
    this.decisions = List.copyOf(decisions);
  }

  public Map<String, Holiday> yearly() {
    return yearly;
  }

  /// What a day is.
  public OfficeDay on(LocalDate day) {
    OfficeDay special = in(day.getYear()).get(day);
    if (special != null) {
      return special;
    }
    return isWeekend(day) ? new OfficeDay.Weekend() : new OfficeDay.Working(false);
  }

  /// The days of a year that are more than a weekday or a weekend, in order.
  public SortedMap<LocalDate, OfficeDay> in(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return java.util.Collections.emptySortedMap();
    }
    return years.computeIfAbsent(year, asked -> new HolidayYear(yearly, decisions, asked).days());
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
