package vn.ansinh.conversation.meaning;

import java.util.Map;
import java.util.Set;
import vn.ansinh.knowledge.EntitlementId;
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

  /// How much more each of these entries says the words of a text than others do, a logarithm; what
  /// is not said of an entry is 0.
  default Map<EntitlementId, Double> telling(String text, Set<EntitlementId> entries) {
    return Map.of();
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

      @Override
      public Map<EntitlementId, Double> telling(String text, Set<EntitlementId> entries) {
        return index.telling(text, entries);
      }
    };
  }
}
