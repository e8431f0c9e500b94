package vn.ansinh.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  static final String CHANGED = "changed-";

  static final String CANCELLED = "cancelled";
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

  /// The days of each benefit from today on as they are published now, by the first day as
  /// scheduled: what a later change is measured against.
  Map<String, Map<LocalDate, Span>> published(LocalDate today) {
    Map<String, Map<LocalDate, Span>> published = new HashMap<>();
    occurrences.forEach(
        (benefit, days) ->
            published.put(benefit, upcoming(days, today, today.plusDays(CHANGE_DAYS))));
    return published;
  }

  /// What must be told at once of a benefit, since other days had been published before.
  List<Planned> changes(String benefit, Map<LocalDate, Span> before, Instant now) {
    PaymentDays payment = calendars.payments().get(benefit);
    Occurrences days = occurrences.get(benefit);
    if (payment == null || days == null) {
      return List.of();
    }
    LocalDate today = LocalDate.ofInstant(now, VietnamTime.ZONE);
    Map<LocalDate, Span> was = new TreeMap<>(before);
    was.values().removeIf(span -> span.last().isBefore(today));
    // What was moved to a day that has passed is no longer to come, but it is not cancelled.
    Map<LocalDate, Span> is =
        upcoming(days, today.minusDays(CHANGE_DAYS), today.plusDays(2L * CHANGE_DAYS));
    List<Planned> changes = new ArrayList<>();
    was.forEach(
        (scheduled, span) -> {
          Span instead = is.containsKey(scheduled) ? is.get(scheduled) : sameMonth(is, was, span);
          if (!span.equals(instead) && (instead == null || !instead.last().isBefore(today))) {
            changes.add(changed(payment, span.first(), instead, now));
          }
        });
    // Two months that are moved together from one day to another are one change.
    return changes.stream().distinct().limit(CHANGES).toList();
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

  /// One that can no longer leave in time is planned for an hour that has passed.
  private Planned changed(
      PaymentDays payment, LocalDate before, @Nullable Span instead, Instant now) {
    LocalDate first = instead == null ? before : instead.first();
    LocalDate last = instead == null ? before : instead.last();
    Instant end = last.plusDays(1).atStartOfDay(VietnamTime.ZONE).toInstant();
    Instant send = quiet.sending(now, first, end).at();
    LocalDate day = LocalDate.ofInstant(send, VietnamTime.ZONE);
    return new Planned(
        send,
        first.isBefore(day) ? day : first,
        instead == null ? CANCELLED : CHANGED + before,
        new Reason.Changed(payment, before, instead));
  }
}
