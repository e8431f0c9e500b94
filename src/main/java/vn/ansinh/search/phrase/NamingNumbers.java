package vn.ansinh.search.phrase;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.ansinh.search.analysis.Syllable;

/// Numbers that are part of a name, such as that of a telephone line: each tells as much as a word
/// does.
public final class NamingNumbers {
  /// Ages and counts are shorter.
  private static final int LEAST_DIGITS = 3;

  private final Set<String> known = new HashSet<>();

  /// @param name of an entry
  public void add(List<Syllable> name) {
    name.stream().filter(NamingNumbers::isLong).map(Syllable::folded).forEach(known::add);
  }

  /// Whether it is a number and says how many, how old or how much.
  public boolean isQuantity(Syllable word) {
    return word.isNumber() && !(isLong(word) && known.contains(word.folded()));
  }

  private static boolean isLong(Syllable word) {
    return word.isNumber() && word.folded().length() >= LEAST_DIGITS;
  }
}
