package vn.ansinh.calendar.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ways to say a date, in the words of [vn.ansinh.calendar.reading.words.Spoken]; the first
/// that fits counts.
final class Grammar {
  private static final String DAY = "(?<d>\\d{1,2})";
  private static final String MONTH = "(?<m>\\d{1,2})";
  private static final String NAMED = "(?:(?:(?<mung>MUNG)|DAY) )";
  private static final String YEAR =
      "(?:(?: [-/.,])?(?: YEAR)? (?<year>\\d{4})"
          + "|(?: [-/.]| YEAR) (?<short>\\d{2})"
          + "| YEAR (?<yrel>NEXT|THIS|LAST)| (?<ysang>NEXT) YEAR)?";
  private static final String MONTH_AWAY = "(?:MONTH (?<mrel>NEXT|THIS|LAST)|(?<msang>NEXT) MONTH)";
  private static final String PART = "(?<part>START|MIDDLE|END)";
  private static final String COUNT = "(?<n>\\d{1,3}|HALF)";
  private static final String UNIT = "(?<unit>DAYS?|WEEK|MONTH|YEAR)";

  /// Nothing that would make another number of it stands before or after.
  private static final String FREE = "(?<!\\S)(?<!\\d )(?<![-/.:] )";

  private static final String ENDS = "(?!\\S)(?! [-/.:] \\d)(?! (?:DAY|DAYS|MORE|%)(?!\\S))";

  private static final List<Rule> RULES =
      List.of(
          anywhere("(?<year>\\d{4}) [-/.] " + MONTH + " [-/.] " + DAY, Found::day),
          anywhere(NAMED + "?" + DAY + " [-/.] (?:(?:MONTH|T) )?" + MONTH + YEAR, Found::day),
          anywhere(NAMED + DAY + " (?:MONTH|T) " + MONTH + YEAR, Found::day),
          anywhere(DAY + " (?:MONTH|T) " + MONTH + YEAR + "(?! x)", Found::day),
          anywhere(DAY + " " + MONTH + " (?<year>\\d{4})", Found::day),
          whole("(?<d>\\d\\d)(?<m>\\d\\d)(?<year>\\d{4})", Found::day),
          anywhere(NAMED + "?" + DAY + " TET" + YEAR, Found::tet),
          whole("TET" + YEAR, Found::tet),
          anywhere(NAMED + DAY + " " + MONTH_AWAY, Found::day),
          anywhere(MONTH_AWAY + "(?: ,)? " + NAMED + DAY, Found::day),
          anywhere("(?:MONTH|T) " + MONTH + "(?: ,)? " + NAMED + DAY + YEAR, Found::day),
          anywhere(PART + " (?:MONTH|T) " + MONTH + YEAR, Found::part),
          anywhere(PART + " " + MONTH_AWAY, Found::part),
          whole(PART + " (?<mthis>MONTH)", Found::part),
          whole(PART + " YEAR (?<yrel>NEXT|THIS|LAST)", Found::part),
          whole(PART + " (?:(?<ysang>NEXT) YEAR|(?:YEAR )?(?<year>\\d{4})|YEAR)", Found::part),
          whole("NEXT " + COUNT + " " + UNIT + "(?: MORE)?", Found::ahead),
          whole(COUNT + " " + UNIT + " (?:MORE|NEXT|NEXT MORE)", Found::ahead),
          whole("AGO " + COUNT + " " + UNIT + "|" + back(), Found::back),
          whole("(?:x )*" + NAMED + DAY + "(?: NEXT| THIS| LAST)?(?: x)*", Found::day),
          whole(
              "(?<end>END )?(?:WEEK(?: (?<wrel>NEXT|THIS|LAST))?|(?<wsang>NEXT) WEEK)",
              Found::week),
          whole(weekday("(?: WEEK (?<wrel>NEXT|THIS|LAST)| (?<wsang>NEXT) WEEK)"), Found::weekday),
          whole(weekday("(?: (?<rel>NEXT|THIS|LAST))?"), Found::weekday),
          whole("(?:MONTH|T) " + MONTH + YEAR, Found::all),
          whole(MONTH + " [-/.] (?<year>\\d{4})", Found::all),
          whole(MONTH_AWAY, Found::all),
          whole(
              "(?:YEAR )?(?<year>\\d{4})|YEAR (?<yrel>NEXT|THIS|LAST)|(?<ysang>NEXT) YEAR",
              Found::all),
          whole("TODAY", _ -> new Asked.Away(0, Asked.Unit.DAY)),
          whole("TOMORROW", _ -> new Asked.Away(1, Asked.Unit.DAY)),
          whole("AFTER-TOMORROW", _ -> new Asked.Away(2, Asked.Unit.DAY)),
          whole("YESTERDAY", _ -> new Asked.Away(-1, Asked.Unit.DAY)),
          whole("BEFORE-YESTERDAY", _ -> new Asked.Away(-2, Asked.Unit.DAY)));

  private Grammar() {}

  private record Rule(Pattern pattern, boolean isWhole, Function<Found, Asked> asked) {}

  private static Rule anywhere(String pattern, Function<Found, Asked> asked) {
    return new Rule(Pattern.compile(FREE + pattern + ENDS), false, asked);
  }

  private static Rule whole(String pattern, Function<Found, Asked> asked) {
    return new Rule(Pattern.compile(pattern), true, asked);
  }

  private static String back() {
    return COUNT.replace("<n>", "<n2>") + " " + UNIT.replace("<unit>", "<unit2>") + " LAST";
  }

  private static String weekday(String after) {
    return "(?:WEEKDAY|T) (?<w>[2-8])" + after;
  }

  /// What is named: nothing, one thing, or several that differ.
  static Set<Asked> read(String words) {
    String text = words.replaceAll("(?<=\\d) ([.,])$", "").strip();
    for (Rule rule : RULES) {
      Set<Asked> asked = new LinkedHashSet<>();
      Matcher matcher = rule.pattern().matcher(text);
      if (rule.isWhole()) {
        if (matcher.matches()) {
          asked.add(rule.asked().apply(new Found(matcher.toMatchResult())));
        }
      } else {
        List<MatchResult> found = new ArrayList<>(matcher.results().toList());
        found.forEach(match -> asked.add(rule.asked().apply(new Found(match))));
      }
      if (!asked.isEmpty()) {
        return asked;
      }
    }
    return Set.of();
  }
}
