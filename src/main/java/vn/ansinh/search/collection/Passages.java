package vn.ansinh.search.collection;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.search.analysis.Syllable;

/// Cuts a text into passages of about sixty syllables, where a phrase ends if one ends in time.
final class Passages {
  private static final int LENGTH = 60;
  private static final int LONGEST = 90;
  private static final int SHORTEST = 30;

  private Passages() {}

  /// At least one passage, which is empty when the text is.
  static List<List<Syllable>> of(List<Syllable> text) {
    List<List<Syllable>> passages = new ArrayList<>();
    int from = 0;
    for (int i = 1; i < text.size() && text.size() - i >= SHORTEST; i++) {
      int length = i - from;
      boolean isEnd = text.get(i - 1).phrase() != text.get(i).phrase();
      if (length >= LONGEST || (length >= LENGTH && isEnd)) {
        passages.add(text.subList(from, i));
        from = i;
      }
    }
    passages.add(text.subList(from, text.size()));
    return passages;
  }
}
