package vn.ansinh.search.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/// The words one slip of the finger away: a letter more, less, other, or two swapped.
///
/// Each word is filed under itself with one letter left out, so that a look-up costs a dozen
/// probes.
final class Neighbours {
  private static final int LONGEST = 10;
  private static final int[] NONE = {};

  private final Vocabulary vocabulary;
  private final Map<String, int[]> byDeletion = new HashMap<>();

  Neighbours(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    for (int id = 1; id < vocabulary.foldedSize(); id++) {
      String word = vocabulary.foldedText(id);
      if (isFit(word) && vocabulary.count(word) >= 2) {
        for (int i = 0; i < word.length(); i++) {
          file(without(word, i), id);
        }
      }
    }
  }

  /// Calls back with the id of each known word at distance one; a word may come twice.
  void each(String word, IntConsumer found) {
    if (!isFit(word)) {
      return;
    }
    report(byDeletion.getOrDefault(word, NONE), word, found);
    for (int i = 0; i < word.length(); i++) {
      String shorter = without(word, i);
      int id = vocabulary.folded(shorter);
      if (id > 0 && vocabulary.count(shorter) >= 2) {
        found.accept(id);
      }
      report(byDeletion.getOrDefault(shorter, NONE), word, found);
    }
  }

  private void report(int[] ids, String word, IntConsumer found) {
    for (int id : ids) {
      if (isOneAway(word, vocabulary.foldedText(id))) {
        found.accept(id);
      }
    }
  }

  private void file(String key, int id) {
    byDeletion.merge(
        key,
        new int[] {id},
        (known, one) -> {
          int[] more = Arrays.copyOf(known, known.length + 1);
          more[known.length] = id;
          return more;
        });
  }

  private static boolean isFit(String word) {
    return word.length() >= 2 && word.length() <= LONGEST && !Character.isDigit(word.charAt(0));
  }

  private static String without(String word, int at) {
    return word.substring(0, at) + word.substring(at + 1);
  }

  private static boolean isOneAway(String typed, String known) {
    if (typed.length() != known.length()) {
      return Math.abs(typed.length() - known.length()) == 1;
    }
    int first = 0;
    while (first < typed.length() && typed.charAt(first) == known.charAt(first)) {
      first++;
    }
    int last = typed.length() - 1;
    while (last > first && typed.charAt(last) == known.charAt(last)) {
      last--;
    }
    return last == first
        || (last == first + 1
            && typed.charAt(first) == known.charAt(last)
            && typed.charAt(last) == known.charAt(first));
  }
}
