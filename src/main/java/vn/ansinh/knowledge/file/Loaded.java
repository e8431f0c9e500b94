package vn.ansinh.knowledge.file;

import java.util.List;
import vn.ansinh.knowledge.KnowledgeBase;

/// What came of reading the knowledge files.
public sealed interface Loaded {
  /// A base that can answer.
  ///
  /// @param stale what was right when it was written and has run out since: law that has ended, a
  ///     figure without a value for today. To be mended, but no reason to stop answering.
  record Good(KnowledgeBase base, List<Fault> stale) implements Loaded {
    public Good {
      stale = List.copyOf(stale);
    }
  }

  /// @param faults all of them, stale ones too, by file and line
  record Broken(List<Fault> faults) implements Loaded {
    public Broken {
      faults = List.copyOf(faults);
    }
  }
}
