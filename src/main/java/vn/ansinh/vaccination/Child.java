package vn.ansinh.vaccination;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A child as the forecast knows it.
///
/// @param given every recorded dose once; the order does not matter
public record Child(LocalDate born, List<Given> given) {
  public Child {
    given = given.stream().distinct().toList();
  }

  /// @param dose as it was recorded; its number is a label, only its vaccine counts
  /// @param day on which it is counted
  /// @param dayKnown whether somebody said that it was this day; else it is only taken to be it
  public record Given(Dose dose, LocalDate day, boolean dayKnown) {
    public Given(Dose dose, LocalDate day) {
      this(dose, day, true);
    }
  }

  /// The doses of each vaccine, oldest first; of one day in the order of their numbers, since a day
  /// that is only assumed may be that of the next dose.
  Map<String, List<Given>> series() {
    return given.stream()
        .sorted(Comparator.comparing(Given::day).thenComparing(each -> each.dose.number()))
        .collect(Collectors.groupingBy(each -> each.dose.vaccine()));
  }
}
