package vn.ansinh.console.questions;

import java.time.LocalDate;
import java.util.List;

/// A question, asked in the same words once or many times.
///
/// @param ids its rows, the oldest first
/// @param last the day on which it was last asked
/// @param answers what answered it, `entry:facet`; none when nothing did
/// @param reasons why that did not help: `wrong`, `off_question`, `unclear`
public record Line(
    String question, List<Long> ids, LocalDate last, List<String> answers, List<String> reasons) {
  public Line {
    ids = List.copyOf(ids);
    answers = List.copyOf(answers);
    reasons = List.copyOf(reasons);
  }

  /// Of its oldest row: stays when it is asked again.
  public long key() {
    return ids.getFirst();
  }

  public long times() {
    return ids.size();
  }
}
