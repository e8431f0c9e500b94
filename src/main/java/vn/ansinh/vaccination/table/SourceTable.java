package vn.ansinh.vaccination.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What the short marks in the schedule's column of sources stand for.
public final class SourceTable {
  public static final SourceTable EMPTY = new SourceTable(Map.of());

  private final Map<String, String> names;

  private SourceTable(Map<String, String> names) {
    this.names = names;
  }

  public static SourceTable read(String text, Consumer<TableFault> faults) {
    Map<String, String> names = new LinkedHashMap<>();
    for (CsvTable.Row row : new CsvTable(List.of("source", "name"), faults).rows(text)) {
      String mark = row.text("source");
      if (mark.isEmpty() || row.text("name").isEmpty()) {
        faults.accept(
            new TableFault(row.line(), "Dòng này có ô trống.", "Viết đủ hai ô: ký hiệu, tên."));
      } else if (names.putIfAbsent(mark, row.text("name")) != null) {
        faults.accept(
            new TableFault(row.line(), "Ký hiệu «" + mark + "» có hai lần.", "Giữ lại một dòng."));
      }
    }
    return new SourceTable(names);
  }

  /// The words for a cell: for the whole of it or for each mark in it; what is no mark is said as
  /// it stands.
  String words(String cell) {
    String whole = names.get(cell);
    if (whole != null) {
      return whole;
    }
    List<String> parts = Arrays.asList(cell.split(" +"));
    return names.keySet().containsAll(parts)
        ? parts.stream()
            .map(part -> names.getOrDefault(part, part))
            .collect(Collectors.joining("; "))
        : cell;
  }
}
