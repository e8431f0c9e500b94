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
  public record Given(Dose dose, LocalDate day) {}

  /// The days of each vaccine, oldest first; two doses on one day are that day twice.
  Map<String, List<LocalDate>> days() {
    return given.stream()
        .sorted(Comparator.comparing(Given::day))
        .collect(
            Collectors.groupingBy(
                each -> each.dose.vaccine(), Collectors.mapping(Given::day, Collectors.toList())));
  }
}
