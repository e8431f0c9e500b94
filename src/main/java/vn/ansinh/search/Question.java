package vn.ansinh.search;

import java.util.BitSet;
import java.util.List;
import vn.ansinh.search.analysis.Syllable;

/// A question taken apart: its repaired words with the part each plays, and what else they may be
/// called.
///
/// @param roles one for each word
/// @param elsewhere words that name a subject which others deal with
record Question(
    Asked asked,
    List<Syllable> words,
    List<Role> roles,
    List<Link> links,
    List<Name> names,
    List<Span> elsewhere) {

  /// How much a word says about the subject.
  enum Role {
    FILLER(0),
    FUNCTION(0),
    KIN(0.3),
    FACET(0.25),
    NUMBER(0.3),
    CONTENT(1);

    private final double weight;

    Role(double weight) {
      this.weight = weight;
    }

    double weight() {
      return weight;
    }
  }

  /// Words `from` (included) to `to` (excluded) that the entries may call `written`.
  record Link(int from, int to, List<Syllable> written) {}

  record Span(int from, int to) {}

  /// Words that are a whole title or alias of these entries.
  record Name(int from, int to, BitSet entries) {}

  boolean isWithoutSubject() {
    return asked.bare() && names.isEmpty();
  }

  boolean isPair(int first) {
    return first + 1 < words.size() && words.get(first).phrase() == words.get(first + 1).phrase();
  }
}
