package vn.ansinh.inbox;

import java.util.Locale;

/// How far a case is.
public enum CaseState {
  /// The citizen waits, and no officer has taken it.
  WAITING,
  /// The citizen waits, and an officer has it.
  CLAIMED,
  /// The officers have had the last word.
  ANSWERED,
  CLOSED;

  /// As in the table.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static CaseState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// Whether the citizen waits for an answer.
  public boolean owes() {
    return this == WAITING || this == CLAIMED;
  }
}
