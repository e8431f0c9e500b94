package vn.ansinh.officer.session;

import java.time.Instant;
import vn.ansinh.officer.Officer;

/// An officer who is signed in, wholly or by password only.
///
/// @param token the secret that the browser holds
/// @param codes whether a second factor is set up
public record Session(Secret token, Officer officer, Stage stage, boolean codes, Instant since) {
  /// What has been proved.
  public enum Stage {
    /// The password, and their role or their account asks for more.
    PASSWORD,
    /// Everything.
    FULL
  }

  public boolean isFull() {
    return stage == Stage.FULL;
  }
}
