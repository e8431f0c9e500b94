package vn.ansinh.vaccination.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A table whose first row names its columns.
final class CsvTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setTrim(true).setIgnoreEmptyLines(true).get();

  private final List<String> columns;
  private final Consumer<TableFault> faults;

  /// @param columns all that there must be, in any order
  CsvTable(List<String> columns, Consumer<TableFault> faults) {
    this.columns = columns;
    this.faults = faults;
  }

  /// A row below the first.
  ///
  /// @param line where it begins, from 1
  record Row(int line, List<String> columns, List<String> cells) {
    /// What stands in a column, without white space around it; often empty.
    String text(String column) {
      return cells.get(columns.indexOf(column));
    }
  }

  /// The rows that have all their cells; none when the first row is wrong.
  List<Row> rows(String text) {
    List<Row> rows = new ArrayList<>();
    int line = 1;
    try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
      Iterator<CSVRecord> records = parser.iterator();
      List<String> header = List.of();
      while (records.hasNext()) {
        List<String> cells = records.next().toList();
        if (header.isEmpty()) {
          header = cells;
          if (!isHeader(cells, line)) {
            return List.of();
          }
        } else if (isWhole(cells, line)) {
          rows.add(new Row(line, header, cells));
        }
        line = (int) parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException | UncheckedIOException e) {
      faults.accept(
          new TableFault(
              line,
              "Từ dòng này không đọc được bảng.",
              "Xem lại dấu ngoặc kép: ô nào mở bằng \" thì phải đóng bằng \"."));
    }
    return rows;
  }

  private boolean isHeader(List<String> cells, int line) {
    if (cells.size() == columns.size() && new HashSet<>(cells).equals(new HashSet<>(columns))) {
      return true;
    }
    faults.accept(
        new TableFault(
            line,
            "Dòng đầu không có đúng các tên cột.",
            "Viết dòng đầu, ngăn bằng dấu phẩy: " + String.join(",", columns) + "."));
    return false;
  }

  private boolean isWhole(List<String> cells, int line) {
    if (cells.size() == columns.size() && cells.stream().allMatch(Objects::nonNull)) {
      return true;
    }
    faults.accept(
        new TableFault(
            line,
            "Dòng này có " + cells.size() + " ô, phải có " + columns.size() + ".",
            "Ngăn các ô bằng dấu phẩy; ô trống vẫn giữ dấu phẩy; ô có dấu phẩy bên trong đặt giữa"
                + " hai dấu \"."));
    return false;
  }
}
