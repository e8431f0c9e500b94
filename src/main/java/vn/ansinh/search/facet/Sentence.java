package vn.ansinh.search.facet;

import java.util.BitSet;
import java.util.List;
import vn.ansinh.search.analysis.Syllable;

/// A question's words with those that carry no subject marked.
///
/// @param filler places of the words of politeness
/// @param kin places of the words for persons: father, aunt, I
public record Sentence(List<Syllable> words, BitSet filler, BitSet kin) {}
