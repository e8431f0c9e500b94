package vn.ansinh.console.today;

/// What needs a person.
///
/// @param unanswered questions without an answer that no officer has dealt with
/// @param unhelped questions whose answer did not help, likewise
/// @param unknown messages of the last seven days of which nobody knows whether they arrived
/// @param missed reminders of the last seven days that reached nobody
/// @param stale places of the knowledge base to be looked at again
public record Waiting(long unanswered, long unhelped, long unknown, long missed, long stale) {
  public boolean isNothing() {
    return unanswered + unhelped + unknown + missed + stale == 0;
  }

  Waiting with(long unknownMessages, long stalePlaces) {
    return new Waiting(unanswered, unhelped, unknownMessages, missed, stalePlaces);
  }
}
