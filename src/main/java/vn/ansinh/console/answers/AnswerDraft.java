package vn.ansinh.console.answers;

import java.time.Instant;
import java.util.List;

/// An answer that an officer wrote for the knowledge base.
///
/// @param questions that it answers, in the citizens' words
/// @param entitlement to which it belongs; empty when a new entry is needed
/// @param facet empty when it was not said
/// @param officer who wrote it, by name
public record AnswerDraft(
    long number,
    List<String> questions,
    String entitlement,
    String facet,
    String body,
    String officer,
    Instant at) {
  public AnswerDraft {
    questions = List.copyOf(questions);
  }
}
