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

  public Repair(Vocabulary vocabulary, Abbreviations abbreviations) {
    this.vocabulary = vocabulary;
    this.abbreviations = abbreviations;
    this.neighbours = new Neighbours(vocabulary);
    this.typing = new Typing(vocabulary);
  }

  public List<Syllable> repair(List<Syllable> typed) {
    boolean hasMarks = Syllables.isMarked(typed);
    List<Syllable> words = readWords(splitNumbers(typed));
    for (int i = 0; i < words.size(); i++) {
      words.set(i, corrected(words, i));
    }
    restoreMarks(words, hasMarks);
    return words;
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

  /// Viterbi over the spellings of each phrase's bare words.
  void restoreMarks(List<Syllable> words, boolean hasMarks) {
    for (int start = 0; start < words.size(); ) {
      int end = start + 1;
      while (end < words.size() && words.get(end).phrase() == words.get(start).phrase()) {
        end++;
      }
      restorePhrase(words.subList(start, end), hasMarks);
      start = end;
    }
  }

  private void restorePhrase(List<Syllable> phrase, boolean hasMarks) {
    int[][] candidates = new int[phrase.size()][];
    int[][] from = new int[phrase.size()][];
    double[] scores = {};
    for (int i = 0; i < phrase.size(); i++) {
      candidates[i] = candidates(phrase.get(i), hasMarks);
      from[i] = new int[candidates[i].length];
      scores = step(i == 0 ? new int[] {-1} : candidates[i - 1], candidates[i], scores, from[i]);
    }
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    for (int i = phrase.size() - 1; i >= 0; i--) {
      int id = candidates[i][best];
      if (id >= 0 && phrase.get(i).bare()) {
        phrase.set(i, phrase.get(i).withMarks(vocabulary.markedText(id)));
      }
      best = from[i][best];
    }
  }

  private double[] step(int[] before, int[] now, double[] scores, int[] from) {
    double[] next = new double[now.length];
    for (int j = 0; j < now.length; j++) {
      next[j] = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < before.length; i++) {
        double likelihood = now[j] < 0 ? 1e-9 : vocabulary.likelihood(before[i], now[j]);
        double score = (scores.length == 0 ? 0 : scores[i]) + Math.log(likelihood);
        if (score > next[j]) {
          next[j] = score;
          from[j] = i;
        }
      }
    }
    return next;
  }

  private int[] candidates(Syllable word, boolean hasMarks) {
    int own = vocabulary.marked(word.marked());
    if (!word.bare() || word.isNumber() || (hasMarks && own >= 0)) {
      return new int[] {own};
    }
    int[] spellings = vocabulary.spellings(word.folded());
    return spellings.length == 0 ? new int[] {own} : spellings;
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
