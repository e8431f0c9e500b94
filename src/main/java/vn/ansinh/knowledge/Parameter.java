package vn.ansinh.knowledge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A figure fixed by law, with the dates between which each of its values holds.
///
/// @param unit as printed after the number: `đồng`, `%`, `tuổi`, `ngày làm việc`
/// @param values oldest first, periods apart
public record Parameter(String name, String label, String unit, List<Value> values) {
  /// Path inside the knowledge directory.
  public static final String FILE = "parameters.yaml";

  public Parameter {
    values = List.copyOf(values);
  }

  /// @param document id of the legal document that fixes it
  /// @param line where it stands in [#FILE], from 1
  public record Value(
      BigDecimal amount, Period period, String document, String article, Grade grade, int line) {}

  public Optional<Value> on(LocalDate day) {
    return values.stream().filter(value -> value.period().contains(day)).findFirst();
  }

  /// The value that held just before the one of this day.
  public Optional<Value> before(LocalDate day) {
    return values.stream()
        .filter(value -> value.period().to() != null && value.period().to().isBefore(day))
        .reduce((earlier, later) -> later);
  }
}
