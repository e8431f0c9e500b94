package vn.ansinh.reminder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Says when each message about a wish goes out, as far as the calendars of the day know.
public final class Planner {
  /// The messages with `after < send <= until`, in the order of sending, if nothing happens to the
  /// wish meanwhile.
  public List<Planned> between(Wish wish, Instant after, Instant until) {
    throw new UnsupportedOperationException("to be written: " + wish + after + until);
  }

  /// The first message after a moment; empty when none is known.
  public Optional<Planned> next(Wish wish, Instant after) {
    throw new UnsupportedOperationException("to be written: " + wish + after);
  }
}
