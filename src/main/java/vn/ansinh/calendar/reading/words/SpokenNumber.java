package vn.ansinh.calendar.reading.words;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.calendar.reading.words.Spoken.Word;

/// Numbers in words, up to 99. Several of them are other words as well (`năm`, `sáu` without its
/// mark, `mốt`); what stands before and after decides.
final class SpokenNumber {
  private static final Map<String, Integer> UNITS =
      Map.ofEntries(
          Map.entry("một", 1),
          Map.entry("mot", 1),
          Map.entry("hai", 2),
          Map.entry("ba", 3),
          Map.entry("bốn", 4),
          Map.entry("bon", 4),
          Map.entry("tư", 4),
          Map.entry("tu", 4),
          Map.entry("năm", 5),
          Map.entry("nam", 5),
          Map.entry("lăm", 5),
          Map.entry("lam", 5),
          Map.entry("nhăm", 5),
          Map.entry("sáu", 6),
          Map.entry("sau", 6),
          Map.entry("bảy", 7),
          Map.entry("bẩy", 7),
          Map.entry("bay", 7),
          Map.entry("tám", 8),
          Map.entry("tam", 8),
          Map.entry("chín", 9),
          Map.entry("chin", 9));

  private static final Set<String> AMBIGUOUS = Set.of("năm", "nam", "sau", "mot", "tu");
  private static final Set<String> TEN = Set.of("mười", "muoi");
  private static final Set<String> TENS = Set.of("mươi", "muoi");
  private static final Set<String> TWENTY = Set.of("hăm", "ham");
  private static final Set<String> SPANS = Set.of("ngay", "tuan", "thang", "nam", "hom", "bua");
  private static final Set<String> PAST_SPAN = Set.of("nua", "truoc", "sau");
  private static final Set<String> YEAR_GOES_ON =
      Set.of("0", "sau", "nay", "toi", "ngoai", "truoc");
  private static final Vocabulary.Term NONE = new Vocabulary.Term("", 0);

  private SpokenNumber() {}

  /// The number that begins at a place; a term of no words when there is none.
  static Vocabulary.Term at(List<Word> words, int at, List<String> before) {
    String word = words.get(at).written();
    if (TEN.contains(word)) {
      return tens(words, at + 1, 10, 1);
    }
    if (TWENTY.contains(word)) {
      return tens(words, at + 1, 20, 1);
    }
    Integer unit = UNITS.get(word);
    if (unit == null) {
      return NONE;
    }
    if (unit > 1 && at + 1 < words.size() && TENS.contains(words.get(at + 1).written())) {
      return tens(words, at + 2, unit * 10, 2);
    }
    // "hai mốt", "ba mốt", "hai lăm": the word for ten left out.
    boolean isShort = at + 1 < words.size() && (unit == 2 || unit == 3);
    if (isShort && Set.of("mốt", "lăm", "nhăm").contains(words.get(at + 1).written())) {
      return new Vocabulary.Term(
          String.valueOf(unit * 10 + (words.get(at + 1).written().equals("mốt") ? 1 : 5)), 2);
    }
    return !AMBIGUOUS.contains(word) || isNumber(words, at, before)
        ? new Vocabulary.Term(String.valueOf(unit), 1)
        : NONE;
  }

  private static Vocabulary.Term tens(List<Word> words, int next, int tens, int length) {
    String word = next < words.size() ? words.get(next).written() : "";
    int unit = word.equals("mốt") ? 1 : UNITS.getOrDefault(word, 0);
    boolean isYear = isYearWord(word) && YEAR_GOES_ON.contains(after(words, next));
    return unit > 0 && !isYear
        ? new Vocabulary.Term(String.valueOf(tens + unit), length + 1)
        : new Vocabulary.Term(String.valueOf(tens), length);
  }

  private static boolean isYearWord(String word) {
    return word.equals("năm") || word.equals("nam");
  }

  /// The word after a place, `0` for any number.
  private static String after(List<Word> words, int at) {
    if (at + 1 >= words.size()) {
      return "";
    }
    return words.get(at + 1).isNumber() ? "0" : words.get(at + 1).folded();
  }

  private static boolean isNumber(List<Word> words, int at, List<String> before) {
    String word = words.get(at).written();
    String last = before.isEmpty() ? "" : before.getLast();
    String next = at + 1 < words.size() ? words.get(at + 1).folded() : "";
    // "năm tháng nữa": five months; "năm sau": next year.
    boolean counts =
        SPANS.contains(next)
            && at + 2 < words.size()
            && PAST_SPAN.contains(words.get(at + 2).folded());
    boolean named = last.equals("MUNG") || last.equals("WEEKDAY");
    return switch (word) {
      // A month is named by its number, a year is not.
      case "năm", "nam" -> counts || named || last.equals("MONTH") || last.equals("DAY");
      case "sau" -> named;
      case "mot" -> counts || named || last.equals("MONTH") || next.equals("thang");
      case "tu" -> named || last.equals("MONTH") || last.equals("DAY");
      default -> true;
    };
  }
}
