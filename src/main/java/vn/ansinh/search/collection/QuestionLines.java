package vn.ansinh.search.collection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.ansinh.search.collection.JudgedCollection.Question;

/// The questions, tab-separated under a heading line; columns it does not know are passed over.
final class QuestionLines extends Lines {
  private static final List<String> NEEDED = List.of("id", "question", "expected");
  private static final String VARIANT = "variant-type";

  private final List<Question> questions = new ArrayList<>();
  private final Map<String, Integer> columns = new TreeMap<>();
  private boolean hasHeading;

  QuestionLines(String file) {
    super(file);
  }

  List<Question> questions() {
    return questions;
  }

  @Override
  boolean isEmpty() {
    return questions.isEmpty();
  }

  @Override
  void take(int number, String line) {
    List<String> cells = Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
    if (!hasHeading) {
      hasHeading = true;
      heading(number, cells);
    } else if (columns.keySet().containsAll(NEEDED)) {
      row(number, cells);
    }
  }

  private void heading(int number, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      columns.putIfAbsent(cells.get(i), i);
    }
    for (String column : NEEDED) {
      if (!columns.containsKey(column)) {
        fault(
            number,
            "Thiếu cột \"" + column + "\".",
            "Dòng đầu ghi tên cột, cách nhau bằng TAB: id, question, expected.");
      }
    }
  }

  private void row(int number, List<String> cells) {
    int before = faults().size();
    for (String column : NEEDED) {
      if (cell(cells, column).isEmpty()) {
        fault(
            number,
            "Cột \"" + column + "\" không có gì.",
            "Ghi đủ id, question, expected, cách nhau bằng TAB.");
      }
    }
    List<String> expected =
        Stream.of(cell(cells, "expected").split("\\|", -1))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .distinct()
            .toList();
    if (faults().size() == before && expected.isEmpty()) {
      fault(number, "Cột \"expected\" không có mã nào.", "Ghi mã, nhiều mã cách nhau bằng dấu |.");
    }
    questions.add(
        new Question(
            cell(cells, "id"), cell(cells, "question"), cell(cells, VARIANT), expected, number));
  }

  private String cell(List<String> cells, String column) {
    int at = columns.getOrDefault(column, cells.size());
    return at < cells.size() ? cells.get(at) : "";
  }
}
