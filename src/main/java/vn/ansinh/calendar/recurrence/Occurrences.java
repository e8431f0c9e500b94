package vn.ansinh.calendar.recurrence;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import vn.ansinh.calendar.WorkingDays;
import vn.ansinh.calendar.recurrence.Recurrence.Occurrence;

/// The occurrences of one recurrence, each reckoned once: many thousand reminders ask for the same
/// few days.
public final class Occurrences {
  /// The last known one is looked for from so long before the end on.
  private static final int MONTHS_BACK = 24;

  private final Recurrence recurrence;
  private final WorkingDays working;
  private final Map<LocalDate, Optional<Occurrence>> next = new ConcurrentHashMap<>();
  private final LocalDate last;

  public Occurrences(Recurrence recurrence, WorkingDays working) {
    this.recurrence = recurrence;
    this.working = working;
    this.last = recurrence.end().map(this::lastBefore).orElse(LocalDate.MAX);
  }

  /// The first one that is not over on a day; empty when none is known.
  public Optional<Occurrence> next(LocalDate day) {
    if (day.isAfter(last)) {
      return Optional.empty();
    }
    return next.computeIfAbsent(day, asked -> recurrence.next(asked, working));
  }

  /// Those that are not over on a day, in order; without end when there is none.
  public Stream<Occurrence> from(LocalDate day) {
    return Stream.iterate(
            next(day), Optional::isPresent, found -> found.flatMap(each -> next(after(each))))
        .flatMap(Optional::stream);
  }

  /// After this day none is known; the last day of all when a rule goes on for ever.
  public LocalDate last() {
    return last;
  }

  private static LocalDate after(Occurrence occurrence) {
    return occurrence.days().last().plusDays(1);
  }

  private LocalDate lastBefore(LocalDate end) {
    LocalDate day = end.minusMonths(MONTHS_BACK);
    LocalDate found = LocalDate.MIN;
    Optional<Occurrence> occurrence = recurrence.next(day, working);
    while (occurrence.isPresent()) {
      found = occurrence.get().days().last();
      occurrence = recurrence.next(after(occurrence.get()), working);
    }
    return found;
  }
}
