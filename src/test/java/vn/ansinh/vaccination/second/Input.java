package vn.ansinh.vaccination.second;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What is known of a child, once it is known to be without fault.
record Input(long born, long on, List<Dose> doses) {
  /// A recorded dose; its number is only a label and is gone.
  record Dose(String vaccine, long day) {}

  /// The code of the first fault, in the order of the rules; empty when there is none.
  static Optional<String> faultOf(String born, List<String> given, String on) {
    OptionalLong birth = Day.read(born);
    OptionalLong today = Day.read(on);
    if (birth.isEmpty() || today.isEmpty()) {
      return Optional.of("bad-date");
    }
    if (birth.getAsLong() > today.getAsLong()) {
      return Optional.of("born-after-on");
    }
    return given.stream()
        .flatMap(dose -> faultOf(dose, birth.getAsLong(), today.getAsLong()).stream())
        .findFirst();
  }

  private static Optional<String> faultOf(String dose, long born, long on) {
    String[] parts = dose.split(":", -1);
    if (parts.length != 3) {
      return Optional.of("bad-dose");
    }
    List<Row> rows = Row.of(parts[0]);
    if (rows.isEmpty()) {
      return Optional.of("unknown-vaccine");
    }
    if (rows.stream().noneMatch(row -> Integer.toString(row.dose()).equals(parts[1]))) {
      return Optional.of("unknown-dose");
    }
    OptionalLong day = Day.read(parts[2]);
    if (day.isEmpty()) {
      return Optional.of("bad-date");
    }
    if (day.getAsLong() < born) {
      return Optional.of("before-birth");
    }
    return day.getAsLong() > on ? Optional.of("in-future") : Optional.empty();
  }

  /// Only of what has no fault. Exact repeats of one triple are one dose.
  static Input of(String born, List<String> given, String on) {
    return new Input(
        Day.read(born).orElseThrow(),
        Day.read(on).orElseThrow(),
        given.stream()
            .distinct()
            .map(triple -> triple.split(":", -1))
            .map(parts -> new Dose(parts[0], Day.read(parts[2]).orElseThrow()))
            .sorted(Comparator.comparingLong(Dose::day))
            .toList());
  }

  /// The days of the recorded doses of a vaccine, by date; a day stands as often as it was given.
  List<Long> days(String vaccine) {
    return doses.stream().filter(dose -> dose.vaccine.equals(vaccine)).map(Dose::day).toList();
  }
}
