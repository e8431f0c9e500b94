package vn.ansinh.console.questions;

import java.util.Locale;
import java.util.Optional;

/// Why a question waits for an officer.
enum Source {
  UNANSWERED,
  /// It was answered, and the citizen said that the answer did not help.
  UNHELPED;

  /// As in tables and addresses.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Source> of(String word) {
    for (Source source : values()) {
      if (source.word().equals(word)) {
        return Optional.of(source);
      }
    }
    return Optional.empty();
  }
}
