package vn.ansinh.calendar;

/// What a day is to a public office, which rests on Saturday and Sunday.
public sealed interface OfficeDay {
  /// @param swapped whether it is a day of rest worked to make another day free
  record Working(boolean swapped) implements OfficeDay {}

  record Weekend() implements OfficeDay {}

  /// @param holiday its name, as people call it
  record Off(String holiday, Reason reason) implements OfficeDay {}

  /// A day that may or may not be free: the decision for the year is not known.
  record Undecided(String holiday) implements OfficeDay {}

  enum Reason {
    HOLIDAY,
    /// In place of a holiday that falls on a day of rest.
    COMPENSATION,
    /// In exchange for a day of rest that is worked.
    SWAP
  }
}
