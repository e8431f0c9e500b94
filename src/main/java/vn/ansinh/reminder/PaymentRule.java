package vn.ansinh.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.Span;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.calendar.recurrence.Occurrences;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.days.PaymentDays;
import vn.ansinh.reminder.Planned.Reason;

/// A payment is told of on the evening before its first day, and at once when another day is
/// published; where no day is known nothing is told.
final class PaymentRule {
  /// No message comes longer before the day of which it tells, those moved before Tết included.
  static final int AHEAD = 10;

  private static final String EVENING_BEFORE = "evening-before";
  private static final LocalTime EVENING = LocalTime.of(19, 0);

  /// More than these are told of on their own evenings alone.
  private static final int CHANGES = 3;

  private final Calendars calendars;
  private final QuietHours quiet;
  private final Map<String, Occurrences> occurrences;

  PaymentRule(Calendars calendars, QuietHours quiet) {
    this.calendars = calendars;
    this.quiet = quiet;
    this.occurrences = occurrences(calendars);
  }

  /// By benefit.
  static Map<String, Occurrences> occurrences(Calendars calendars) {
    Map<String, Occurrences> occurrences = new HashMap<>();
    calendars
        .payments()
        .forEach(
            (benefit, payment) ->
                occurrences.put(benefit, new Occurrences(payment.days(), calendars.working())));
    return Map.copyOf(occurrences);
  }

  /// What tells of this day and later ones, by the day of which it tells.
  Stream<Planned> from(Wish.Payment wish, LocalDate day) {
    PaymentDays payment = calendars.payments().get(wish.benefit());
    Occurrences days = occurrences.get(wish.benefit());
    return payment == null || days == null
        ? Stream.empty()
        : days.from(day)
            .map(each -> eveningBefore(payment, each.days()))
            .filter(planned -> !planned.due().isBefore(day));
  }

  private Planned eveningBefore(PaymentDays payment, Span days) {
    LocalDate due = days.first();
    Instant wanted = due.minusDays(1).atTime(EVENING).atZone(VietnamTime.ZONE).toInstant();
    Instant send = quiet.sending(wanted, due).at();
    return new Planned(send, due, EVENING_BEFORE, new Reason.Payday(payment, days));
  }

  /// The days of each benefit from today on as they are published now, by the first day as
  /// scheduled: what a later change is measured against.
  Map<String, Map<LocalDate, Span>> published(LocalDate today) {
    Map<String, Map<LocalDate, Span>> published = new HashMap<>();
    occurrences.forEach(
        (benefit, days) -> published.put(benefit, new PublishedDays(days).from(today)));
    return published;
  }

  /// What must be told at once of a benefit, since other days had been published before.
  List<Planned> changes(String benefit, Map<LocalDate, Span> before, Instant now) {
    PaymentDays payment = calendars.payments().get(benefit);
    Occurrences days = occurrences.get(benefit);
    if (payment == null || days == null) {
      return List.of();
    }
    // Two months that are moved together from one day to another are one change.
    return new PublishedDays(days)
        .since(before, LocalDate.ofInstant(now, VietnamTime.ZONE)).stream()
            .map(change -> changed(payment, change, now))
            .distinct()
            .limit(CHANGES)
            .toList();
  }

  private Planned changed(PaymentDays payment, PublishedDays.Change change, Instant now) {
    Reason reason = new Reason.Changed(payment, change.before().first(), change.instead());
    return change.planned(quiet, now, reason);
  }
}
