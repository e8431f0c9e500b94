package vn.ansinh.console.today;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// What was counted on one day, or from that day on.
///
/// @param day the first one
/// @param channels what became of the messages of each channel, by its name
public record Tally(
    LocalDate day, Map<Figure, Long> counts, Map<String, Map<Figure, Long>> channels) {
  public Tally {
    counts = counts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(counts));
    channels = Collections.unmodifiableMap(new TreeMap<>(channels));
  }

  Tally(LocalDate day, Map<Figure, Long> counts) {
    this(day, counts, Map.of());
  }

  /// What is being counted.
  static final class Count {
    private final Map<Figure, Long> counts = new EnumMap<>(Figure.class);
    private final Map<String, Map<Figure, Long>> channels = new TreeMap<>();

    /// @param channel empty for what belongs to none
    void add(Figure figure, long count, String channel) {
      counts.merge(figure, count, Long::sum);
      if (!channel.isEmpty()) {
        channels
            .computeIfAbsent(channel, _ -> new EnumMap<>(Figure.class))
            .merge(figure, count, Long::sum);
      }
    }

    private void add(Tally tally) {
      tally.counts.forEach((figure, count) -> counts.merge(figure, count, Long::sum));
      tally.channels.forEach(
          (channel, some) -> {
            Map<Figure, Long> sums =
                channels.computeIfAbsent(channel, _ -> new EnumMap<>(Figure.class));
            some.forEach((figure, count) -> sums.merge(figure, count, Long::sum));
          });
    }

    Tally of(LocalDate day) {
      return new Tally(day, counts, channels);
    }
  }

  /// To be counted on from.
  Count count() {
    Count count = new Count();
    count.add(this);
    return count;
  }

  /// The same day with the messages alone.
  Tally deliveries() {
    Map<Figure, Long> outcomes = new EnumMap<>(Figure.class);
    counts.forEach(
        (figure, count) -> {
          if (figure.isDelivery()) {
            outcomes.put(figure, count);
          }
        });
    return new Tally(day, outcomes, channels);
  }

  /// All of them together.
  ///
  /// @param tallies at least one, the earliest first
  static Tally sum(Collection<Tally> tallies) {
    Count sum = new Count();
    tallies.forEach(sum::add);
    return sum.of(tallies.iterator().next().day);
  }

  /// Of the messages of one channel.
  public long of(String channel, Figure figure) {
    return requireNonNullElse(channels.getOrDefault(channel, Map.of()).get(figure), 0L);
  }

  /// Messages of one channel that did not arrive, for whatever reason.
  public long lost(String channel) {
    return of(channel, Figure.DELIVERY_REFUSED)
        + of(channel, Figure.DELIVERY_FAILED)
        + of(channel, Figure.DELIVERY_UNREACHABLE);
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
