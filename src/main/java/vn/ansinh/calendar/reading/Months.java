package vn.ansinh.calendar.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import vn.ansinh.calendar.lunar.LunarDate;
import vn.ansinh.calendar.lunar.LunarMonth;

/// The months of one calendar, counted from a day.
sealed interface Months {
  /// @param days how many
  record Month(LocalDate first, int days) {
    LocalDate last() {
      return first.plusDays(days - 1L);
    }
  }

  /// The year of the day from which is counted.
  int year();

  /// Empty when that year has no such month.
  Optional<Month> of(int year, int month);

  /// The month so many after today's, or before it.
  Optional<Month> away(int months);

  /// No month has more.
  int longest();

  record Solar(LocalDate today) implements Months {
    @Override
    public int year() {
      return today.getYear();
    }

    @Override
    public Optional<Month> of(int year, int month) {
      return Optional.of(month(YearMonth.of(year, month)));
    }

    @Override
    public Optional<Month> away(int months) {
      return Optional.of(month(YearMonth.from(today).plusMonths(months)));
    }

    private static Month month(YearMonth month) {
      return new Month(month.atDay(1), month.lengthOfMonth());
    }

    @Override
    public int longest() {
      return 31;
    }
  }

  /// @param leap whether the leap month of a number is meant
  record Lunar(LocalDate today, boolean leap) implements Months {
    @Override
    public int year() {
      return LunarDate.of(today).map(lunar -> lunar.month().year()).orElse(today.getYear());
    }

    @Override
    public Optional<Month> of(int year, int month) {
      return month(new LunarMonth(year, month, leap));
    }

    @Override
    public Optional<Month> away(int months) {
      // From the middle of one lunar month to another: 29 or 30 days each never lead astray within
      // a year.
      return LunarDate.of(today)
          .flatMap(lunar -> lunar.month().first())
          .flatMap(first -> LunarDate.of(first.plusDays(Math.round(14 + months * 29.53))))
          .flatMap(lunar -> month(lunar.month()));
    }

    private static Optional<Month> month(LunarMonth month) {
      return month.first().map(first -> new Month(first, month.length()));
    }

    @Override
    public int longest() {
      return 30;
    }
  }
}
