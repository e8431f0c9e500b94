package vn.ansinh.search.analysis;

/// One syllable, number or abbreviation of a text.
///
/// @param marked lower case with its marks, in one spelling
/// @param folded without marks, đ as d
/// @param phrase number of the phrase it stands in; neighbours in different phrases form no pair
/// @param bare typed without any mark, so that any marks may be meant
public record Syllable(String marked, String folded, int phrase, boolean bare) {

  static Syllable typed(String lowerCase, int phrase) {
    String marked = Spelling.normal(lowerCase);
    String folded = Spelling.fold(marked);
    return new Syllable(marked, folded, phrase, folded.equals(marked));
  }

  /// The same place in the sentence with other marks.
  Syllable withMarks(String other) {
    return new Syllable(other, folded, phrase, bare);
  }

  public boolean isNumber() {
    return Character.isDigit(folded.charAt(0));
  }
}
