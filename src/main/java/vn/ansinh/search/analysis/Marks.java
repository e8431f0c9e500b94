package vn.ansinh.search.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vn.ansinh.search.analysis.Repair.Spelled.Likely;

/// Gives words that were typed bare their marks back: a hidden Markov chain over the spellings of
/// each phrase, with the pairs that the vocabulary has seen.
final class Marks {
  private static final double LEAST_CHANCE = 0.05;
  private static final double UNKNOWN = 1e-9;

  private final Vocabulary vocabulary;

  Marks(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// The likeliest spellings together (Viterbi), in place.
  void restore(List<Syllable> words, boolean hasMarks) {
    for (int start = 0; start < words.size(); ) {
      int end = end(words, start);
      restorePhrase(words.subList(start, end), hasMarks);
      start = end;
    }
  }

  /// How likely each spelling is, whatever the others are (forward-backward).
  List<Repair.Spelled> spelled(List<Syllable> words, boolean hasMarks) {
    List<Syllable> restored = new ArrayList<>(words);
    restore(restored, hasMarks);
    List<Repair.Spelled> spelled = new ArrayList<>(words.size());
    for (int start = 0; start < words.size(); ) {
      int end = end(words, start);
      int[][] candidates = candidates(words.subList(start, end), hasMarks);
      double[][] chances = chances(candidates);
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

  private void restorePhrase(List<Syllable> phrase, boolean hasMarks) {
    int[][] candidates = candidates(phrase, hasMarks);
    int[][] from = new int[phrase.size()][];
    double[] scores = {};
    for (int i = 0; i < phrase.size(); i++) {
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
        double score =
            (scores.length == 0 ? 0 : scores[i]) + Math.log(likelihood(before[i], now[j]));
        if (score > next[j]) {
          next[j] = score;
          from[j] = i;
        }
      }
    }
    return next;
  }

  private double[][] chances(int[][] candidates) {
    double[][] forward = new double[candidates.length][];
    double[][] backward = new double[candidates.length][];
    for (int i = 0, j = candidates.length - 1; i < candidates.length; i++, j--) {
      int[] before = i == 0 ? new int[] {-1} : candidates[i - 1];
      forward[i] = forward(before, i == 0 ? new double[] {1} : forward[i - 1], candidates[i]);
      backward[j] =
          i == 0
              ? even(candidates[j].length)
              : backward(candidates[j], candidates[j + 1], backward[j + 1]);
    }
    for (int i = 0; i < candidates.length; i++) {
      for (int j = 0; j < forward[i].length; j++) {
        forward[i][j] *= backward[i][j];
      }
      share(forward[i]);
    }
    return forward;
  }

  private double[] forward(int[] before, double[] chances, int[] now) {
    double[] next = new double[now.length];
    for (int j = 0; j < now.length; j++) {
      for (int i = 0; i < before.length; i++) {
        next[j] += chances[i] * likelihood(before[i], now[j]);
      }
    }
    share(next);
    return next;
  }

  private double[] backward(int[] now, int[] after, double[] chances) {
    double[] next = new double[now.length];
    for (int j = 0; j < now.length; j++) {
      for (int i = 0; i < after.length; i++) {
        next[j] += chances[i] * likelihood(now[j], after[i]);
      }
    }
    share(next);
    return next;
  }

  private static double[] even(int length) {
    double[] even = new double[length];
    Arrays.fill(even, 1.0 / length);
    return even;
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

  private int[][] candidates(List<Syllable> phrase, boolean hasMarks) {
    return phrase.stream().map(word -> candidates(word, hasMarks)).toArray(int[][]::new);
  }

  private int[] candidates(Syllable word, boolean hasMarks) {
    int own = vocabulary.marked(word.marked());
    if (!word.bare() || word.isNumber() || (hasMarks && own >= 0)) {
      return new int[] {own};
    }
    int[] spellings = vocabulary.spellings(word.folded());
    return spellings.length == 0 ? new int[] {own} : spellings;
  }
}
