package vn.ansinh.search.collection;

import java.util.List;
import java.util.Set;

/// What the answer to one question is worth.
///
/// @param rank of the first right text, from 1; 0 when none was found
/// @param gain nDCG@10: every right text counts one, discounted by the logarithm of its rank, as a
/// share of the best order
/// @param nanos what the search took
record Judgement(int rank, double gain, long nanos) {
  private static final int DEPTH = 10;

  static Judgement of(List<String> ranking, List<String> expected, long nanos) {
    Set<String> right = Set.copyOf(expected);
    int first = 0;
    double gain = 0;
    for (int i = 0; i < ranking.size(); i++) {
      if (right.contains(ranking.get(i))) {
        first = first == 0 ? i + 1 : first;
        gain += i < DEPTH ? discount(i + 1) : 0;
      }
    }
    double ideal = 0;
    for (int i = 0; i < Math.min(DEPTH, right.size()); i++) {
      ideal += discount(i + 1);
    }
    return new Judgement(first, gain / ideal, nanos);
  }

  boolean isWithin(int depth) {
    return rank >= 1 && rank <= depth;
  }

  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 1);
  }
}
