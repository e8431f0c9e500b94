package vn.ansinh.console.dates.form;

/// One thing that a calendar says, as people read it.
///
/// @param about of what: the name of a payment, a holiday and its year; empty where there is only
///     one
/// @param value the words of choices stand in `console/dates/value.jte`
public record Line(String about, Item item, String value) {
  public enum Item {
    GRADE,
    RULE,
    FROM,
    TO,
    CLOSED,
    DATES,
    CHANGES,
    PLACE,
    SOURCE,
    CONTACT,
    OFF,
    SWAPS,
    /// A holiday of every year, which only the file can change.
    YEARLY,
    /// What comes of it: the next days.
    NEXT
  }
}
