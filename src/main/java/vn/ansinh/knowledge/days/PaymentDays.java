package vn.ansinh.knowledge.days;

import vn.ansinh.calendar.recurrence.Recurrence;
import vn.ansinh.knowledge.Grade;

/// When and where one kind of benefit is paid.
///
/// @param benefit its id: `social-pension`
/// @param name as people call it
/// @param place empty when it is not known
/// @param grade of the days: with C there are none, for nothing is guessed
/// @param source where the days are from, or why they are not known
/// @param contact who knows: an id of `contacts.yaml`
public record PaymentDays(
    String benefit,
    String name,
    String place,
    Grade grade,
    String source,
    String contact,
    Recurrence days) {
  /// Path inside the knowledge directory.
  public static final String FILE = "calendar/payments.yaml";
}
