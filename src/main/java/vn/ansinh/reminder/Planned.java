package vn.ansinh.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.Span;
import vn.ansinh.knowledge.days.PaymentDays;
import vn.ansinh.reminder.visit.Moved;
import vn.ansinh.reminder.visit.Visit;
import vn.ansinh.vaccination.Dose;

/// One message that a wish leads to.
///
/// @param send when it goes out, never in quiet hours
/// @param due the day of which it tells
/// @param lead which of the messages about that day: unique with `due` within a reminder, and the
///     same again whenever the plan is made anew: `30-before`, `on-day`, `gap-60` …
public record Planned(Instant send, LocalDate due, String lead, Reason reason) {
  /// By which rule it is planned, and from what: put into words only when somebody asks.
  public sealed interface Reason {
    /// A card ends.
    ///
    /// @param daysBefore 0 on its last day
    record Ending(int daysBefore, LocalDate expires) implements Reason {}

    /// A card has ended.
    ///
    /// @param day of the days without a card, from 1
    /// @param last of them that still does no harm
    record Gap(int day, LocalDate expires, LocalDate last) implements Reason {}

    /// @param daysBefore 0 on the day itself
    record OfVisit(Visit visit, int daysBefore) implements Reason {}

    /// A benefit is paid.
    record Payday(PaymentDays payment, Span days) implements Reason {}

    /// Other days of a payment were published.
    ///
    /// @param before the first day as it was published until then
    /// @param instead null when it falls away
    record Changed(PaymentDays payment, LocalDate before, @Nullable Span instead)
        implements Reason {}

    /// A session that was told of takes place on other days, or falls away.
    record OfMove(Moved moved) implements Reason {}
  }

  /// Of which it tells; empty when it is no visit.
  public List<Dose> doses() {
    return reason instanceof Reason.OfVisit(var visit, _)
        ? visit.doses().stream().map(dose -> dose.rule().dose()).toList()
        : List.of();
  }
}
