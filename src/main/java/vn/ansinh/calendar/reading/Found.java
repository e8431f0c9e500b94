package vn.ansinh.calendar.reading;

import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.reading.DateReading.Guess;

/// What a rule of the [Grammar] has found, by the names of its groups; a group that is not there is
/// null.
record Found(MatchResult match) {
  private static final int HALF_MONTH = 15;
  private static final int HALF_YEAR = 6;

  private @Nullable String text(String group) {
    return match.namedGroups().containsKey(group) ? match.group(group) : null;
  }

  private @Nullable Integer number(String group) {
    String text = text(group);
    return text == null ? null : Integer.valueOf(text);
  }

  /// From a word, or from `sang` before the thing.
  private @Nullable Integer away(String word, String before) {
    if (text(before) != null) {
      return 1;
    }
    String said = text(word);
    return said == null ? null : Integer.valueOf(step(said));
  }

  private static int step(String word) {
    return switch (word) {
      case "NEXT" -> 1;
      case "LAST" -> -1;
      default -> 0;
    };
  }

  private Asked.When when() {
    String year = text("year") == null ? text("short") : text("year");
    Integer month = text("mthis") == null ? away("mrel", "msang") : Integer.valueOf(0);
    return new Asked.When(number("m"), month, year, away("yrel", "ysang"));
  }

  private int count(String group) {
    Integer number = number(group);
    return number == null ? 1 : number;
  }

  Asked day() {
    return new Asked.DayOf(count("d"), when(), text("mung") != null);
  }

  Asked tet() {
    return new Asked.Tet(count("d"), when());
  }

  Asked part() {
    return new Asked.Part(Guess.valueOf(String.valueOf(text("part"))), when());
  }

  Asked all() {
    return new Asked.Whole(when());
  }

  Asked ahead() {
    return away(String.valueOf(text("n")), String.valueOf(text("unit")), 1);
  }

  Asked back() {
    boolean ago = text("n") != null;
    return away(
        String.valueOf(text(ago ? "n" : "n2")), String.valueOf(text(ago ? "unit" : "unit2")), -1);
  }

  private static Asked away(String count, String unit, int sign) {
    boolean isHalf = count.equals("HALF");
    int amount = sign * (isHalf ? 1 : Integer.parseInt(count));
    return switch (unit) {
      case "DAY", "DAYS" -> new Asked.Away(amount, Asked.Unit.DAY);
      case "WEEK" -> new Asked.Away(amount, Asked.Unit.WEEK);
      case "MONTH" ->
          isHalf
              ? new Asked.Away(sign * HALF_MONTH, Asked.Unit.DAY)
              : new Asked.Away(amount, Asked.Unit.MONTH);
      default ->
          isHalf
              ? new Asked.Away(sign * HALF_YEAR, Asked.Unit.MONTH)
              : new Asked.Away(amount, Asked.Unit.YEAR);
    };
  }

  Asked week() {
    Integer away = away("wrel", "wsang");
    return new Asked.Week(away == null ? 0 : away, text("end") != null);
  }

  Asked weekday() {
    String rel = text("rel");
    // "thứ hai này" is this week's, "thứ hai tới" the first to come.
    Integer weeks = "THIS".equals(rel) ? Integer.valueOf(0) : away("wrel", "wsang");
    return new Asked.Weekday(count("w"), weeks, rel == null ? 0 : step(rel));
  }
}
