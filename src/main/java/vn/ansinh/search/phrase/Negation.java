package vn.ansinh.search.phrase;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import vn.ansinh.search.analysis.Syllable;

/// Finds what people say they are not or have not: "không có lương hưu", "không phải hộ nghèo". It
/// tells whom they ask for, but it is not what they ask about.
public final class Negation {
  private static final Set<String> NO = Set.of("khong", "ko", "chang", "chua", "hong", "kg");
  private static final Set<String> BETWEEN =
      Set.of("co", "phai", "thuoc", "con", "la", "dien", "duoc", "huong", "nhan", "linh", "ho");

  /// A card or a paper that somebody has not got is very much what they ask about; these are not.
  private static final List<String> STANDINGS =
      List.of("lương hưu", "hộ nghèo", "hộ cận nghèo", "cận nghèo", "nhà nghèo", "người có công");

  private final PhraseTree<Boolean> standings = new PhraseTree<>();

  public Negation() {
    STANDINGS.forEach(standing -> standings.add(standing, true));
  }

  /// The places of the words of such standings.
  public BitSet in(List<Syllable> words) {
    BitSet negated = new BitSet();
    for (int i = 0; i < words.size(); i++) {
      int at = NO.contains(words.get(i).folded()) ? standing(words, i + 1) : words.size();
      var match = at < words.size() ? standings.at(words, at) : null;
      if (match != null) {
        negated.set(at, at + match.length());
      }
    }
    return negated;
  }

  /// Where a standing would begin after a word for no.
  private int standing(List<Syllable> words, int from) {
    int at = from;
    while (at < words.size()
        && standings.at(words, at) == null
        && BETWEEN.contains(words.get(at).folded())) {
      at++;
    }
    return at;
  }
}
