package vn.ansinh.calendar.lunar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.time4j.PlainDate;
import net.time4j.calendar.CommonElements;
import net.time4j.calendar.EastAsianMonth;
import net.time4j.calendar.EastAsianYear;
import net.time4j.calendar.VietnameseCalendar;
import net.time4j.engine.EpochDays;

/// A month of the lunar calendar as it is written; it may be one that does not exist.
///
/// @param year the year of the common calendar in which the lunar year begins: 2027 is Đinh Mùi,
///     from 6 February 2027
/// @param number 1 (tháng Giêng) to 12 (tháng Chạp)
/// @param leap whether it is the second month of this number in its year
public record LunarMonth(int year, int number, boolean leap) {
  private static final int MONTHS = 12;
  static final LocalDate FIRST = edge(false);
  static final LocalDate LAST = edge(true);
  private static final int FIRST_YEAR = FIRST.getYear();
  private static final int LAST_YEAR = LAST.getYear() - 1;

  /// Asked for again and again; reckoning one takes as long as thousand comparisons.
  private static final Map<Integer, Optional<LocalDate>> NEW_YEARS = new ConcurrentHashMap<>();

  /// A month and how far a day is in it.
  record Place(LunarMonth name, int dayOfMonth) {}

  private static LocalDate edge(boolean last) {
    var system = VietnameseCalendar.axis().getCalendarSystem();
    long day = last ? system.getMaximumSinceUTC() : system.getMinimumSinceUTC();
    return PlainDate.of(day, EpochDays.UTC).toTemporalAccessor();
  }

  static Optional<Place> containing(LocalDate date) {
    if (date.isBefore(FIRST) || date.isAfter(LAST)) {
      return Optional.empty();
    }
    VietnameseCalendar lunar = PlainDate.from(date).transform(VietnameseCalendar.class);
    LunarMonth month =
        new LunarMonth(
            lunar.getInt(CommonElements.RELATED_GREGORIAN_YEAR),
            lunar.getMonth().getNumber(),
            lunar.getMonth().isLeap());
    return Optional.of(new Place(month, lunar.getDayOfMonth()));
  }

  /// The day on which a lunar year begins; empty outside 1813 to 2999.
  public static Optional<LocalDate> newYear(int year) {
    return year < FIRST_YEAR || year > LAST_YEAR
        ? Optional.empty()
        : NEW_YEARS.computeIfAbsent(year, asked -> new LunarMonth(asked, 1, false).first());
  }

  /// The month that follows; of the same number when that is a leap month.
  public Optional<LunarMonth> next() {
    return first().flatMap(day -> LunarDate.of(day.plusDays(length()))).map(LunarDate::month);
  }

  /// Its first day; empty when there is no such month.
  public Optional<LocalDate> first() {
    return time4j().map(first -> first.transform(PlainDate.class).toTemporalAccessor());
  }

  /// 29 or 30 days; 0 when there is no such month.
  public int length() {
    return time4j().map(VietnameseCalendar::lengthOfMonth).orElse(0);
  }

  private Optional<VietnameseCalendar> time4j() {
    if (year < FIRST_YEAR || year > LAST_YEAR || number < 1 || number > MONTHS) {
      return Optional.empty();
    }
    EastAsianYear of = EastAsianYear.forGregorian(year);
    EastAsianMonth month = EastAsianMonth.valueOf(number);
    EastAsianMonth named = leap ? month.withLeap() : month;
    return VietnameseCalendar.isValid(of, named, 1)
        ? Optional.of(VietnameseCalendar.of(of, named, 1))
        : Optional.empty();
  }
}
