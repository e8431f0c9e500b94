package vn.ansinh.knowledge.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.ansinh.yaml.YamlFault;

/// The faults found so far.
final class Faults {
  private final List<Fault> wrong = new ArrayList<>();
  private final List<Fault> stale = new ArrayList<>();

  In in(String file) {
    return new In(this, file);
  }

  boolean none() {
    return wrong.isEmpty();
  }

  boolean none(String file) {
    return wrong.stream().noneMatch(fault -> fault.file().equals(file));
  }

  List<Fault> stale() {
    return sorted(stale);
  }

  List<Fault> all() {
    List<Fault> all = new ArrayList<>(wrong);
    all.addAll(stale);
    return sorted(all);
  }

  private static List<Fault> sorted(List<Fault> faults) {
    return faults.stream()
        .distinct()
        .sorted(Comparator.comparing(Fault::file).thenComparingInt(Fault::line))
        .toList();
  }

  /// The faults of one file.
  record In(Faults faults, String file) {
    void add(int line, String problem, String cure) {
      faults.wrong.add(new Fault(file, line, problem, cure));
    }

    void add(YamlFault fault) {
      add(fault.line(), fault.problem(), fault.cure());
    }

    /// Adds what was right once and has run out.
    void addStale(int line, String problem, String cure) {
      faults.stale.add(new Fault(file, line, problem, cure));
    }
  }
}
