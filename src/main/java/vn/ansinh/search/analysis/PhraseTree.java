package vn.ansinh.search.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Phrases to be found in a text, the longest first; each carries a value.
///
/// A phrase of several syllables is found with or without its marks, a single syllable only with them.
public final class PhraseTree<T> {
  private final Map<String, PhraseTree<T>> next = new HashMap<>();
  private final Map<String, T> singles = new HashMap<>();
  private @Nullable T value;

  /// @param length in syllables
  public record Match<T>(int length, T value) {}

  /// Adds a phrase; the first value given to a phrase stays.
  public void add(String phrase, T value) {
    List<Syllable> syllables = Syllables.of(phrase);
    if (!syllables.isEmpty()) {
      computeIfAbsent(syllables, () -> value);
    }
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
    T known = node.value == null ? made.get() : node.value;
    node.value = known;
    return known;
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
      T found = node == null ? null : node.value;
      if (found != null) {
        longest = new Match<>(i - start + 1, found);
      }
    }
    return longest;
  }
}
