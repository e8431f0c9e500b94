package vn.ansinh.vaccination;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A forecast asked for in texts, checked as a whole.
public sealed interface Request {
  record Accepted(Child child, LocalDate on) implements Request {}

  record Refused(Fault fault) implements Request {}

  /// The first thing that is wrong.
  enum Fault {
    /// Malformed, or no such day.
    BAD_DATE,
    BORN_AFTER_ON,
    /// Not of three parts.
    BAD_DOSE,
    UNKNOWN_VACCINE,
    UNKNOWN_DOSE,
    BEFORE_BIRTH,
    IN_FUTURE;

    /// `bad-date`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Looks at the birth, then the day, then both, then each dose in the order given.
  ///
  /// @param born `2026-08-31`; null when it is missing
  /// @param on the day of the forecast, the same way
  /// @param given each `vaccine:number:date`
  static Request read(
      Schedule schedule, @Nullable String born, @Nullable String on, List<String> given) {
    Optional<LocalDate> birth = date(born);
    Optional<LocalDate> day = date(on);
    if (birth.isEmpty() || day.isEmpty()) {
      return new Refused(Fault.BAD_DATE);
    }
    if (birth.get().isAfter(day.get())) {
      return new Refused(Fault.BORN_AFTER_ON);
    }
    List<Child.Given> doses = new ArrayList<>();
    for (String text : given) {
      String[] parts = text.split(":", -1);
      Fault fault = fault(schedule, parts, birth.get(), day.get());
      if (fault != null) {
        return new Refused(fault);
      }
      Dose dose = new Dose(parts[0], Integer.parseInt(parts[1]));
      doses.add(new Child.Given(dose, LocalDate.parse(parts[2])));
    }
    return new Accepted(new Child(birth.get(), doses), day.get());
  }

  private static @Nullable Fault fault(
      Schedule schedule, String[] parts, LocalDate born, LocalDate on) {
    if (parts.length != 3) {
      return Fault.BAD_DOSE;
    }
    if (!schedule.hasVaccine(parts[0])) {
      return Fault.UNKNOWN_VACCINE;
    }
    if (!schedule.hasDose(parts[0], parts[1])) {
      return Fault.UNKNOWN_DOSE;
    }
    Optional<LocalDate> day = date(parts[2]);
    if (day.isEmpty()) {
      return Fault.BAD_DATE;
    }
    if (day.get().isBefore(born)) {
      return Fault.BEFORE_BIRTH;
    }
    return day.get().isAfter(on) ? Fault.IN_FUTURE : null;
  }

  /// Exactly `YYYY-MM-DD`: longer years and signs, which ISO also knows, are refused.
  static Optional<LocalDate> date(@Nullable String text) {
    if (text == null || text.length() != 10) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
