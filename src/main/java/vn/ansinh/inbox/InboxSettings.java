package vn.ansinh.inbox;

import java.time.Instant;
import vn.ansinh.calendar.OfficeHours;
import vn.ansinh.calendar.WorkingDays;

/// How the officers deal with what they are asked.
///
/// @param workdays within which a citizen is answered
/// @param chat the officers' own group in Telegram; empty when there is none
public record InboxSettings(OfficeHours hours, int workdays, String chat) {
  public static final InboxSettings DEFAULT = new InboxSettings(OfficeHours.USUAL, 1, "");

  /// What somebody who asks now is promised. Unseen nothing waits for more than one day of work.
  public Promise promise(Instant now, WorkingDays working) {
    return new Promise(hours.after(now, workdays, working), hours.after(now, 1, working));
  }
}
