package vn.ansinh.officer.log;

/// What is wrong with the audit log at one place.
public sealed interface Flaw {
  /// The first row that it concerns.
  long number();

  /// The row does not fit what stands before it: it, or the one before, is not as it was written.
  record Altered(long number) implements Flaw {}

  /// The rows from one number to another, both included, are gone.
  record Missing(long number, long last) implements Flaw {}

  /// The row was written as number `was` and stands elsewhere now.
  record Moved(long number, long was) implements Flaw {}

  /// The row is not the one whose hash was noted down: the log was written anew.
  record Rewritten(long number) implements Flaw {}
}
