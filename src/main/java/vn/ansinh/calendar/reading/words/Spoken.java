package vn.ansinh.calendar.reading.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.ansinh.text.Vietnamese;

/// A text in the few words that matter for dates, one blank between them: numbers in digits, signs,
/// and words such as `MONTH` or `NEXT`; every other word is `x`. What names the calendar is taken
/// out of the words.
///
/// @param lunar whether the lunar calendar is named: `âm`, `rằm`, `Giêng`, `Chạp`, `Tết`
/// @param leap whether a leap month is named
public record Spoken(String words, boolean lunar, boolean leap) {
  private static final Pattern TOKEN = Pattern.compile("\\d+|[\\p{L}\\p{M}]+|[-/.,:%()]");
  private static final Pattern ASIDE = Pattern.compile("\\([^()]*\\d[^()]*\\)");

  /// No date takes more; a longer text is not searched to its end.
  private static final int LONGEST = 400;

  public static Spoken of(String text) {
    String plain = Normalizer.normalize(cut(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String outside = ASIDE.matcher(plain.replaceAll("[‐‑–—−]", "-")).replaceAll(" ");
    List<Word> tokens = tokens(outside);
    List<String> words = new ArrayList<>();
    for (int at = 0; at < tokens.size(); ) {
      Vocabulary.Term term = Vocabulary.termAt(tokens, at, words);
      Stream.of(term.meaning().split(" ")).filter(word -> !word.isEmpty()).forEach(words::add);
      at += term.length();
    }
    boolean lunar = words.removeIf("LUNAR"::equals);
    boolean leap = words.removeIf("LEAP"::equals);
    return new Spoken(String.join(" ", words), lunar || leap, leap);
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /// A word as it is written, and without marks.
  record Word(String written, String folded) {
    boolean isMarked() {
      return !written.equals(folded);
    }

    boolean isNumber() {
      return Character.isDigit(written.charAt(0));
    }
  }

  private static List<Word> tokens(String text) {
    List<Word> tokens = new ArrayList<>();
    Matcher found = TOKEN.matcher(text);
    while (found.find()) {
      tokens.add(new Word(found.group(), Vietnamese.fold(found.group())));
    }
    return tokens;
  }
}
