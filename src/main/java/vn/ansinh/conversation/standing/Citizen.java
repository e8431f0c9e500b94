package vn.ansinh.conversation.standing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who speaks, as far as reminders go.
///
/// @param mayBeWrittenTo whether the channel lets us write first
/// @param inGroup whether others speak in the same chat and read the answers
/// @param held read when it is asked for, which most messages do not need; null where nothing can
///     be held
public record Citizen(boolean mayBeWrittenTo, boolean inGroup, @Nullable Supplier<Held> held) {
  /// Somebody of whom nothing is known or kept.
  public static final Citizen STRANGER = new Citizen(false, false, null);
}
