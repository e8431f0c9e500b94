package vn.ansinh.calendar.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.calendar.Span;
import vn.ansinh.text.Vietnamese;

/// What comes back every month, as it is said: `ngày 15–17 hằng tháng`, `thứ năm tuần thứ hai hằng
/// tháng`, `ngày cuối hằng tháng`.
sealed interface MonthlyRule {
  /// The span of days in a month; empty when the month has none.
  Optional<Span> in(YearMonth month);

  /// Some days in a row. A day that a month does not have is its last day: the 31st is 30 April.
  ///
  /// @param first from 1
  /// @param last at least `first`, at most 31
  record Days(int first, int last) implements MonthlyRule {
    @Override
    public Optional<Span> in(YearMonth month) {
      return Optional.of(new Span(day(month, first), day(month, last)));
    }

    private static LocalDate day(YearMonth month, int day) {
      return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
  }

  /// The first, second, … such day of a month. A month without a fifth one has none.
  ///
  /// @param ordinal 1 to 5; [#LAST] for the last one
  record Weekday(int ordinal, DayOfWeek day) implements MonthlyRule {
    static final int LAST = -1;

    @Override
    public Optional<Span> in(YearMonth month) {
      LocalDate found = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day));
      return Optional.of(found).filter(date -> YearMonth.from(date).equals(month)).map(Span::of);
    }
  }

  /// What a text says; empty when it is no rule.
  static Optional<MonthlyRule> of(String text) {
    String words = Vietnamese.fold(text).replaceAll("[‐‑–—−]", "-").strip().replaceAll("\\s+", " ");
    Matcher days = Words.DAYS.matcher(words);
    if (days.matches()) {
      int first = Integer.parseInt(days.group("first"));
      int last = days.group("last") == null ? first : Integer.parseInt(days.group("last"));
      return first >= 1 && first <= last && last <= Words.MOST
          ? Optional.of(new Days(first, last))
          : Optional.empty();
    }
    if (Words.LAST_DAY.matcher(words).matches()) {
      return Optional.of(new Days(Words.MOST, Words.MOST));
    }
    Matcher weekday = Words.WEEKDAY.matcher(words);
    return weekday.matches()
        ? Optional.of(
            new Weekday(
                Words.ORDINALS.getOrDefault(weekday.group("ordinal"), 1),
                Words.WEEKDAYS.getOrDefault(weekday.group("day"), DayOfWeek.SUNDAY)))
        : Optional.empty();
  }

  /// Without marks.
  final class Words {
    private static final int MOST = 31;
    private static final String MONTHLY = " (?:hang|moi) thang";
    private static final Pattern DAYS =
        Pattern.compile(
            "(?:ngay|mung) (?<first>\\d{1,2})(?: ?(?:-|den) ?(?:ngay )?(?<last>\\d{1,2}))?"
                + MONTHLY);
    private static final Pattern LAST_DAY = Pattern.compile("ngay cuoi" + MONTHLY);
    private static final Pattern WEEKDAY =
        Pattern.compile(
            "(?:thu )?(?<day>hai|ba|tu|nam|sau|bay|[2-7]|chu nhat)"
                + " tuan (?:thu )?(?<ordinal>nhat|hai|ba|tu|nam|[1-5]|dau|cuoi)"
                + MONTHLY);
    private static final Map<String, DayOfWeek> WEEKDAYS =
        Map.ofEntries(
            Map.entry("hai", DayOfWeek.MONDAY),
            Map.entry("2", DayOfWeek.MONDAY),
            Map.entry("ba", DayOfWeek.TUESDAY),
            Map.entry("3", DayOfWeek.TUESDAY),
            Map.entry("tu", DayOfWeek.WEDNESDAY),
            Map.entry("4", DayOfWeek.WEDNESDAY),
            Map.entry("nam", DayOfWeek.THURSDAY),
            Map.entry("5", DayOfWeek.THURSDAY),
            Map.entry("sau", DayOfWeek.FRIDAY),
            Map.entry("6", DayOfWeek.FRIDAY),
            Map.entry("bay", DayOfWeek.SATURDAY),
            Map.entry("7", DayOfWeek.SATURDAY));
    private static final Map<String, Integer> ORDINALS =
        Map.ofEntries(
            Map.entry("hai", 2),
            Map.entry("2", 2),
            Map.entry("ba", 3),
            Map.entry("3", 3),
            Map.entry("tu", 4),
            Map.entry("4", 4),
            Map.entry("nam", 5),
            Map.entry("5", 5),
            Map.entry("cuoi", Weekday.LAST));

    private Words() {}
  }
}
