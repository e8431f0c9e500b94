package vn.ansinh.officer;

import java.util.Locale;
import java.util.Optional;

/// What an officer may do; each role may do all that the ones before it may.
public enum Role {
  /// Looks at everything, changes nothing.
  READER,
  /// Writes: drafts, dates, answers.
  WRITER,
  /// Lets go out what another officer has written.
  APPROVER,
  /// Keeps the accounts and reads the audit log.
  ADMINISTRATOR;

  public boolean allows(Role needed) {
    return compareTo(needed) >= 0;
  }

  /// Whether a password alone is too little for it.
  public boolean needsSecondFactor() {
    return allows(APPROVER);
  }

  /// As it is written in tables and typed on the command line: `reader`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
