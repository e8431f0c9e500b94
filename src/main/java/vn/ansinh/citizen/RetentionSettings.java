package vn.ansinh.citizen;

import java.time.Duration;

/// How long things are kept that nobody needs any more.
///
/// @param messages what was received, and what was sent or failed for good
/// @param reminders that ended, with what was made of their messages
/// @param cases of the officers' inbox in which no answer is owed, since the last word
/// @param questions kept without who asked, which found no answer or whose answer did not help
/// @param figures of how many questions a day brought, in which nobody is told apart
public record RetentionSettings(
    Duration messages, Duration reminders, Duration cases, Duration questions, Duration figures) {
  public static final RetentionSettings DEFAULT =
      new RetentionSettings(
          Duration.ofDays(180),
          Duration.ofDays(365),
          Duration.ofDays(180),
          Duration.ofDays(365),
          Duration.ofDays(730));
}
