package vn.ansinh.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.reminder.words.InsuranceWords;

/// Says when each message about a wish goes out, as far as the calendars of the day know.
///
/// Every message is sent on the day of which it tells or before, so one whose `due` has passed is
/// of no use any more. What a wish leads to does not depend on when it is asked for: planned anew
/// at any later moment, the same messages are still to come.
public final class Planner {
  private final InsuranceRule insurance;

  /// @param base for the reasons, and the law behind them
  public Planner(KnowledgeBase base, Calendars calendars, QuietHours quiet) {
    this.insurance = new InsuranceRule(new InsuranceWords(base), quiet);
  }

  /// The messages with `after < send <= until`, in the order of sending, if nothing happens to the
  /// wish meanwhile.
  public List<Planned> between(Wish wish, Instant after, Instant until) {
    LocalDate end = day(until).plusDays(ahead(wish));
    return from(wish, day(after))
        .takeWhile(planned -> !planned.due().isAfter(end))
        .filter(planned -> planned.send().isAfter(after) && !planned.send().isAfter(until))
        .sorted(Comparator.comparing(Planned::send))
        .toList();
  }

  /// The first message after a moment; empty when none is known.
  public Optional<Planned> next(Wish wish, Instant after) {
    @Nullable Planned next = null;
    Iterator<Planned> all = from(wish, day(after)).iterator();
    while (all.hasNext()) {
      Planned planned = all.next();
      if (next != null && planned.due().isAfter(day(next.send()).plusDays(ahead(wish)))) {
        break;
      }
      if (planned.send().isAfter(after) && (next == null || planned.send().isBefore(next.send()))) {
        next = planned;
      }
    }
    return Optional.ofNullable(next);
  }

  /// Everything that tells of a day or a later one, in the order of the days of which it tells;
  /// without end when the wish has none.
  private Stream<Planned> from(Wish wish, LocalDate day) {
    return switch (wish) {
      case Wish.Insurance card -> insurance.from(card, day);
      case Wish.Vaccination _, Wish.Payment _ -> Stream.empty();
    };
  }

  /// How many days before its day a message may come at most.
  private static int ahead(Wish wish) {
    return switch (wish) {
      case Wish.Insurance _ -> InsuranceRule.AHEAD;
      case Wish.Vaccination _, Wish.Payment _ -> InsuranceRule.AHEAD;
    };
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, VietnamTime.ZONE);
  }
}
