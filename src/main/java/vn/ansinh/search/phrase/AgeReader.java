package vn.ansinh.search.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.search.analysis.Syllable;

/// Finds the ages that a question names: `76 tuổi`, `bảy mươi lăm tuổi`, `bé 2 tháng`, `sinh năm
/// 1950`, `74t`.
public final class AgeReader {
  private static final int OLDEST = 120;
  private static final int MONTHS = 12;

  /// A number of months is an age only of the very young.
  private static final int MOST_MONTHS = 36;

  private static final Map<String, Integer> DIGITS =
      Map.ofEntries(
          Map.entry("mot", 1),
          Map.entry("hai", 2),
          Map.entry("ba", 3),
          Map.entry("bon", 4),
          Map.entry("tu", 4),
          Map.entry("nam", 5),
          Map.entry("lam", 5),
          Map.entry("sau", 6),
          Map.entry("bay", 7),
          Map.entry("tam", 8),
          Map.entry("chin", 9));

  private static final List<String> YOUNG = List.of("be", "chau", "con");

  private final int year;

  /// @param year in which birth years are turned into ages
  public AgeReader(int year) {
    this.year = year;
  }

  public List<Integer> ages(List<Syllable> words) {
    List<Integer> ages = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i).folded();
      int number = numberBefore(words, i);
      if (number > OLDEST && word(words, i - 1).length() == 4) {
        continue;
      }
      if ((word.equals("tuoi") || isShort(words, i)) && number >= 0 && number <= OLDEST) {
        ages.add(number);
      } else if (word.equals("thang")
          && number >= 0
          && number <= MOST_MONTHS
          && isYoung(words, i)) {
        ages.add(number / MONTHS);
      } else if (isBirthYear(words, i)) {
        ages.add(year - digits(word));
      }
    }
    return ages;
  }

  /// `74t`: cut into a number and a letter.
  private static boolean isShort(List<Syllable> words, int at) {
    return words.get(at).folded().equals("t") && words.get(at - 1).isNumber();
  }

  private static boolean isYoung(List<Syllable> words, int at) {
    boolean isSaid = at + 1 < words.size() && word(words, at + 1).equals("tuoi");
    return isSaid || (at >= 2 && YOUNG.contains(word(words, at - 2)));
  }

  /// A year after `sinh năm`, `sinh` or `sn`.
  private boolean isBirthYear(List<Syllable> words, int at) {
    int born = digits(word(words, at));
    boolean isSaid =
        word(words, at - 1).equals("sinh")
            || word(words, at - 1).equals("sn")
            || (at >= 2 && word(words, at - 1).equals("nam") && word(words, at - 2).equals("sinh"));
    return isSaid && born > year - OLDEST && born <= year;
  }

  /// The number that ends before a place, in digits or in words; -1 when there is none.
  private static int numberBefore(List<Syllable> words, int end) {
    if (words.get(end - 1).isNumber()) {
      return digits(word(words, end - 1));
    }
    int unit = DIGITS.getOrDefault(word(words, end - 1), -1);
    if (word(words, end - 1).equals("muoi")) {
      int tens = end >= 2 ? DIGITS.getOrDefault(word(words, end - 2), 1) : 1;
      return 10 * tens;
    }
    if (unit < 0 || end < 2) {
      return unit;
    }
    if (word(words, end - 2).equals("muoi")) {
      int tens = end >= 3 ? DIGITS.getOrDefault(word(words, end - 3), 1) : 1;
      return 10 * tens + unit;
    }
    // "tám hai": the word for ten left out.
    int tens = DIGITS.getOrDefault(word(words, end - 2), -1);
    return tens >= 2 ? 10 * tens + unit : unit;
  }

  private static String word(List<Syllable> words, int at) {
    return words.get(at).folded();
  }

  /// -1 for what is no whole number.
  private static int digits(String word) {
    boolean isNumber = !word.isEmpty() && word.length() <= 4;
    for (int i = 0; isNumber && i < word.length(); i++) {
      isNumber = word.charAt(i) >= '0' && word.charAt(i) <= '9';
    }
    return isNumber ? Integer.parseInt(word) : -1;
  }
}
