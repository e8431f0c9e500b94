package vn.ansinh.console.dates;

import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.OfficeDay;
import vn.ansinh.calendar.Span;
import vn.ansinh.calendar.recurrence.Occurrences;
import vn.ansinh.calendar.recurrence.Recurrence;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Visit;
import vn.ansinh.console.dates.Following.Count;
import vn.ansinh.console.dates.form.DecisionForm;
import vn.ansinh.console.dates.form.Differences;
import vn.ansinh.edition.DatesFile;
import vn.ansinh.edition.Edition;
import vn.ansinh.edition.Proposal;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.days.PaymentDays;
import vn.ansinh.knowledge.days.SessionDays;
import vn.ansinh.officer.Role;
import vn.ansinh.reminder.Wish;
import vn.ansinh.yaml.YamlNode.Mapping;

/// The page at `/console/dates`: vaccination sessions, payments and holidays.
public final class DatesPage {
  /// Occurrences shown of each calendar.
  private static final int NEXT = 3;

  private static final Duration AHEAD = Duration.ofDays(30);

  private final Tools tools;
  private final Following following;

  DatesPage(Pool pool, Tools tools) {
    this.tools = tools;
    this.following = new Following(pool);
  }

  /// @param next its next days
  /// @param contact whom to ask, with the telephone where there is one
  /// @param reminders that go out in the next thirty days
  public record Payment(PaymentDays payment, List<Span> next, String contact, long reminders) {}

  /// @param nextSessions the next days of vaccination
  /// @param vaccinations reminders of vaccinations in the next thirty days
  /// @param insurances likewise of health-insurance cards
  /// @param holidays of the next twelve months
  /// @param decisions for single years, as they are edited next
  public record Shown(
      SessionDays sessions,
      List<Span> nextSessions,
      long vaccinations,
      long insurances,
      List<Payment> payments,
      SortedMap<LocalDate, OfficeDay> holidays,
      List<DecisionForm> decisions) {}

  /// What holds for one calendar, and what waits.
  ///
  /// @param edition null while the file of the knowledge base holds
  /// @param proposal null when nothing waits
  public record State(DatesFile file, @Nullable Edition edition, @Nullable Proposal proposal) {}

  void addTo(Desk desk) {
    desk.page("/console/dates", Role.READER, this::page);
  }

  private void page(Visit visit) {
    LocalDate today = tools.today();
    Calendars current = tools.rules().get().calendars();
    List<Count> counts = following.before(tools.clock().instant().plus(AHEAD)).await();
    Shown shown =
        new Shown(
            current.sessions(),
            next(current, current.sessions().days(), today, NEXT),
            Following.of(counts, Wish.Kind.VACCINATION),
            Following.of(counts, Wish.Kind.INSURANCE),
            current.payments().values().stream()
                .map(each -> payment(current, each, counts, today))
                .toList(),
            holidays(current, today),
            decisions());
    visit.show("console/dates/dates.jte", Map.of("shown", shown, "states", states()));
  }

  private Map<DatesFile, State> states() {
    List<Proposal> proposals = tools.publishing().proposals();
    Map<DatesFile, State> states = new EnumMap<>(DatesFile.class);
    for (DatesFile file : DatesFile.values()) {
      Proposal proposal =
          proposals.stream().filter(each -> each.file() == file).findFirst().orElse(null);
      Edition edition = tools.texts().published().current().of(file).orElse(null);
      states.put(file, new State(file, edition, proposal));
    }
    return states;
  }

  private List<DecisionForm> decisions() {
    Mapping root = tools.latest(DatesFile.HOLIDAYS);
    return Differences.parts(DatesFile.HOLIDAYS, root).stream()
        .map(part -> (DecisionForm) part.form(root))
        .toList();
  }

  private Payment payment(
      Calendars current, PaymentDays payment, List<Count> counts, LocalDate today) {
    KnowledgeBase.Contact contact = tools.base().get().contacts().get(payment.contact());
    return new Payment(
        payment,
        next(current, payment.days(), today, NEXT),
        contact == null ? payment.contact() : contact.nameAndPhone(),
        Following.ofBenefit(counts, payment.benefit()));
  }

  /// The next days of a calendar, today among them.
  static List<Span> next(Calendars current, Recurrence days, LocalDate today, int most) {
    return days.isNever()
        ? List.of()
        : new Occurrences(days, current.working())
            .from(today)
            .limit(most)
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
