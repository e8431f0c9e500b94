package vn.ansinh.conversation.standing;

/// What a text typed while a form is open is to it.
public sealed interface Heard {
  /// An answer, good or refused.
  record Taken(Step step) implements Heard {}

  /// Probably no answer: a question, if one is found in it.
  ///
  /// @param step what is said if none is found
  record Doubtful(Step step) implements Heard {}

  /// A question.
  record Passed() implements Heard {}
}
