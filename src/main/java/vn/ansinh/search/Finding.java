package vn.ansinh.search;

import java.util.List;

/// What a search concludes. The results, best first and at most ten, are there in every case.
public sealed interface Finding {
  Asked asked();

  List<Hit> results();

  /// The first result answers.
  record Confident(Asked asked, List<Hit> results) implements Finding {
    public Confident {
      results = List.copyOf(results);
      if (results.isEmpty()) {
        throw new IllegalArgumentException("confident of nothing");
      }
    }
  }

  /// The first `competing` results (two or three) could each be meant.
  record Ambiguous(Asked asked, List<Hit> results, int competing) implements Finding {
    public Ambiguous {
      results = List.copyOf(results);
      if (competing < 2 || competing > results.size()) {
        throw new IllegalArgumentException(competing + " of " + results.size());
      }
    }
  }

  /// Nothing in the knowledge base answers.
  record Nothing(Asked asked, List<Hit> results) implements Finding {
    public Nothing {
      results = List.copyOf(results);
    }
  }
}
