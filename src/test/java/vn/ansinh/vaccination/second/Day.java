package vn.ansinh.vaccination.second;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days as Julian day numbers, with the arithmetic of the rules done by hand: nothing here comes
/// from `java.time`, so that the two forecasts cannot share a mistake.
final class Day {
  private static final Pattern WRITTEN = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern PERIOD =
      Pattern.compile("P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?");

  private Day() {}

  /// The day written YYYY-MM-DD; empty when it is malformed or does not exist.
  static OptionalLong read(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return OptionalLong.empty();
    }
    int year = Integer.parseInt(written.group(1));
    int month = Integer.parseInt(written.group(2));
    int day = Integer.parseInt(written.group(3));
    return exists(year, month, day)
        ? OptionalLong.of(number(year, month, day))
        : OptionalLong.empty();
  }

  static String write(long number) {
    int[] date = date(number);
    return digits(date[0], 4) + "-" + digits(date[1], 2) + "-" + digits(date[2], 2);
  }

  private static String digits(int number, int width) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  /// Year and month change together; a day that does not exist is the 1st of the next month; then
  /// weeks and days are added.
  static long plus(long number, String period) {
    Matcher parts = PERIOD.matcher(period);
    if (!parts.matches()) {
      throw new IllegalArgumentException(period);
    }
    int[] from = date(number);
    int months = from[0] * 12 + from[1] - 1 + 12 * part(parts, 1) + part(parts, 2);
    int year = Math.floorDiv(months, 12);
    int month = Math.floorMod(months, 12) + 1;
    long moved =
        exists(year, month, from[2])
            ? number(year, month, from[2])
            : number(year, month, lengthOf(year, month)) + 1;
    return moved + 7L * part(parts, 3) + part(parts, 4);
  }

  private static int part(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static boolean exists(int year, int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month);
  }

  private static int lengthOf(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return switch (month) {
      case 2 -> leap ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /// Fliegel and Van Flandern, "A machine algorithm for processing calendar dates" (1968).
  private static long number(int year, int month, int day) {
    int start = (month - 14) / 12;
    return 1461L * (year + 4800 + start) / 4
        + 367L * (month - 2 - start * 12) / 12
        - 3L * ((year + 4900 + start) / 100) / 4
        + day
        - 32075;
  }

  /// Year, month and day of a number: the inverse, from the same paper.
  private static int[] date(long number) {
    long l = number + 68569;
    long n = 4 * l / 146097;
    l -= (146097 * n + 3) / 4;
    long i = 4000 * (l + 1) / 1461001;
    l = l - 1461 * i / 4 + 31;
    long j = 80 * l / 2447;
    long day = l - 2447 * j / 80;
    l = j / 11;
    return new int[] {(int) (100 * (n - 49) + i + l), (int) (j + 2 - 12 * l), (int) day};
  }
}
