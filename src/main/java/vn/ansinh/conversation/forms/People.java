package vn.ansinh.conversation.forms;

import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds how many people a text speaks of.
final class People {
  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "mot", 1, "hai", 2, "ba", 3, "bon", 4, "tu", 4, "nam", 5, "sau", 6, "bay", 7, "tam", 8,
          "chin", 9);
  private static final String NUMBER = "(\\d{1,6}|mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi)";
  static final Pattern COUNTED =
      Pattern.compile(
          "\\b(?:nha |gia dinh |ca nha |co )*" + NUMBER + " ?(?:nguoi|khau|thanh vien)\\b");
  private static final Pattern BARE =
      Pattern.compile(
          "(?:da |a |co |chi |nha |khoang )*" + NUMBER + "(?: (?:a|thoi|nhe|nha|dua))*");
  private static final Pattern ALONE =
      Pattern.compile(
          "\\b(?:mot minh|1 minh|(?:chi )?(?:co )?minh toi|chi (?:co )?toi|toi thoi)\\b");
  private static final Pattern COUPLE = Pattern.compile("\\b(?:hai |2 )?(?:vo chong|ong ba)\\b");

  private People() {}

  /// @param isAsked whether a number alone is one of people
  static OptionalInt in(Words words, boolean isAsked) {
    String folded = words.folded().strip();
    Matcher counted = COUNTED.matcher(folded);
    if (counted.find()) {
      return OptionalInt.of(number(counted.group(1)));
    }
    if (!isAsked) {
      return OptionalInt.empty();
    }
    Matcher bare = BARE.matcher(folded);
    if (bare.matches()) {
      return OptionalInt.of(number(bare.group(1)));
    }
    if (words.finds(ALONE)) {
      return OptionalInt.of(1);
    }
    return words.finds(COUPLE) ? OptionalInt.of(2) : OptionalInt.empty();
  }

  private static int number(String said) {
    if (Character.isDigit(said.charAt(0))) {
      return Integer.parseInt(said);
    }
    return said.equals("muoi") ? 10 : NUMBERS.getOrDefault(said, 0);
  }
}
