package vn.ansinh.console.dates;

import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import vn.ansinh.calendar.OfficeDay;
import vn.ansinh.calendar.Span;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.calendar.recurrence.Occurrences;
import vn.ansinh.calendar.recurrence.Recurrence;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Visit;
import vn.ansinh.console.dates.Following.Count;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.days.PaymentDays;
import vn.ansinh.knowledge.days.SessionDays;
import vn.ansinh.officer.Role;
import vn.ansinh.reminder.Wish;

/// The page at `/console/dates`: vaccination sessions, payments and holidays.
public final class DatesPage {
  /// Occurrences shown of each calendar.
  private static final int NEXT = 3;

  private static final Duration AHEAD = Duration.ofDays(30);

  private final Supplier<Calendars> calendars;
  private final Supplier<KnowledgeBase> base;
  private final Following following;
  private final Clock clock;

  /// @param calendars of the moment, by which reminders are planned
  public DatesPage(
      Pool pool, Supplier<Calendars> calendars, Supplier<KnowledgeBase> base, Clock clock) {
    this.calendars = calendars;
    this.base = base;
    this.following = new Following(pool);
    this.clock = clock;
  }

  /// @param next its next days
  /// @param contact whom to ask, with the telephone where there is one
  /// @param reminders that go out in the next thirty days
  public record Payment(PaymentDays payment, List<Span> next, String contact, long reminders) {}

  /// @param nextSessions the next days of vaccination
  /// @param vaccinations reminders of vaccinations in the next thirty days
  /// @param insurances likewise of health-insurance cards
  /// @param holidays of the next twelve months
  public record Shown(
      SessionDays sessions,
      List<Span> nextSessions,
      long vaccinations,
      long insurances,
      List<Payment> payments,
      SortedMap<LocalDate, OfficeDay> holidays) {}

  public void addTo(Desk desk) {
    desk.page("/console/dates", Role.READER, this::page);
  }

  private void page(Visit visit) {
    LocalDate today = VietnamTime.today(clock);
    Calendars current = calendars.get();
    List<Count> counts = following.before(clock.instant().plus(AHEAD)).await();
    Shown shown =
        new Shown(
            current.sessions(),
            next(current, current.sessions().days(), today),
            Following.of(counts, Wish.Kind.VACCINATION),
            Following.of(counts, Wish.Kind.INSURANCE),
            current.payments().values().stream()
                .map(each -> payment(current, each, counts, today))
                .toList(),
            holidays(current, today));
    visit.show("console/dates/dates.jte", Map.of("shown", shown));
  }

  private Payment payment(
      Calendars current, PaymentDays payment, List<Count> counts, LocalDate today) {
    KnowledgeBase.Contact contact = base.get().contacts().get(payment.contact());
    return new Payment(
        payment,
        next(current, payment.days(), today),
        contact == null ? payment.contact() : contact.nameAndPhone(),
        Following.ofBenefit(counts, payment.benefit()));
  }

  private static List<Span> next(Calendars current, Recurrence days, LocalDate today) {
    return days.isNever()
        ? List.of()
        : new Occurrences(days, current.working())
            .from(today)
            .limit(NEXT)
            .map(Recurrence.Occurrence::days)
            .toList();
  }

  private static SortedMap<LocalDate, OfficeDay> holidays(Calendars current, LocalDate today) {
    LocalDate end = today.plusYears(1);
    SortedMap<LocalDate, OfficeDay> days =
        new TreeMap<>(current.working().holidays().in(today.getYear()));
    days.putAll(current.working().holidays().in(end.getYear()));
    return days.subMap(today, end);
  }
}
