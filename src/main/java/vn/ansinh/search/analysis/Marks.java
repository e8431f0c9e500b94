package vn.ansinh.search.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vn.ansinh.search.analysis.Repair.Spelled.Likely;

/// Gives words that were typed bare their marks back: a hidden Markov chain over the spellings of
/// each phrase, with the pairs that the vocabulary has seen. Each word is bare by itself or, as
/// likely as marks were dropped, lost them.
final class Marks {
  private static final double LEAST_CHANCE = 0.05;
  private static final double UNKNOWN = 1e-9;
  private static final int[] EDGES = {Vocabulary.EDGE};
  private static final double[] SURE = {1};

  private final Vocabulary vocabulary;

  Marks(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// The likeliest spellings together (Viterbi), in place.
  void restore(List<Syllable> words, double dropped) {
    for (int start = 0; start < words.size(); ) {
      int end = end(words, start);
      restorePhrase(words.subList(start, end), dropped);
      start = end;
    }
  }

  /// How likely each spelling is, whatever the others are (forward-backward).
  List<Repair.Spelled> spelled(List<Syllable> words, double dropped) {
    List<Syllable> restored = new ArrayList<>(words);
    restore(restored, dropped);
    List<Repair.Spelled> spelled = new ArrayList<>(words.size());
    for (int start = 0; start < words.size(); ) {
      int end = end(words, start);
      List<Syllable> phrase = words.subList(start, end);
      int[][] candidates = candidates(phrase, dropped);
      double[][] chances = chances(candidates, typed(phrase, candidates, dropped));
      for (int i = start; i < end; i++) {
        spelled.add(
            spelled(words.get(i), restored.get(i), candidates[i - start], chances[i - start]));
      }
      start = end;
    }
    return spelled;
  }

  private Repair.Spelled spelled(
      Syllable typed, Syllable best, int[] candidates, double[] chances) {
    List<Likely> likely =
        IntStream.range(0, candidates.length)
            .filter(i -> candidates.length > 1 && chances[i] >= LEAST_CHANCE)
            .mapToObj(
                i -> new Likely(typed.withMarks(vocabulary.markedText(candidates[i])), chances[i]))
            .sorted(Comparator.comparingDouble(Likely::chance).reversed())
            .toList();
    return new Repair.Spelled(best, likely.isEmpty() ? List.of(new Likely(best, 1)) : likely);
  }

  private static int end(List<Syllable> words, int start) {
    int end = start + 1;
    while (end < words.size() && words.get(end).phrase() == words.get(start).phrase()) {
      end++;
    }
    return end;
  }

  private void restorePhrase(List<Syllable> phrase, double dropped) {
    int[][] candidates = candidates(phrase, dropped);
    double[][] typed = typed(phrase, candidates, dropped);
    int[][] from = new int[phrase.size() + 1][];
    double[] scores = {0};
    int[] before = EDGES;
    for (int i = 0; i < phrase.size(); i++) {
      from[i] = new int[candidates[i].length];
      scores = step(before, candidates[i], scores, typed[i], from[i]);
      before = candidates[i];
    }
    from[phrase.size()] = new int[1];
    step(before, EDGES, scores, SURE, from[phrase.size()]);
    int best = from[phrase.size()][0];
    for (int i = phrase.size() - 1; i >= 0; i--) {
      int id = candidates[i][best];
      if (id > Vocabulary.EDGE && phrase.get(i).bare()) {
        phrase.set(i, phrase.get(i).withMarks(vocabulary.markedText(id)));
      }
      best = from[i][best];
    }
  }

  /// @param typed how likely each spelling is typed as it was
  /// @param from where the likeliest way to each comes from
  private double[] step(int[] before, int[] now, double[] scores, double[] typed, int[] from) {
    if (before.length == 1 && now.length == 1) {
      return scores; // The only way, however likely.
    }
    double[] next = new double[now.length];
    for (int j = 0; j < now.length; j++) {
      next[j] = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < before.length; i++) {
        double score = scores[i] + Math.log(likelihood(before[i], now[j]) * typed[j]);
        if (score > next[j]) {
          next[j] = score;
          from[j] = i;
        }
      }
    }
    return next;
  }

  private double[][] chances(int[][] candidates, double[][] typed) {
    int last = candidates.length - 1;
    double[][] forward = new double[candidates.length][];
    double[][] backward = new double[candidates.length][];
    for (int i = 0, j = last; i <= last; i++, j--) {
      forward[i] =
          i == 0
              ? forward(EDGES, SURE, candidates[i], typed[i])
              : forward(candidates[i - 1], forward[i - 1], candidates[i], typed[i]);
      backward[j] =
          i == 0
              ? backward(candidates[j], EDGES, SURE, SURE)
              : backward(candidates[j], candidates[j + 1], backward[j + 1], typed[j + 1]);
    }
    for (int i = 0; i <= last; i++) {
      for (int j = 0; j < forward[i].length; j++) {
        forward[i][j] *= backward[i][j];
      }
      share(forward[i]);
    }
    return forward;
  }

  private double[] forward(int[] before, double[] chances, int[] now, double[] typed) {
    double[] next = new double[now.length];
    for (int j = 0; j < now.length; j++) {
      for (int i = 0; i < before.length; i++) {
        next[j] += chances[i] * likelihood(before[i], now[j]) * typed[j];
      }
    }
    share(next);
    return next;
  }

  private double[] backward(int[] now, int[] after, double[] chances, double[] typed) {
    double[] next = new double[now.length];
    for (int j = 0; j < now.length; j++) {
      for (int i = 0; i < after.length; i++) {
        next[j] += chances[i] * likelihood(now[j], after[i]) * typed[i];
      }
    }
    share(next);
    return next;
  }

  /// The same weights with a sum of 1.
  private static void share(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
  }

  private double likelihood(int before, int now) {
    return now < 0 ? UNKNOWN : vocabulary.likelihood(before, now);
  }

  private int[][] candidates(List<Syllable> phrase, double dropped) {
    return phrase.stream().map(word -> candidates(word, dropped)).toArray(int[][]::new);
  }

  private int[] candidates(Syllable word, double dropped) {
    int own = vocabulary.spelling(word);
    if (!word.bare() || word.isNumber() || (dropped == 0 && own >= 0)) {
      return new int[] {own};
    }
    int[] spellings = vocabulary.spellings(word.folded());
    return spellings.length == 0 ? new int[] {own} : spellings;
  }

  /// How likely each spelling would be typed as it was.
  private double[][] typed(List<Syllable> phrase, int[][] candidates, double dropped) {
    double[][] typed = new double[candidates.length][];
    for (int i = 0; i < typed.length; i++) {
      int own = vocabulary.spelling(phrase.get(i));
      typed[i] = new double[candidates[i].length];
      for (int j = 0; j < typed[i].length; j++) {
        typed[i][j] = candidates[i][j] == own || dropped == 0 ? 1 : dropped;
      }
    }
    return typed;
  }
}
