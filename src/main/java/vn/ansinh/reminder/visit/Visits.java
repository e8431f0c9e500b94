package vn.ansinh.reminder.visit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.recurrence.Occurrences;
import vn.ansinh.calendar.recurrence.Recurrence.Occurrence;
import vn.ansinh.reminder.visit.Visit.Notice;
import vn.ansinh.vaccination.CalendarPeriod;
import vn.ansinh.vaccination.Child;
import vn.ansinh.vaccination.Dose;
import vn.ansinh.vaccination.Schedule;

/// The visits of one child, if no dose is given meanwhile.
///
/// A dose is told of for the first session from its recommended day on; where that would be too
/// late, for the last one before. Once it is overdue it is told of for each session, three times,
/// and then for the first one of each month. Where no session is announced it is told of for its
/// recommended day and, when it is overdue, once a month, all such doses together on the day of
/// the month on which the child was born. At a visit everything is told of that should be given by
/// then.
public final class Visits {
  /// Sessions for which an overdue dose is told of, each.
  private static final int EACH = 3;

  private final Occurrences sessions;
  private final LocalDate born;
  private final List<OpenDose> doses;
  private final Map<Dose, Appointment> appointments = new HashMap<>();

  /// The first day for which a dose is told of.
  private record Appointment(LocalDate day, boolean announced) {}

  private record Told(OpenDose dose, LocalDate day, Notice notice) {}

  /// @param notBefore put off to this day; null when it is not
  public Visits(
      Schedule schedule, Occurrences sessions, Child child, @Nullable LocalDate notBefore) {
    this.sessions = sessions;
    this.born = child.born();
    this.doses = OpenDoses.of(schedule, child, notBefore);
    doses.forEach(dose -> appointments.put(dose.rule().dose(), appointment(dose)));
  }

  /// The visits at sessions, from a day on, in order; without end for a dose that never is too
  /// late.
  public Stream<Visit> atSessions(LocalDate day) {
    Optional<LocalDate> first =
        doses.stream()
            .filter(dose -> dose.isGivenOn(day))
            .map(this::first)
            .min(Comparator.naturalOrder());
    if (first.isEmpty()) {
      return Stream.empty();
    }
    LocalDate end = end();
    return sessions
        .from(first.get().isAfter(day) ? first.get() : day)
        .takeWhile(session -> !session.days().first().isAfter(end))
        .flatMap(this::at)
        .filter(visit -> !visit.due().isBefore(day));
  }

  /// The visits on recommended days without a session, from a day on, in order.
  public Stream<Visit> unannounced(LocalDate day) {
    return appointments.values().stream()
        .filter(appointment -> !appointment.announced && !appointment.day.isBefore(day))
        .map(Appointment::day)
        .distinct()
        .sorted()
        .map(due -> new Visit(due, Notice.BEFORE_AND_ON_DAY, false, given(due)));
  }

  /// The monthly days for what is overdue while no session is known, from a day on, in order;
  /// without end for a dose that never is too late.
  public Stream<Visit> monthly(LocalDate day) {
    Optional<LocalDate> late =
        doses.stream()
            .filter(dose -> dose.isGivenOn(day))
            .map(OpenDose::late)
            .min(Comparator.naturalOrder());
    if (late.isEmpty() || sessions.last().equals(LocalDate.MAX)) {
      return Stream.empty();
    }
    LocalDate from =
        Stream.of(day, late.get(), sessions.last().plusDays(1))
            .max(Comparator.naturalOrder())
            .orElse(day);
    LocalDate end = end();
    int months = (int) Math.max(0, ChronoUnit.MONTHS.between(born, from));
    return Stream.iterate(months, month -> month + 1)
        .map(month -> new CalendarPeriod(month, 0, 0).after(born))
        .takeWhile(due -> !due.isAfter(end))
        .filter(due -> !due.isBefore(from) && isTold(due))
        .map(due -> new Visit(due, Notice.ON_DAY, false, given(due)));
  }

