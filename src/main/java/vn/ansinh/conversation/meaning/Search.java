package vn.ansinh.conversation.meaning;

import vn.ansinh.search.Asked;
import vn.ansinh.search.Finding;
import vn.ansinh.search.SearchIndex;

/// What a message is looked up in.
@FunctionalInterface
public interface Search {
  Finding find(String text);

  /// What is understood of a text; an index says it without looking anything up.
  default Asked read(String text) {
    return find(text).asked();
  }

  static Search of(SearchIndex index) {
    return new Search() {
      @Override
      public Finding find(String text) {
        return index.search(text);
      }

      @Override
      public Asked read(String text) {
        return index.read(text);
      }
    };
  }
}
