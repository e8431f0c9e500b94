package vn.ansinh.console.dates.form;

/// What is wrong with something typed; the words stand in `console/dates/slip.jte`.
///
/// @param what was typed, or what more there is to say; may be empty
public record Slip(Kind kind, String what) {
  public enum Kind {
    MISSING,
    LONG,
    NOT_A_DAY,
    NO_SUCH_DAY,
    PAST,
    FAR,
    BACKWARDS,
    LONG_SPAN,
    OVERLAP,
    TWICE,
    TOO_MANY,
    /// A rule that nobody understands.
    RULE,
    /// A change of a day that the ordinary days do not have.
    NOT_SCHEDULED,
    /// Days of a payment whose days are said not to be known.
    DAYS_OF_UNKNOWN,
    NO_DAYS,
    HOLIDAY,
    YEAR,
    OTHER_YEAR,
    /// Free on a day of rest, or work on a working day.
    NO_SWAP,
    CHOICE,
    /// Somebody else has changed the same.
    EDITED,
    /// Nothing differs from what holds already.
    SAME,
    /// What the check of the knowledge base says.
    CHECK
  }
}
