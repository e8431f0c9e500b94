package vn.ansinh.calendar.reading;

/// What kind of date is asked for; what is left out is filled in accordingly.
public enum Wanted {
  /// A day that is over, or today: a birth, a dose given.
  PAST,
  /// Today or a day to come: an expiry, a due date.
  FUTURE
}
