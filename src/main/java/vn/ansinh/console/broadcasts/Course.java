package vn.ansinh.console.broadcasts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.broadcast.Broadcast;
import vn.ansinh.broadcast.State;
import vn.ansinh.calendar.QuietHours.Window;
import vn.ansinh.delivery.mailing.Progress;

/// How far a broadcast has come, and how long it will take.
///
/// @param minutes to go while it is being sent; 0 when nothing is left
/// @param opens when sending begins; null when it has begun
/// @param closes when sending rests until the next decent hour; null when it ends before
public record Course(
    Progress progress, long minutes, @Nullable Instant opens, @Nullable Instant closes) {
  /// Empty before it was launched.
  static Optional<Course> of(Tools tools, Broadcast broadcast) {
    return tools
        .reports()
        .progress(broadcast)
        .map(progress -> of(progress, broadcast, tools.perSecond(), tools.clock().instant()));
  }

  private static Course of(Progress progress, Broadcast broadcast, double perSecond, Instant now) {
    Window window = broadcast.run().window();
    if (broadcast.state() != State.RUNNING || window == null) {
      return new Course(progress, 0, null, null);
    }
    Duration toGo = progress.toGo(perSecond);
    Instant from = window.opens().isAfter(now) ? window.opens() : now;
    return new Course(
        progress,
        (toGo.toSeconds() + 59) / 60,
        window.opens().isAfter(now) ? window.opens() : null,
        from.plus(toGo).isAfter(window.closes()) ? window.closes() : null);
  }

  /// Who did not get it and can be tried again.
  public boolean hasFailures() {
    return progress.failed() + progress.refused() + progress.unknown() > 0;
  }

  /// How many are settled for good, of a thousand.
  public int permille(int some) {
    return (int) (1000L * some / Math.max(1, progress.recipients()));
  }

  /// To how many it did not come, for whatever reason.
  public int notReached() {
    return progress.refused() + progress.failed() + progress.unreachable();
  }

  /// Of whom it need not come any more.
  public int givenUp() {
    return progress.stopped() + progress.cancelled() + progress.joined() + progress.erased();
  }

  /// Nobody is waited for any more.
  public int settled() {
    return progress.recipients() - progress.left() - progress.waiting();
  }
}
