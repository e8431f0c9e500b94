package vn.ansinh.officer;

/// Who did what the audit log tells of.
public sealed interface Actor {
  /// An officer who was signed in.
  record Member(OfficerId id) implements Actor {}

  /// Whoever runs commands on the machine of the service.
  record CommandLine() implements Actor {}

  /// The service by itself: at a time that was set, or because something went wrong.
  record Service() implements Actor {}

  /// Nobody who has proved who they are: a sign-in that failed, a one-time link.
  record Stranger() implements Actor {}
}
