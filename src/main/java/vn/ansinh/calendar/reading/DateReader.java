package vn.ansinh.calendar.reading;

import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.calendar.reading.words.Spoken;

/// Reads a date as people write it: `31/12/2026`, `cuối tháng 12`, `mùng 5 tháng sau`, `rằm tháng
/// giêng`, `âm 15/8`, `thứ hai tuần sau`, `3 tháng nữa`, with and without marks. The day stands
/// before the month. Of a longer text the one date in it is read; nothing is thrown.
public final class DateReader {
  /// Said before a date, not after the day as its month: `T5 31/12`, but `5 T12`.
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?<!\\S)(?:WEEKDAY|(?<!(?:\\d|[-/.]) )T) ([2-8]) (?:, )?(?=(?:(?:DAY|MUNG) )?\\d)");

  private DateReader() {}

  /// @param today from which days without a year are reckoned
  public static DateReading read(String text, LocalDate today, Wanted wanted) {
    Spoken spoken = Spoken.of(text);
    // "5 tháng tuổi" is an age.
    if (spoken.words().contains("AGE")) {
      return new DateReading.NotADate();
    }
    // Without its mark "mốt" is "một".
    String words = spoken.words().replace("AFTER-TOMORROW MONTH", "DAY 1 MONTH");
    Matcher weekday = WEEKDAY.matcher(words);
    Set<Asked> asked = Grammar.read(weekday.replaceAll(""));
    if (asked.isEmpty()) {
      return new DateReading.NotADate();
    }
    if (asked.size() > 1) {
      return new DateReading.Impossible(DateReading.Reason.SEVERAL_DATES);
    }
    Asked one = asked.iterator().next();
    Months months =
        spoken.lunar() ? new Months.Lunar(today, spoken.leap()) : new Months.Solar(today);
    DateReading reading = Reckoning.read(one, today, wanted, months);
    return weekday.reset().find() ? checked(reading, Integer.parseInt(weekday.group(1))) : reading;
  }

  /// Refuses a date whose weekday is named otherwise.
  ///
  /// @param weekday 2 is Monday, 8 Sunday
  private static DateReading checked(DateReading reading, int weekday) {
    return reading instanceof DateReading.Read read
            && read.date().getDayOfWeek().getValue() + 1 != weekday
        ? new DateReading.Impossible(DateReading.Reason.OTHER_WEEKDAY)
        : reading;
  }
}
