package vn.ansinh.console.questions;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// Questions that are alike.
///
/// @param lines the first asked comes first: the others are like it
public record Group(List<Line> lines) {
  static final Comparator<Group> LARGEST_FIRST =
      Comparator.comparingLong(Group::times)
          .thenComparing(Group::last)
          .reversed()
          .thenComparingLong(Group::key);

  static final Comparator<Group> NEWEST_FIRST =
      Comparator.comparing(Group::last)
          .thenComparingLong(Group::times)
          .reversed()
          .thenComparingLong(Group::key);

  public Group {
    lines = List.copyOf(lines);
  }

  /// Of its first line.
  public long key() {
    return lines.getFirst().key();
  }

  public String question() {
    return lines.getFirst().question();
  }

  public long times() {
    return lines.stream().mapToLong(Line::times).sum();
  }

  public LocalDate last() {
    return lines.stream().map(Line::last).max(Comparator.naturalOrder()).orElseThrow();
  }
}
