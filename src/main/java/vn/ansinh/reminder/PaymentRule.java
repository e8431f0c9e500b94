package vn.ansinh.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

  /// Followed by the day that was published before.
  private static final String CHANGED = "changed-";

  private static final String CANCELLED = "cancelled";
  private static final String EVENING_BEFORE = "evening-before";
  private static final LocalTime EVENING = LocalTime.of(19, 0);

  /// Changes much farther away, and more than these, are told of on their own evenings alone.
  private static final int CHANGE_DAYS = 100;

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

  /// What must be told at once of a benefit, since other calendars held before.
  List<Planned> changes(PaymentDays before, Calendars old, Instant now) {
    PaymentDays payment = calendars.payments().get(before.benefit());
    if (payment == null) {
      return List.of();
    }
    LocalDate today = LocalDate.ofInstant(now, VietnamTime.ZONE);
    LocalDate until = today.plusDays(CHANGE_DAYS);
    Map<LocalDate, Span> was =
        upcoming(new Occurrences(before.days(), old.working()), today, until);
    // What was moved to a day that has passed is no longer to come, but it is not cancelled.
    Map<LocalDate, Span> is =
        upcoming(
            new Occurrences(payment.days(), calendars.working()),
            today.minusDays(CHANGE_DAYS),
            until.plusDays(CHANGE_DAYS));
    List<Planned> changes = new ArrayList<>();
    was.forEach(
        (scheduled, span) -> {
          Span instead = is.containsKey(scheduled) ? is.get(scheduled) : sameMonth(is, was, span);
          if (!span.equals(instead) && (instead == null || !instead.last().isBefore(today))) {
            changed(payment, span.first(), instead, now).ifPresent(changes::add);
          }
        });
    return changes.stream().limit(CHANGES).toList();
  }

  /// The days by the first day as scheduled.
  private static Map<LocalDate, Span> upcoming(Occurrences days, LocalDate from, LocalDate until) {
    Map<LocalDate, Span> upcoming = new TreeMap<>();
    days.from(from)
        .takeWhile(each -> each.days().first().isBefore(until))
        .forEach(each -> each.scheduled().forEach(day -> upcoming.put(day, each.days())));
    return upcoming;
  }

  /// What a new rule puts into the month of a day that it no longer knows; null when nothing.
  private static @Nullable Span sameMonth(
      Map<LocalDate, Span> is, Map<LocalDate, Span> was, Span span) {
    return is.entrySet().stream()
        .filter(each -> !was.containsKey(each.getKey()))
        .map(Map.Entry::getValue)
        .filter(each -> YearMonth.from(each.first()).equals(YearMonth.from(span.first())))
        .findFirst()
        .orElse(null);
  }

  private Optional<Planned> changed(
      PaymentDays payment, LocalDate before, @Nullable Span instead, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, VietnamTime.ZONE);
    LocalDate first = instead == null ? before : instead.first();
    LocalDate due = first.isBefore(today) ? today : first;
    LocalDate last = instead == null ? before : instead.last();
    Instant end = last.plusDays(1).atStartOfDay(VietnamTime.ZONE).toInstant();
    Instant send = quiet.sending(now, due, end).at();
    String lead = instead == null ? CANCELLED : CHANGED + before;
    Reason reason = new Reason.Changed(payment, before, instead);
    // After the last decent hour nothing is left to be told.
    return send.isBefore(now)
        ? Optional.empty()
        : Optional.of(new Planned(send, due, lead, reason));
  }
}
