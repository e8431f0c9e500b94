package vn.ansinh.search.facet;

import java.util.BitSet;
import java.util.List;
import vn.ansinh.search.analysis.Syllable;

/// A question's words with those that say nothing marked.
///
/// @param filler places of the words of politeness
public record Sentence(List<Syllable> words, BitSet filler) {}
