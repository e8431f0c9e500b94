package vn.ansinh.broadcast;

import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.broadcast.Broadcast.Plan;
import vn.ansinh.broadcast.Broadcast.Run;
import vn.ansinh.broadcast.content.Composer;
import vn.ansinh.broadcast.content.Composer.Composed;
import vn.ansinh.broadcast.content.Refusals;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.QuietHours.Window;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.mailing.Mailing;
import vn.ansinh.text.Saying;

/// The one step from what was approved to deliveries in the outbox, whoever takes it.
final class Launch {
  /// Longer than any broadcast runs.
  private static final Duration ANY_HOUR = Duration.ofDays(365);

  private final Composer composer;
  private final Mailing mailing;
  private final QuietHours quiet;
  private final Gate gate;
  private final Clock clock;

  Launch(Composer composer, Mailing mailing, QuietHours quiet, Refusals refusals, Clock clock) {
    this.composer = composer;
    this.mailing = mailing;
    this.quiet = quiet;
    this.gate = new Gate(refusals);
    this.clock = clock;
  }

  /// When a broadcast may be sent that is launched, or goes on, at a moment.
  Window window(Instant from, @Nullable String anyHourBecause) {
    return anyHourBecause == null ? quiet.window(from) : new Window(from, from.plus(ANY_HOUR));
  }

  /// What is wrong with sending at a moment.
  Optional<Answer> hours(Instant at, @Nullable String anyHourBecause) {
    if (anyHourBecause != null) {
      return anyHourBecause.isBlank()
          ? Optional.of(gate.refused(Saying.Broadcast.REASON_MISSING))
          : Optional.empty();
    }
    Instant opens = quiet.window(at).opens();
    return opens.equals(at)
        ? Optional.empty()
        : Optional.of(gate.refused(Saying.Broadcast.QUIET, opens));
  }

  /// Of one that is locked, with its plan: all of the audience at once. Blocks.
  Answer go(SqlConnection transaction, Broadcast before) {
    return switch (composer.compose(before.draft())) {
      case Composed.Broken(var why) -> new Answer.Refused(why);
      case Composed.Good(Message message) -> go(transaction, before, message);
    };
  }

  private Answer go(SqlConnection transaction, Broadcast before, Message message) {
    int recipients =
        mailing
            .launch(transaction, before.id().value(), message, before.draft().audience())
            .await();
    if (recipients == 0) {
      return gate.refused(Saying.Broadcast.AUDIENCE_EMPTY);
    }
    Instant now = clock.instant();
    String because = before.plan().anyHourBecause();
    return new Answer.Done(
        before
            .in(State.RUNNING)
            .with(new Plan(null, before.plan().by(), because))
            .with(Run.launched(window(now, because), now, recipients)));
  }
}
