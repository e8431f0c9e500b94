package vn.ansinh.search;

import vn.ansinh.knowledge.KnowledgeBase;

/// Placeholder until the index is merged.
public final class SearchIndex implements AutoCloseable {
  public static SearchIndex of(KnowledgeBase base, SearchSettings settings) {
    throw new UnsupportedOperationException();
  }

  public Finding search(String question) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
