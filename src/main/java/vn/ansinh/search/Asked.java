package vn.ansinh.search;

import vn.ansinh.knowledge.Facet;

/// What was understood of a question.
///
/// @param question as typed, NFC
/// @param facet the side asked about; OVERVIEW when nothing speaks for another
/// @param facetNamed whether a set phrase names a side, this or another
/// @param bare whether nothing is left but filler and facet words, as in "thế hồ sơ thì sao": the
/// subject must come from the conversation
/// @param substance from 0 to 1: how much the words say of a subject at all, known or not; "mấy hôm
/// thì có" says next to nothing
/// @param outright whether it names what it asks about: sides and small words aside it is the name
/// of the first found, as "tiền già bao nhiêu" is; "thế tiền già thì sao" may only go on
public record Asked(
    String question,
    Facet facet,
    boolean facetNamed,
    boolean bare,
    double substance,
    boolean outright) {
  Asked found(double substance, boolean outright) {
    return new Asked(question, facet, facetNamed, bare, substance, outright);
  }

  /// The same about a side that was named before.
  public Asked about(Facet facet) {
    return new Asked(question, facet, facetNamed, bare, substance, outright);
  }
}
