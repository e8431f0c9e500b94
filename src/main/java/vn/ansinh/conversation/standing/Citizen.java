package vn.ansinh.conversation.standing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ansinh.inbox.Asked;

/// Who speaks, as far as reminders, joined chats and questions to the officers go.
///
/// @param taps whether choices are tapped; else they are read as a numbered list
/// @param mayBeWrittenTo whether the channel lets us write first
/// @param inGroup whether others speak in the same chat and read the answers
/// @param held read when it is asked for, which most messages do not need; null where nothing can
///     be held
/// @param asked what can be asked of the officers, read when it is needed; null where nobody can
///     answer later
/// @param joins how this chat is joined to another; null where it cannot be
public record Citizen(
    boolean taps,
    boolean mayBeWrittenTo,
    boolean inGroup,
    @Nullable Supplier<Held> held,
    @Nullable Supplier<Asked> asked,
    @Nullable Joins joins) {
  /// Somebody of whom nothing is known or kept.
  public static final Citizen STRANGER = new Citizen(true, false, false, null, null, null);
}
