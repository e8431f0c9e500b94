package vn.ansinh.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.Span;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.knowledge.days.Calendars;

/// Says when each message about a wish goes out, as far as the calendars of the day know.
///
/// Every message is sent on the day of which it tells or before, so one whose `due` has passed is
/// of no use any more. What a wish leads to does not depend on when it is asked for: planned anew
/// at any later moment, the same messages are still to come.
public final class Planner {
  /// The leads of messages about changes, as patterns of SQL: these stand in no plan.
  public static final List<String> TOLD_AT_ONCE = PublishedDays.LEADS;

  private static final Comparator<Planned> IN_ORDER =
      Comparator.comparing(Planned::send).thenComparing(Planned::due).thenComparing(Planned::lead);

  private final InsuranceRule insurance;
  private final VaccinationRule vaccination;
  private final PaymentRule payment;

  public Planner(Calendars calendars, QuietHours quiet) {
    this.insurance = new InsuranceRule(quiet);
    this.vaccination = new VaccinationRule(calendars, quiet);
    this.payment = new PaymentRule(calendars, quiet);
  }

  /// The messages with `after < send <= until`, in the order of sending, if nothing happens to the
  /// wish meanwhile.
  public List<Planned> between(Wish wish, Instant after, Instant until) {
    LocalDate end = day(until).plusDays(ahead(wish));
    return from(wish, day(after)).stream()
        .flatMap(some -> some.takeWhile(planned -> !planned.due().isAfter(end)))
        .filter(planned -> planned.send().isAfter(after) && !planned.send().isAfter(until))
        .sorted(IN_ORDER)
        .toList();
  }

  /// The first message after a moment; empty when none is known.
  public Optional<Planned> next(Wish wish, Instant after) {
    return from(wish, day(after)).stream()
        .flatMap(some -> first(some.iterator(), after, ahead(wish)).stream())
        .min(IN_ORDER);
  }

  /// The days of payments as they are published now, by benefit and by the first day as scheduled:
  /// what a later change is measured against.
  public Map<String, Map<LocalDate, Span>> published(Instant now) {
    return payment.published(day(now));
  }

  /// What must be told at once to those who wish to hear of a payment, since other days had been
  /// published before: those that moved or fell away. By benefit; one without changes is not in it.
  /// To be sent at the moment itself, in quiet hours as soon as they end, if that is in time.
  public Map<String, List<Planned>> changes(Map<String, Map<LocalDate, Span>> before, Instant now) {
    Map<String, List<Planned>> changes = new LinkedHashMap<>();
    before.forEach(
        (benefit, days) -> {
          List<Planned> some = payment.changes(benefit, days, now);
          if (!some.isEmpty()) {
            changes.put(benefit, some);
          }
        });
    return changes;
  }

  /// The days of the station's sessions as they are published now, by the first day as scheduled.
  public Map<LocalDate, Span> publishedSessions(Instant now) {
    return vaccination.published(day(now));
  }

  /// What must be told at once to those who were told of a session, since it had been published
  /// for other days; each one is [Reason.OfMove].
  public List<Planned> movedSessions(Map<LocalDate, Span> before, Instant now) {
    return vaccination.moved(before, now);
  }

  /// Everything that tells of a day or a later one, each stream in the order of the days of which
  /// it tells; without end when the wish has none.
  private List<Stream<Planned>> from(Wish wish, LocalDate day) {
    return switch (wish) {
      case Wish.Insurance card -> List.of(insurance.from(card, day));
      case Wish.Vaccination child -> vaccination.from(child, day);
      case Wish.Payment benefit -> List.of(payment.from(benefit, day));
    };
  }

  /// How many days before its day a message may come at most.
  private static int ahead(Wish wish) {
    return switch (wish) {
      case Wish.Insurance _ -> InsuranceRule.AHEAD;
      case Wish.Vaccination _ -> VaccinationRule.AHEAD;
      case Wish.Payment _ -> PaymentRule.AHEAD;
    };
  }

  private static Optional<Planned> first(Iterator<Planned> all, Instant after, int ahead) {
    Planned first = null;
    while (all.hasNext()) {
      Planned planned = all.next();
      if (first != null && planned.due().isAfter(day(first.send()).plusDays(ahead))) {
        break;
      }
      if (planned.send().isAfter(after)
          && (first == null || IN_ORDER.compare(planned, first) < 0)) {
        first = planned;
      }
    }
    return Optional.ofNullable(first);
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, VietnamTime.ZONE);
  }
}
