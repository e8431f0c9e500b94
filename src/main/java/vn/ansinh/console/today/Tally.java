package vn.ansinh.console.today;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What was counted on one day, or from that day on.
///
/// @param day the first one
public record Tally(LocalDate day, Map<Figure, Long> counts) {
  public Tally {
    counts = counts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(counts));
  }

  /// All of them together.
  ///
  /// @param tallies at least one, the earliest first
  static Tally sum(Collection<Tally> tallies) {
    Map<Figure, Long> sums = new EnumMap<>(Figure.class);
    tallies.forEach(
        each -> each.counts.forEach((what, count) -> sums.merge(what, count, Long::sum)));
    return new Tally(tallies.iterator().next().day, sums);
  }

  public long of(Figure figure) {
    return requireNonNullElse(counts.get(figure), 0L);
  }

  public long questions() {
    return of(Figure.ANSWERED) + of(Figure.ASKED_BACK) + of(Figure.REFUSED);
  }

  /// In percent of the questions, rounded down: only all is 100. 0 when nothing was asked.
  public long answeredShare() {
    return questions() == 0 ? 0 : 100 * of(Figure.ANSWERED) / questions();
  }
}
