package vn.ansinh.officer.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.ansinh.officer.session.Secret;
import vn.ansinh.officer.session.Session.Stage;

/// What became of an attempt to sign in, or to prove oneself again.
public sealed interface Entered {
  /// Wrong; which part of it, nobody is told.
  record Wrong() implements Entered {}

  /// Too many were wrong: try again after this time.
  record Wait(Duration left) implements Entered {
    /// Rounded up, so that nobody comes back too early.
    public long minutes() {
      return Math.max(1, (left.toSeconds() + 59) / 60);
    }
  }

  /// So many sign in at this moment that one more would take the place of others.
  record Busy() implements Entered {}

  /// Signed in under a new token, which ends the one before.
  ///
  /// @param device for the browser to keep; null when it has one
  record In(Secret token, Stage stage, @Nullable Secret device) implements Entered {}
}
