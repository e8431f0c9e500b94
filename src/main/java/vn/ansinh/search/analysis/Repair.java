package vn.ansinh.search.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns what was typed into what was meant: abbreviations, keyboard slips, typing errors, lost
/// marks.
public final class Repair {
  private final Vocabulary vocabulary;
  private final Abbreviations abbreviations;
  private final Neighbours neighbours;
  private final Typing typing;
  private final Marks marks;

  /// A word of a question with the spellings that may be meant by it.
  ///
  /// @param word in the spelling that suits the others best
  /// @param spellings at least one, the likeliest first
  public record Spelled(Syllable word, List<Likely> spellings) {
    /// @param chance above 0; of all spellings of a word together at most 1
    public record Likely(Syllable word, double chance) {}
  }

  public Repair(Vocabulary vocabulary, Abbreviations abbreviations) {
    this.vocabulary = vocabulary;
    this.abbreviations = abbreviations;
    this.neighbours = new Neighbours(vocabulary);
    this.typing = new Typing(vocabulary);
    this.marks = new Marks(vocabulary);
  }

  public List<Syllable> repair(List<Syllable> typed) {
    List<Syllable> words = unmarked(typed);
    restoreMarks(words, Syllables.dropped(typed));
    return words;
  }

  /// The repaired words, each with the spellings that may be meant.
  public List<Spelled> spelled(List<Syllable> typed) {
    List<Syllable> words = unmarked(typed);
    return marks.spelled(words, Syllables.dropped(typed));
  }

  /// All repairs but that of lost marks.
  private List<Syllable> unmarked(List<Syllable> typed) {
    List<Syllable> words = readWords(splitNumbers(typed));
    for (int i = 0; i < words.size(); i++) {
      words.set(i, corrected(words, i));
    }
    return words;
  }

  /// A text with the marks that were left out, and no other repair.
  public List<Syllable> withMarks(List<Syllable> text) {
    List<Syllable> words = new ArrayList<>(text);
    restoreMarks(words, Syllables.dropped(text));
    return words;
  }

  void restoreMarks(List<Syllable> words, double dropped) {
    marks.restore(words, dropped);
  }

  /// `24tr` is two words unless the whole is known.
  List<Syllable> splitNumbers(List<Syllable> typed) {
    List<Syllable> split = new ArrayList<>(typed.size());
    for (Syllable syllable : typed) {
      String word = syllable.marked();
      int cut = 1;
      while (cut < word.length() && isDigit(word, cut) == isDigit(word, 0)) {
        cut++;
      }
      if (cut == word.length() || abbreviations.knows(word)) {
        split.add(syllable);
        continue;
      }
      String read = isDigit(word, 0) ? null : typing.read(word);
      if (read != null) {
        split.add(Syllable.typed(read, syllable.phrase()));
        continue;
      }
      split.add(Syllable.typed(word.substring(0, cut), syllable.phrase()));
      split.add(Syllable.typed(isAge(word, cut) ? "tuổi" : word.substring(cut), syllable.phrase()));
    }
    return split;
  }

  private List<Syllable> readWords(List<Syllable> typed) {
    List<Syllable> words = new ArrayList<>(typed.size() + 8);
    for (int i = 0; i < typed.size(); i++) {
      readWord(typed, i, words);
    }
    return words;
  }

  /// Appends what a word stands for; whether it is an abbreviation.
  boolean readWord(List<Syllable> typed, int at, List<Syllable> words) {
    if (abbreviations.expandTyped(typed, at, vocabulary, words)) {
      return true;
    }
    Syllable syllable = typed.get(at);
    String read =
        syllable.bare() && !syllable.isNumber() && vocabulary.count(syllable.folded()) == 0
            ? typing.read(syllable.folded())
            : null;
    words.add(read == null ? syllable : Syllable.typed(read, syllable.phrase()));
    return false;
  }

  Syllable corrected(List<Syllable> words, int at) {
    Syllable word = words.get(at);
    if (word.isNumber() || word.folded().length() < 2 || vocabulary.count(word.folded()) >= 2) {
      return word;
    }
    boolean possible = Spelling.isPossible(word.folded());
    Choice choice = new Choice(words, at, possible ? 2 : word.folded().length() >= 4 ? 0 : 1);
    neighbours.each(word.folded(), choice::consider);
    return choice.best == null ? word : choice.best;
  }

  /// `76t`: written together it is an age; `t` alone may be a month or "I".
  private static boolean isAge(String word, int cut) {
    return isDigit(word, 0) && cut <= 3 && word.endsWith("t") && word.length() == cut + 1;
  }

  private static boolean isDigit(String word, int at) {
    return Character.isDigit(word.charAt(at));
  }

  /// The best neighbour of a word so far, by the pairs it would form on both sides.
  private final class Choice {
    private final List<Syllable> words;
    private final int at;
    private final int leastSupport;
    private double bestScore = -1;
    private @Nullable Syllable best;

    Choice(List<Syllable> words, int at, int leastSupport) {
      this.words = words;
      this.at = at;
      this.leastSupport = leastSupport;
    }

    void consider(int id) {
      Syllable word = words.get(at);
      String text = vocabulary.foldedText(id);
      Syllable candidate = new Syllable(text, text, word.phrase(), true);
      int support = 0;
      if (at > 0 && words.get(at - 1).phrase() == word.phrase()) {
        support += vocabulary.pairCount(words.get(at - 1), candidate);
      }
      if (at + 1 < words.size() && words.get(at + 1).phrase() == word.phrase()) {
        support += vocabulary.pairCount(candidate, words.get(at + 1));
      }
      double score =
          2 * Math.log1p(support)
              + 0.2 * Math.log1p(vocabulary.count(text))
              + (text.charAt(0) == word.folded().charAt(0) ? 1.5 : 0);
      if (support >= leastSupport && score > bestScore) {
        bestScore = score;
        best = candidate;
      }
    }
  }
}
