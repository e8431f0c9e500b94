package vn.ansinh.bench.growth;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import vn.ansinh.telegram.TelegramLimits;

/// What is asked of every size.
///
/// @param minutes of load
/// @param sizes numbers of citizens, the smallest first
/// @param questions a second
/// @param paid messages of broadcasts a second that Telegram permits; 0 for those that it permits
///     to everybody, replies and reminders among them
record Plan(int minutes, List<Integer> sizes, int questions, int paid) {
  /// Of all messages but paid ones, as Telegram publishes it.
  static final int PERMITTED = 30;

  /// Reminders that fall due in a second.
  static final int REMINDERS = 3;

  /// What time it is for the service when it starts: nine in the morning.
  static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");

  Plan {
    sizes = sizes.stream().sorted().toList();
    // Who asks or is reminded does not come again before the next size.
    if (sizes.getFirst() < 1_000) {
      throw new IllegalArgumentException("at least 1,000 citizens, not " + sizes.getFirst());
    }
  }

  /// @param args minutes, sizes with commas between them, questions a second, paid messages a
  ///     second
  static Plan of(String[] args) {
    return new Plan(
        Integer.parseInt(args[0]),
        Arrays.stream(args[1].split(",")).map(Integer::valueOf).toList(),
        Integer.parseInt(args[2]),
        Integer.parseInt(args[3]));
  }

  Duration length() {
    return Duration.ofMinutes(minutes);
  }

  int reminders() {
    return (int) (REMINDERS * length().toSeconds());
  }

  /// Messages of broadcasts a second.
  double permitted() {
    return paid > 0 ? paid : PERMITTED - questions - REMINDERS;
  }

  TelegramLimits limits() {
    return new TelegramLimits(PERMITTED, 1, Math.max(paid, 1), System::nanoTime);
  }
}
