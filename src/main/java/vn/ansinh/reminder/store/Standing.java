package vn.ansinh.reminder.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.Wish;

/// A reminder that is kept.
///
/// @param next when its next message goes out; null when none is known
public record Standing(ReminderId id, Wish wish, @Nullable Instant next) {}
