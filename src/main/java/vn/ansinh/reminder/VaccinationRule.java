package vn.ansinh.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.Span;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.calendar.recurrence.Occurrences;
import vn.ansinh.calendar.recurrence.Recurrence;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.days.SessionDays;
import vn.ansinh.reminder.Planned.Reason;
import vn.ansinh.reminder.visit.Moved;
import vn.ansinh.reminder.visit.Visit;
import vn.ansinh.reminder.visit.Visits;
import vn.ansinh.vaccination.Schedule;

/// Each visit of a child is told of three days before and on its morning, and who was told of a
/// session hears at once that it takes place on other days. Which visits there are: see [Visits].
final class VaccinationRule {
  /// No message comes longer before the day of which it tells, those moved before Tết included.
  static final int AHEAD = 10;

  private static final String OVERDUE = "overdue";
  private static final String BEFORE = "3-before";
  private static final String ON_DAY = "on-day";
  private static final int DAYS_BEFORE = 3;

  /// A monthly day in Tết gives way to the first decent one, a few days later.
  private static final int DAYS_LATER = 7;

  private static final LocalTime HOUR = LocalTime.of(8, 0);

  private final Schedule schedule;
  private final SessionDays announced;
  private final Occurrences sessions;
  private final QuietHours quiet;

  VaccinationRule(Calendars calendars, QuietHours quiet) {
    this.schedule = calendars.schedule();
    this.announced = calendars.sessions();
    this.sessions = new Occurrences(announced.days(), calendars.working());
    this.quiet = quiet;
  }

  /// The sessions from today on as they are published now, by the first day as scheduled.
  Map<LocalDate, Span> published(LocalDate today) {
    return new PublishedDays(sessions).from(today);
  }

  /// What must be told at once to those who were told of a session, since it had been published
  /// for other days.
  List<Planned> moved(Map<LocalDate, Span> before, Instant now) {
    return new PublishedDays(sessions)
        .since(before, LocalDate.ofInstant(now, VietnamTime.ZONE)).stream()
            .map(change -> moved(change, now))
            .toList();
  }

  private Planned moved(PublishedDays.Change change, Instant now) {
    String source =
        announced.days().changes().stream()
            .filter(each -> each.day().equals(change.scheduled()))
            .map(Recurrence.Change::source)
            .findFirst()
            .orElse(announced.source());
    Moved moved = new Moved(change.before(), change.instead(), source);
    return change.planned(quiet, now, new Reason.OfMove(moved));
  }

  /// What tells of this day and later ones, some of it of days shortly before; each by the day of
  /// which it tells.
  List<Stream<Planned>> from(Wish.Vaccination wish, LocalDate day) {
    Visits visits = new Visits(schedule, sessions, wish.child(), wish.notBefore());
    return Stream.of(
            visits.atSessions(day),
            visits.unannounced(day),
            visits.monthly(day.minusDays(DAYS_LATER)))
        .map(
            some -> some.flatMap(visit -> planned(wish, visit)).filter(each -> isHeard(wish, each)))
        .toList();
  }

  private static boolean isHeard(Wish.Vaccination wish, Planned planned) {
    LocalDate sent = LocalDate.ofInstant(planned.send(), VietnamTime.ZONE);
    return wish.notBefore() == null || !sent.isBefore(wish.notBefore());
  }

  private Stream<Planned> planned(Wish.Vaccination wish, Visit visit) {
    return switch (visit.notice()) {
      case BEFORE_AND_ON_DAY -> Stream.of(before(wish, visit), onDay(wish, visit));
      case BEFORE -> Stream.of(before(wish, visit));
      case ON_DAY -> Stream.of(overdue(wish, visit));
    };
  }

  private Planned before(Wish.Vaccination wish, Visit visit) {
    Instant wanted = hour(visit.due().minusDays(DAYS_BEFORE));
    Instant send = quiet.sending(wanted, visit.due()).at();
    return planned(wish, visit, send, visit.due(), BEFORE, DAYS_BEFORE);
  }

  private Planned onDay(Wish.Vaccination wish, Visit visit) {
    Instant send = quiet.sending(hour(visit.due()), visit.due()).at();
    return planned(wish, visit, send, visit.due(), ON_DAY, 0);
  }

  private Planned overdue(Wish.Vaccination wish, Visit visit) {
    LocalDate due = visit.due();
    Instant send = quiet.sending(hour(due), due.plusDays(DAYS_LATER)).at();
    LocalDate day = LocalDate.ofInstant(send, VietnamTime.ZONE);
    return planned(wish, visit, send, day.isAfter(due) ? day : due, OVERDUE, 0);
  }

  private Planned planned(
      Wish.Vaccination wish,
      Visit visit,
      Instant send,
      LocalDate due,
      String lead,
      int daysBefore) {
    Reason reason = new Reason.OfVisit(visit, daysBefore);
    return new Planned(send, due, lead, reason);
  }

  private static Instant hour(LocalDate day) {
    return day.atTime(HOUR).atZone(VietnamTime.ZONE).toInstant();
  }
}
