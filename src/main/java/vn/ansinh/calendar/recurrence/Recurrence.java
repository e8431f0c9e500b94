package vn.ansinh.calendar.recurrence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.Span;
import vn.ansinh.calendar.WorkingDays;

/// Days that come back, or were published one by one. Where neither a rule nor a date is known,
/// nothing comes: a day is never guessed.
///
/// @param rule null when only published days count
/// @param from the first scheduled day of the rule; null is open
/// @param to the last one
/// @param whenClosed what becomes of a single day on which the office may be closed
/// @param dates published one by one, beside the rule
/// @param changes published exceptions; they are taken as they are, closed or not
public record Recurrence(
    @Nullable MonthlyRule rule,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    WhenClosed whenClosed,
    List<Span> dates,
    List<Change> changes) {
  /// A change moves a day by no more than so many months.
  private static final int MONTHS_BACK = 3;

  private static final int MONTHS_AHEAD = 14;

  public Recurrence {
    dates = List.copyOf(dates);
    changes = List.copyOf(changes);
  }

  public enum WhenClosed {
    KEEP,
    /// The last working day before.
    BEFORE,
    /// The first working day after.
    AFTER
  }

  /// @param day the first day as scheduled
  /// @param instead when it takes place; null when it does not
  /// @param source who published it
  public record Change(LocalDate day, @Nullable Span instead, String source) {
    private Stream<Span> insteadOf() {
      return Stream.ofNullable(instead);
    }
  }

  /// @param days when it takes place
  /// @param scheduled the first days as scheduled, several when what was to come apart comes
  ///     together: both months paid before Tết
  public record Occurrence(Span days, List<LocalDate> scheduled) {
    public Occurrence {
      scheduled = List.copyOf(scheduled);
    }

    /// The day itself while it takes place, otherwise its first day.
    public LocalDate onOrAfter(LocalDate day) {
      return day.isAfter(days.first()) ? day : days.first();
    }
  }

  /// Whether no day is known, neither by a rule nor published.
  public boolean isNever() {
    return rule == null && dates.isEmpty();
  }

  /// A day that no occurrence begins long after; empty when a rule goes on for ever.
  Optional<LocalDate> end() {
    if (rule != null && to == null) {
      return Optional.empty();
    }
    Stream<Span> spans = Stream.concat(dates.stream(), changes.stream().flatMap(Change::insteadOf));
    return Stream.concat(Stream.ofNullable(to), spans.map(Span::last))
        .max(Comparator.naturalOrder())
        .or(() -> Optional.of(LocalDate.EPOCH));
  }

  /// The first occurrence that is not over on a day; empty when none is known.
  public Optional<Occurrence> next(LocalDate day, WorkingDays working) {
    Map<Span, List<LocalDate>> occurrences = new TreeMap<>();
    scheduled(YearMonth.from(day))
        .forEach(
            span ->
                actual(span, working)
                    .filter(days -> !days.last().isBefore(day))
                    .ifPresent(
                        days ->
                            occurrences
                                .computeIfAbsent(days, _ -> new ArrayList<>())
                                .add(span.first())));
    return occurrences.entrySet().stream()
        .findFirst()
        .map(first -> new Occurrence(first.getKey(), first.getValue()));
  }

  private Stream<Span> scheduled(YearMonth around) {
    Stream<Span> ruled =
        Stream.iterate(around.minusMonths(MONTHS_BACK), month -> month.plusMonths(1))
            .limit(MONTHS_BACK + MONTHS_AHEAD)
            .flatMap(month -> rule == null ? Stream.empty() : rule.in(month).stream())
            .filter(this::isValid);
    return Stream.concat(ruled, dates.stream()).distinct().sorted();
  }

  private boolean isValid(Span span) {
    return (from == null || !span.first().isBefore(from))
        && (to == null || !span.first().isAfter(to));
  }

  private Optional<Span> actual(Span span, WorkingDays working) {
    for (Change change : changes) {
      if (change.day().equals(span.first())) {
        return Optional.ofNullable(change.instead());
      }
    }
    return Optional.of(span.first().equals(span.last()) ? open(span, working) : span);
  }

  private Span open(Span span, WorkingDays working) {
    return switch (whenClosed) {
      case KEEP -> span;
      case BEFORE -> Span.of(working.onOrBefore(span.first()));
      case AFTER -> Span.of(working.onOrAfter(span.first()));
    };
  }
}
