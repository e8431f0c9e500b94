package vn.ansinh.search.analysis;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Cuts a text into syllables; sentence marks and line ends part phrases.
public final class Syllables {
  private static final int LONGEST_WORD = 40;
  private static final double MARKED_SHARE = 0.3;
  private static final String BREAKS = ".,;:!?()[]\"…\n\r";

  private Syllables() {}

  public static List<Syllable> of(String text) {
    return cut(text, Syllable::typed);
  }

  /// The words that [#of] has, one for one, in the spelling they were typed in; lower case, NFC.
  public static List<String> typed(String text) {
    return cut(text, (word, _) -> word);
  }

  /// A word in lower case with the number of its phrase.
  private interface Cut<T> {
    T of(String word, int phrase);
  }

  private static <T> List<T> cut(String text, Cut<T> cut) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    List<T> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int phrase = 0;
    for (int i = 0; i < composed.length(); i++) {
      char c = Character.toLowerCase(composed.charAt(i));
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else if (!isInside(composed, i, c)) {
        flush(word, phrase, words, cut);
        if (BREAKS.indexOf(c) >= 0) {
          phrase++;
        }
      }
    }
    flush(word, phrase, words, cut);
    return words;
  }

  /// Whether enough syllables carry marks for the others to be meant bare.
  static boolean isMarked(List<Syllable> text) {
    int words = 0;
    int bare = 0;
    for (Syllable syllable : text) {
      if (!syllable.isNumber()) {
        words++;
        bare += syllable.bare() ? 1 : 0;
      }
    }
    return words > 0 && words - bare >= MARKED_SHARE * words;
  }

  /// Marks left over from composing, and the points in 540.000.
  private static boolean isInside(String text, int at, char c) {
    if (c == '.') {
      return at > 0
          && at + 3 < text.length()
          && Character.isDigit(text.charAt(at - 1))
          && Character.isDigit(text.charAt(at + 1))
          && Character.isDigit(text.charAt(at + 2))
          && Character.isDigit(text.charAt(at + 3));
    }
    return Character.getType(c) == Character.NON_SPACING_MARK || c == '\u200b' || c == '\u00ad';
  }

  private static <T> void flush(StringBuilder word, int phrase, List<T> words, Cut<T> cut) {
    if (!word.isEmpty() && word.length() <= LONGEST_WORD) {
      words.add(cut.of(word.toString(), phrase));
    }
    word.setLength(0);
  }
}
