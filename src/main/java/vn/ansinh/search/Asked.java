package vn.ansinh.search;

import vn.ansinh.knowledge.Facet;

/// What was understood of a question before anything was looked up.
///
/// @param question as typed, NFC
/// @param facet the side asked about; OVERVIEW when nothing speaks for another
/// @param facetNamed whether a set phrase names a side, this or another
/// @param bare whether nothing is left but filler and facet words, as in "thế hồ sơ thì sao": the
/// subject     must come from the conversation
public record Asked(String question, Facet facet, boolean facetNamed, boolean bare) {}