  /// Whether a dose is overdue on a monthly day, and the day is not told of otherwise.
  private boolean isTold(LocalDate due) {
    return !appointments.containsValue(new Appointment(due, false))
        && doses.stream().anyMatch(dose -> !due.isBefore(dose.late()) && dose.isGivenOn(due));
  }

  private Appointment appointment(OpenDose dose) {
    LocalDate ready = dose.ready();
    Optional<LocalDate> next = sessions.next(ready).map(session -> session.onOrAfter(ready));
    if (next.isEmpty()) {
      return new Appointment(ready, false);
    }
    return dose.isGivenOn(next.get())
        ? new Appointment(next.get(), true)
        : before(dose).map(day -> new Appointment(day, true)).orElse(new Appointment(ready, false));
  }

  /// The last session in time for a dose that the next one would be too late for.
  private Optional<LocalDate> before(OpenDose dose) {
    LocalDate earliest = dose.earliest();
    return sessions
        .from(earliest)
        .map(session -> session.onOrAfter(earliest))
        .takeWhile(dose::isGivenOn)
        .reduce((_, later) -> later);
  }

  /// The first day on which a dose belongs to a visit.
  private LocalDate first(OpenDose dose) {
    Appointment appointment = appointments.get(dose.rule().dose());
    return appointment != null && appointment.day.isBefore(dose.ready())
        ? appointment.day
        : dose.ready();
  }

  private List<OpenDose> given(LocalDate day) {
    return doses.stream()
        .filter(dose -> !day.isBefore(first(dose)) && dose.isGivenOn(day))
        .toList();
  }

  /// One visit for all that a session is told of for, on the first of its days on which all of it
  /// can be given; another one before for what that would be too late for.
  private Stream<Visit> at(Occurrence session) {
    List<Told> told = doses.stream().flatMap(dose -> told(dose, session).stream()).toList();
    LocalDate all = told.stream().map(Told::day).max(Comparator.naturalOrder()).orElse(born);
    Map<LocalDate, Notice> visits = new TreeMap<>();
    for (Told each : told) {
      LocalDate latest = each.dose.latest();
      LocalDate due = latest != null && latest.isBefore(all) ? latest : all;
      visits.merge(due, each.notice, (one, other) -> one.compareTo(other) < 0 ? one : other);
    }
    return visits.entrySet().stream()
        .map(visit -> new Visit(visit.getKey(), visit.getValue(), true, given(visit.getKey())));
  }

  private Optional<Told> told(OpenDose dose, Occurrence session) {
    Appointment appointment = appointments.get(dose.rule().dose());
    if (appointment != null && appointment.announced && isIn(appointment.day, session)) {
      return Optional.of(new Told(dose, appointment.day, Notice.BEFORE_AND_ON_DAY));
    }
    LocalDate day = session.onOrAfter(dose.late());
    if (day.isAfter(session.days().last()) || !dose.isGivenOn(day)) {
      return Optional.empty();
    }
    if (sessions.from(dose.late()).limit(EACH).anyMatch(session::equals)) {
      return Optional.of(new Told(dose, day, Notice.BEFORE_AND_ON_DAY));
    }
    return isFirstOfMonth(session)
        ? Optional.of(new Told(dose, day, Notice.BEFORE))
        : Optional.empty();
  }

  private boolean isFirstOfMonth(Occurrence session) {
    LocalDate month = YearMonth.from(session.days().first()).atDay(1);
    return sessions
        .from(month)
        .dropWhile(each -> each.days().first().isBefore(month))
        .findFirst()
        .filter(session::equals)
        .isPresent();
  }

  private static boolean isIn(LocalDate day, Occurrence session) {
    return !day.isBefore(session.days().first()) && !day.isAfter(session.days().last());
  }

  /// After this day every dose is too late.
  private LocalDate end() {
    LocalDate end = LocalDate.MIN;
    for (OpenDose dose : doses) {
      LocalDate latest = dose.latest();
      if (latest == null) {
        return LocalDate.MAX;
      }
      end = latest.isAfter(end) ? latest : end;
    }
    return end;
  }
}
