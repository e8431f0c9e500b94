package vn.ansinh.search.analysis;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Cuts a text into syllables; sentence marks and line ends part phrases.
public final class Syllables {
  private static final int LONGEST_WORD = 40;

  /// A text has at least this share of its words in marks; a hurried one has fewer.
  private static final double MARKED_SHARE = 0.5;

  /// With fewer, none of the others is meant bare.
  private static final double HURRIED_SHARE = 0.3;

  /// The share of words that have no marks.
  private static final double USUAL_BARE = 0.25;

  /// So many more of a short text may have none by chance.
  private static final double CHANCE_BARE = 0.5;

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

  /// Whether enough syllables carry marks to learn from them how words are spelt.
  static boolean isMarked(List<Syllable> text) {
    long words = text.stream().filter(word -> !word.isNumber()).count();
    return words > 0 && words - bare(text) >= MARKED_SHARE * words;
  }

  /// How likely a word that has marks was typed without them: 0 where no more words are bare than
  /// in any text, 1 where hardly a word has marks.
  static double dropped(List<Syllable> text) {
    long words = text.stream().filter(word -> !word.isNumber()).count();
    long bare = bare(text);
    if (words == 0 || words - bare < HURRIED_SHARE * words) {
      return 1;
    }
    return Math.max(0, (bare - CHANCE_BARE - USUAL_BARE * words) / ((1 - USUAL_BARE) * words));
  }

  private static long bare(List<Syllable> text) {
    return text.stream().filter(word -> !word.isNumber() && word.bare()).count();
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
