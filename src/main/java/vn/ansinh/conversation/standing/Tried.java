package vn.ansinh.conversation.standing;

/// What a code that was typed to join two chats comes to. Places are channels as people read them.
public sealed interface Tried {
  /// It is good.
  record Good(String other) implements Tried {}

  /// Both are one citizen's now.
  ///
  /// @param merged reminders of the same that were made one
  /// @param stopped whether messages had been stopped in one of the two, and are now in both
  record Joined(String other, int merged, boolean stopped) implements Tried {}

  /// The chat in which it was typed is joined already.
  record Already(String other) implements Tried {}

  /// The chat in which it was typed shows it itself.
  record Own() implements Tried {}

  /// The chat that shows it is on the same channel.
  record Same() implements Tried {}

  /// Never shown, over, or used; nobody is told which.
  ///
  /// @param left how many more may be tried
  record Wrong(int left) implements Tried {}

  /// Too many were wrong.
  record Wait(long minutes) implements Tried {}
}
