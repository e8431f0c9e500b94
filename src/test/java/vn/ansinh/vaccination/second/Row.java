package vn.ansinh.vaccination.second;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One row of the schedule: a vaccine, a dose and its conditions; an empty column is no condition.
record Row(
    String vaccine,
    int dose,
    Optional<String> recommendedAge,
    Optional<String> minimumAge,
    Optional<String> minimumInterval,
    Optional<String> recommendedInterval,
    Optional<String> latestAge,
    Optional<Follows> follows,
    boolean scheduled) {

  /// The dose of another vaccine that this one follows, and after which period.
  record Follows(String vaccine, int dose, String period) {
    static Follows read(String text) {
      String[] parts = text.split(":");
      return new Follows(parts[0], Integer.parseInt(parts[1]), parts[2]);
    }
  }

  private static final List<Row> ALL =
      readAll(Path.of("knowledge-base/schedules/immunization.csv"));

  private static final Map<String, List<Row>> BY_VACCINE =
      ALL.stream().collect(Collectors.groupingBy(Row::vaccine));

  /// In the order of the file.
  static List<Row> all() {
    return ALL;
  }

  /// The doses of a vaccine in turn; none when the table does not know it.
  static List<Row> of(String vaccine) {
    return BY_VACCINE.getOrDefault(vaccine, List.of());
  }

  static Row of(String vaccine, int dose) {
    return of(vaccine).get(dose - 1);
  }

  private static List<Row> readAll(Path file) {
    try {
      return Files.readAllLines(file).stream().skip(1).map(Row::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row read(String line) {
    List<String> cells = cells(line);
    return new Row(
        cells.get(0),
        Integer.parseInt(cells.get(1)),
        unlessEmpty(cells.get(3)),
        unlessEmpty(cells.get(4)),
        unlessEmpty(cells.get(5)),
        unlessEmpty(cells.get(6)),
        unlessEmpty(cells.get(7)),
        unlessEmpty(cells.get(8)).map(Follows::read),
        !cells.get(11).startsWith("not-scheduled"));
  }

  private static Optional<String> unlessEmpty(String cell) {
    return Optional.of(cell).filter(text -> !text.isEmpty());
  }

  /// Commas within quotes do not part cells; no cell of this file holds a quote of its own.
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char each : line.toCharArray()) {
      if (each == '"') {
        quoted = !quoted;
      } else if (each == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(each);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
