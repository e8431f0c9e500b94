package vn.ansinh.officer.session;

import java.time.Duration;

/// How long officers stay signed in.
///
/// @param longest after signing in
/// @param idle without asking for anything
public record SessionTimes(Duration longest, Duration idle) {
  public static final SessionTimes DEFAULT =
      new SessionTimes(Duration.ofHours(12), Duration.ofMinutes(60));
}
