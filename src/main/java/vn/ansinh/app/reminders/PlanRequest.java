package vn.ansinh.app.reminders;

import java.time.LocalDate;
import java.util.Optional;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.days.PaymentDays;
import vn.ansinh.reminder.Wish;
import vn.ansinh.text.Vietnamese;
import vn.ansinh.vaccination.Request;

/// A plan asked for in texts, checked as a whole: the first thing that is wrong refuses it.
sealed interface PlanRequest {
  /// @param until the last day of the plan
  record Accepted(Wish wish, LocalDate on, LocalDate until) implements PlanRequest {}

  /// @param code `bad-date`
  record Refused(String code) implements PlanRequest {}

  /// @param on the first day of the plan; its last one is said, or a year later
  static PlanRequest read(PlanOptions options, String on, Calendars calendars) {
    return switch (options.kind) {
      case "vaccination" -> vaccination(options, on, calendars);
      case "insurance" -> insurance(options, on);
      case "payment" -> payment(options, on, calendars);
      case null, default -> new Refused("bad-kind");
    };
  }

  private static PlanRequest vaccination(PlanOptions options, String on, Calendars calendars) {
    return switch (Request.read(
        calendars.schedule(), options.born, on, ForecastCommand.doses(options.given))) {
      case Request.Refused(var fault) -> new Refused(fault.code());
      case Request.Accepted(var child, _) ->
          accepted(options, on, new Wish.Vaccination(named(options, "bé"), child, null));
    };
  }

  private static PlanRequest insurance(PlanOptions options, String on) {
    Optional<LocalDate> expires = Request.date(options.expires);
    String people = options.people == null ? "1" : options.people;
    if (expires.isEmpty()) {
      return new Refused(Request.Fault.BAD_DATE.code());
    }
    if (!people.matches("[1-9]\\d?")) {
      return new Refused("bad-people");
    }
    return accepted(
        options,
        on,
        new Wish.Insurance(named(options, "người thân"), expires.get(), Integer.parseInt(people)));
  }

  /// By the id of a benefit, or its name.
  private static PlanRequest payment(PlanOptions options, String on, Calendars calendars) {
    String asked = Vietnamese.fold(Optional.ofNullable(options.benefit).orElse("")).strip();
    return calendars.payments().values().stream()
        .filter(
            known -> known.benefit().equals(asked) || Vietnamese.fold(known.name()).equals(asked))
        .map(PaymentDays::benefit)
        .findFirst()
        .map(benefit -> accepted(options, on, new Wish.Payment(benefit)))
        .orElse(new Refused("unknown-benefit"));
  }

  private static PlanRequest accepted(PlanOptions options, String on, Wish wish) {
    Optional<LocalDate> first = Request.date(on);
    Optional<LocalDate> until =
        options.until == null ? first.map(day -> day.plusYears(1)) : Request.date(options.until);
    if (first.isEmpty() || until.isEmpty()) {
      return new Refused(Request.Fault.BAD_DATE.code());
    }
    return until.get().isBefore(first.get())
        ? new Refused("until-before-on")
        : new Accepted(wish, first.get(), until.get());
  }

  private static String named(PlanOptions options, String otherwise) {
    return options.nickname == null || options.nickname.isBlank()
        ? otherwise
        : options.nickname.strip();
  }
}
