package vn.ansinh.search.phrase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ansinh.search.analysis.Syllable;
import vn.ansinh.search.analysis.Syllables;

/// Phrases to be found in a text, the longest first; each carries a value.
///
/// A phrase of several syllables is found in text without marks too, a single syllable only with
/// its marks: "ban" may be anything. Marks that were typed must be the phrase's own; one wrong is
/// forgiven in three syllables, two in six.
public final class PhraseTree<T> {
  private static final int FORGIVEN_IN = 3;

  private final Map<String, PhraseTree<T>> next = new HashMap<>();
  private final Map<String, T> singles = new HashMap<>();
  private final List<Leaf<T>> leaves = new ArrayList<>(0);

  /// @param length in syllables
  public record Match<T>(int length, T value) {}

  private record Leaf<T>(List<String> marked, T value) {}

  /// Adds a phrase; the first value given to a phrase stays.
  public void add(String phrase, T value) {
    computeIfAbsent(Syllables.of(phrase), () -> value);
  }

  /// The phrase's value, made when it has none.
  public T computeIfAbsent(List<Syllable> phrase, Supplier<T> made) {
    if (phrase.size() == 1) {
      return singles.computeIfAbsent(phrase.getFirst().marked(), any -> made.get());
    }
    PhraseTree<T> node = this;
    for (Syllable syllable : phrase) {
      node = node.next.computeIfAbsent(syllable.folded(), any -> new PhraseTree<>());
    }
    List<String> marked = phrase.stream().map(Syllable::marked).toList();
    for (Leaf<T> leaf : node.leaves) {
      if (leaf.marked.equals(marked)) {
        return leaf.value;
      }
    }
    T value = made.get();
    node.leaves.add(new Leaf<>(marked, value));
    return value;
  }

  /// The longest phrase that begins here, null when none does.
  public @Nullable Match<T> at(List<Syllable> text, int start) {
    Match<T> longest = null;
    Syllable first = text.get(start);
    T single = singles.get(first.marked());
    if (single != null) {
      longest = new Match<>(1, single);
    }
    PhraseTree<T> node = next.get(first.folded());
    for (int i = start + 1; node != null && i < text.size(); i++) {
      Syllable syllable = text.get(i);
      node = syllable.phrase() == first.phrase() ? node.next.get(syllable.folded()) : null;
      if (node != null) {
        T found = node.leaf(text, start);
        longest = found == null ? longest : new Match<>(i - start + 1, found);
      }
    }
    return longest;
  }

  private @Nullable T leaf(List<Syllable> text, int start) {
    T best = null;
    int fewest = Integer.MAX_VALUE;
    for (Leaf<T> leaf : leaves) {
      int wrong = 0;
      for (int i = 0; i < leaf.marked.size(); i++) {
        Syllable syllable = text.get(start + i);
        wrong += syllable.bare() || syllable.marked().equals(leaf.marked.get(i)) ? 0 : 1;
      }
      if (wrong <= leaf.marked.size() / FORGIVEN_IN && wrong < fewest) {
        fewest = wrong;
        best = leaf.value;
      }
    }
    return best;
  }
}
