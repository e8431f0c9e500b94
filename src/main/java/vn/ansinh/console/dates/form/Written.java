package vn.ansinh.console.dates.form;

import java.time.LocalDate;
import java.util.Optional;
import vn.ansinh.calendar.Span;
import vn.ansinh.text.Vietnamese;

/// Days as forms show them, and as files hold them.
final class Written {
  private Written() {}

  /// `2027-02-05..2027-02-07` -> `05/02/2027–07/02/2027`; what is no day stays as it is.
  static String shown(String file) {
    return Span.parse(file).map(Written::shown).orElse(file);
  }

  private static String shown(Span span) {
    String first = Vietnamese.date(span.first());
    return isOne(span) ? first : first + "–" + Vietnamese.date(span.last());
  }

  static String filed(Span span) {
    return isOne(span) ? span.first().toString() : span.first() + ".." + span.last();
  }

  static String filed(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }

  private static boolean isOne(Span span) {
    return span.first().equals(span.last());
  }
}
