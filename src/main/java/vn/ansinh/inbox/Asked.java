package vn.ansinh.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a citizen can ask the officers about, and what they have asked.
///
/// @param about the exchange that a button belongs to, or the last one; null when there is none
/// @param open the case that is not closed; null when there is none
public record Asked(@Nullable Exchange about, @Nullable Open open) {
  public static final Asked NOTHING = new Asked(null, null);

  /// @param promised until when an answer was promised; null when none is owed
  public record Open(long number, @Nullable Instant promised) {}
}
