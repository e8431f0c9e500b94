package vn.ansinh.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.reminder.Planned.Reason;

/// A card is told of 30, 7 and 1 days before it ends and on its last day; then, as long as it is
/// not renewed, on days 60 and 80 without a card, while that still does no harm.
final class InsuranceRule {
  /// No message comes longer before the day of which it tells, those moved before Tết included.
  static final int AHEAD = 40;

  /// From so many days without a card on, a new one has to be waited for; after them continuity is
  /// lost: the knowledge base's `hi-break-days`.
  static final int BREAK_DAYS = 90;

  private static final String GAP = "gap-";
  private static final String BEFORE = "-before";
  private static final String ON_DAY = "on-day";
  private static final List<Integer> DAYS_BEFORE = List.of(30, 7, 1, 0);
  private static final List<Integer> GAP_DAYS = List.of(60, 80);
  private static final LocalTime HOUR = LocalTime.of(8, 0);

  private final QuietHours quiet;

  InsuranceRule(QuietHours quiet) {
    this.quiet = quiet;
  }

  /// What tells of this day and later ones, by the day of which it tells.
  Stream<Planned> from(Wish.Insurance wish, LocalDate day) {
    LocalDate expires = wish.expires();
    LocalDate last = lastOfGap(expires);
    return Stream.concat(
            DAYS_BEFORE.stream().map(days -> before(expires, days)),
            GAP_DAYS.stream().map(gap -> gap(expires, gap, last)))
        .filter(planned -> !planned.due().isBefore(day));
  }

  /// The last day without a card on which nothing is lost yet.
  static LocalDate lastOfGap(LocalDate expires) {
    return expires.plusDays(BREAK_DAYS - 1);
  }

  private Planned before(LocalDate expires, int days) {
    return planned(
        expires.minusDays(days),
        expires,
        days == 0 ? ON_DAY : days + BEFORE,
        new Reason.Ending(days, expires));
  }

  private Planned gap(LocalDate expires, int day, LocalDate last) {
    return planned(expires.plusDays(day), last, GAP + day, new Reason.Gap(day, expires, last));
  }

  private Planned planned(LocalDate day, LocalDate due, String lead, Reason reason) {
    Instant wanted = day.atTime(HOUR).atZone(VietnamTime.ZONE).toInstant();
    return new Planned(quiet.sending(wanted, due).at(), due, lead, reason);
  }
}
