package vn.ansinh.search;

import java.util.BitSet;
import java.util.List;
import vn.ansinh.search.analysis.Syllable;

/// A question taken apart: its repaired words with the part each plays, and what else they may be
/// called.
///
/// @param roles one for each word
/// @param ages in years, of whomever it speaks of
record Question(
    Asked asked,
    List<Syllable> words,
    List<Role> roles,
    List<Link> links,
    List<Name> names,
    List<Integer> ages) {

  private static final int WIDE = 2;

  /// The part a word plays: how much it says about the subject, and how much it may tell one entry
  /// from another, which small words do too.
  enum Role {
    FILLER(0, 0.1),
    FUNCTION(0, 0.2),
    KIN(0.3, 0.5),
    NEGATED(0.3, 0.3),
    FACET(0.25, 0.3),
    NUMBER(0.3, 0.4),
    CONTENT(1, 1);

    private final double weight;
    private final double telling;

    Role(double weight, double telling) {
      this.weight = weight;
      this.telling = telling;
    }

    boolean isSubject() {
      return this == CONTENT || this == NUMBER || this == NEGATED;
    }

    double weight() {
      return weight;
    }

    double telling() {
      return telling;
    }
  }

  /// Words `from` (included) to `to` (excluded) that the entries may call `written`.
  record Link(int from, int to, List<Syllable> written) {}

  /// Words that are a whole title or alias of these entries.
  record Name(int from, int to, BitSet entries) {}

  boolean isWithoutSubject() {
    return asked.bare() && names.isEmpty();
  }

  /// What is left of a score when only the side was asked about, and many entries have that side.
  double certainty() {
    return isWithoutSubject() ? 0.45 : 1;
  }

  /// Whether it names an entry and what is asked of it, and nothing besides.
  boolean isOutright(int entry) {
    return (asked.facetNamed() || isOnlyName()) && called().get(entry);
  }

  /// The entries that all it says is a name of: one for "tiền già", four for "mai táng phí", none
  /// for "trợ cấp".
  BitSet called() {
    BitSet called = new BitSet();
    for (Name name : names) {
      boolean isAll = true;
      for (int i = 0; i < words.size(); i++) {
        boolean isInside = name.from() <= i && i < name.to();
        isAll &= isInside || !roles.get(i).isSubject();
      }
      if (isAll) {
        called.or(name.entries());
      }
    }
    return called;
  }

  boolean isOnlyName() {
    return names.stream().anyMatch(name -> name.from() == 0 && name.to() == words.size());
  }

  /// Whether hardly anything is said of a subject.
  boolean isWide() {
    return ages.isEmpty() && roles.stream().filter(Role::isSubject).count() <= WIDE;
  }

  boolean isPair(int first) {
    return first + 1 < words.size() && words.get(first).phrase() == words.get(first + 1).phrase();
  }
}
