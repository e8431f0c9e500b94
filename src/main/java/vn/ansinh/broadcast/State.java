package vn.ansinh.broadcast;

import java.util.Locale;
import java.util.Optional;
import vn.ansinh.text.Saying.Broadcast;

/// Where a broadcast stands, and what follows from each act.
public enum State {
  DRAFT(Broadcast.STATE_DRAFT),
  SUBMITTED(Broadcast.STATE_SUBMITTED),
  APPROVED(Broadcast.STATE_APPROVED),
  SCHEDULED(Broadcast.STATE_SCHEDULED),
  RUNNING(Broadcast.STATE_RUNNING),
  PAUSED(Broadcast.STATE_PAUSED),
  DONE(Broadcast.STATE_DONE),
  CANCELLED(Broadcast.STATE_CANCELLED);

  private final Broadcast words;

  State(Broadcast words) {
    this.words = words;
  }

  /// What an officer reads.
  public Broadcast words() {
    return words;
  }

  /// As it is written in the table: `draft`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static State ofKey(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /// Where an act leads; empty when it cannot be done here.
  Optional<State> after(Act act) {
    return switch (act) {
      case CREATE -> Optional.empty();
      // Whatever was found right before is not any more.
      case EDIT -> to(DRAFT, DRAFT, SUBMITTED, APPROVED, SCHEDULED);
      case SUBMIT -> to(SUBMITTED, DRAFT);
      case APPROVE -> to(APPROVED, SUBMITTED);
      case SCHEDULE -> to(SCHEDULED, APPROVED, SCHEDULED);
      case START -> to(RUNNING, APPROVED, SCHEDULED);
      case PAUSE -> to(PAUSED, RUNNING);
      case RESUME -> to(RUNNING, PAUSED);
      case CANCEL -> to(CANCELLED, DRAFT, SUBMITTED, APPROVED, SCHEDULED, RUNNING, PAUSED);
      case RETRY -> to(this == PAUSED ? PAUSED : RUNNING, RUNNING, PAUSED, DONE);
      case FINISH -> to(DONE, RUNNING);
    };
  }

  private Optional<State> to(State next, State... from) {
    for (State each : from) {
      if (each == this) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }
}
