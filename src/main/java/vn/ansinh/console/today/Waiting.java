package vn.ansinh.console.today;

import vn.ansinh.inbox.store.CasePages;

/// What needs a person.
///
/// @param unanswered questions without an answer that no officer has dealt with
/// @param unhelped questions whose answer did not help, likewise
/// @param unknown messages of the last seven days of which nobody knows whether they arrived
/// @param missed reminders of the last seven days that reached nobody
/// @param stale places of the knowledge base to be looked at again
/// @param asked citizens who wait for an officer's answer
/// @param late those of them who have waited too long
public record Waiting(
    long unanswered, long unhelped, long unknown, long missed, long stale, long asked, long late) {
  public boolean isNothing() {
    return unanswered + unhelped + unknown + missed + stale + asked == 0;
  }

  Waiting with(long unknownMessages, long stalePlaces, CasePages.Counts inbox) {
    return new Waiting(
        unanswered, unhelped, unknownMessages, missed, stalePlaces, inbox.waiting(), inbox.late());
  }
}
