package vn.ansinh.broadcast;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ansinh.broadcast.content.Draft;
import vn.ansinh.calendar.QuietHours.Window;
import vn.ansinh.delivery.mailing.Progress;
import vn.ansinh.officer.OfficerId;

/// A broadcast as it stands.
///
/// @param version one higher after each edit; who approves says which they have read
/// @param note why the service itself stopped it; null for nothing to say
public record Broadcast(
    BroadcastId id,
    Draft draft,
    State state,
    int version,
    Plan plan,
    Run run,
    @Nullable String note) {

  /// When it is to go out.
  ///
  /// @param at null when it is not scheduled
  /// @param by who scheduled it
  /// @param anyHourBecause why quiet hours and Tết are not kept; null when they are
  public record Plan(
      @Nullable Instant at, @Nullable OfficerId by, @Nullable String anyHourBecause) {
    static final Plan NONE = new Plan(null, null, null);
  }

  /// What became of it.
  ///
  /// @param window in which it may be sent at present
  /// @param recipients to how many it was launched
  /// @param outcome the counts when nothing was left to be sent
  public record Run(
      @Nullable Window window,
      @Nullable Instant launchedAt,
      @Nullable Instant resumedAt,
      @Nullable Instant endedAt,
      @Nullable Integer recipients,
      @Nullable Progress outcome) {
    static final Run NONE = new Run(null, null, null, null, null, null);

    static Run launched(Window window, Instant now, int recipients) {
      return new Run(window, now, null, null, recipients, null);
    }

    /// Refusals of before count no more.
    Run resumed(Window window, Instant now) {
      return new Run(window, launchedAt, now, null, recipients, null);
    }

    Run in(Window other) {
      return new Run(other, launchedAt, resumedAt, endedAt, recipients, outcome);
    }

    Run ended(Instant now, @Nullable Progress counts) {
      return new Run(window, launchedAt, resumedAt, now, recipients, counts);
    }
  }

  Broadcast in(State other) {
    return new Broadcast(id, draft, other, version, plan, run, null);
  }

  Broadcast edited(Draft other) {
    return new Broadcast(id, other, State.DRAFT, version + 1, Plan.NONE, run, null);
  }

  Broadcast with(Plan other) {
    return new Broadcast(id, draft, state, version, other, run, note);
  }

  Broadcast with(Run other) {
    return new Broadcast(id, draft, state, version, plan, other, note);
  }

  Broadcast noting(String other) {
    return new Broadcast(id, draft, state, version, plan, run, other);
  }
}
