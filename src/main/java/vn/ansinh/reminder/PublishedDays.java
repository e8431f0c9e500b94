package vn.ansinh.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.Span;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.calendar.recurrence.Occurrences;
import vn.ansinh.reminder.Planned.Reason;

/// The days of one calendar as people know them, and what has become of them since.
record PublishedDays(Occurrences days) {
  /// The leads of what is told at once, as patterns of SQL.
  static final List<String> LEADS = List.of("changed-%", "cancelled");

  /// Changes much farther away are told of in their own time alone.
  private static final int CHANGE_DAYS = 100;

  /// @param scheduled the first day by the rule, by which a change is published
  /// @param before as it was published until then
  /// @param instead null when it falls away
  record Change(LocalDate scheduled, Span before, @Nullable Span instead) {
    /// To be sent at the moment itself, in quiet hours as soon as they end. One that can no longer
    /// leave in time is planned for an hour that has passed.
    Planned planned(QuietHours quiet, Instant now, Reason reason) {
      Span told = instead == null ? Span.of(before.first()) : instead;
      Instant end = told.last().plusDays(1).atStartOfDay(VietnamTime.ZONE).toInstant();
      Instant send = quiet.sending(now, told.first(), end).at();
      LocalDate day = LocalDate.ofInstant(send, VietnamTime.ZONE);
      return new Planned(
          send,
          told.first().isBefore(day) ? day : told.first(),
          instead == null ? "cancelled" : "changed-" + before.first(),
          reason);
    }
  }

  /// From today on, by the first day as scheduled: what a later change is measured against.
  Map<LocalDate, Span> from(LocalDate today) {
    return between(today, today.plusDays(CHANGE_DAYS));
  }

  /// What was published and is not over, and now takes place on other days or not at all.
  List<Change> since(Map<LocalDate, Span> before, LocalDate today) {
    Map<LocalDate, Span> was = new TreeMap<>(before);
    was.values().removeIf(span -> span.last().isBefore(today));
    // What was moved to a day that has passed is no longer to come, but it is not cancelled.
    Map<LocalDate, Span> is =
        between(today.minusDays(CHANGE_DAYS), today.plusDays(2L * CHANGE_DAYS));
    List<Change> changes = new ArrayList<>();
    was.forEach(
        (scheduled, span) -> {
          Span instead = is.containsKey(scheduled) ? is.get(scheduled) : sameMonth(is, was, span);
          if (!span.equals(instead) && (instead == null || !instead.last().isBefore(today))) {
            changes.add(new Change(scheduled, span, instead));
          }
        });
    return changes;
  }

  private Map<LocalDate, Span> between(LocalDate from, LocalDate until) {
    Map<LocalDate, Span> between = new TreeMap<>();
    days.from(from)
        .takeWhile(each -> each.days().first().isBefore(until))
        .forEach(each -> each.scheduled().forEach(day -> between.put(day, each.days())));
    return between;
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
}
