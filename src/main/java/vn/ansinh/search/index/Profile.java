package vn.ansinh.search.index;

/// What all texts of an entry say of the terms of a question, by the numbers of these terms.
///
/// @param weights what each adds to a BM25 score of the whole entry; 0 when it is not there
/// @param telling how much more this entry says it than all others do, as a logarithm
public record Profile(float[] weights, float[] telling) {}
