package vn.ansinh.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What is said on several channels in answer to the same words, one column for each.
final class SideBySide {
  private static final int WIDTH = 52;

  private final List<String> lines = new ArrayList<>();

  SideBySide(String... headings) {
    lines.add(row(List.of(headings)));
  }

  /// @param said by the citizen, everywhere
  /// @param answers one for each column
  void add(String said, List<String> answers) {
    String rule = "-".repeat(WIDTH);
    lines.add(answers.stream().map(_ -> rule).collect(Collectors.joining("-+-")));
    lines.add("» " + said);
    List<List<String>> columns = answers.stream().map(SideBySide::wrapped).toList();
    int height = columns.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < height; i++) {
      int line = i;
      lines.add(
          row(
              columns.stream()
                  .map(column -> line < column.size() ? column.get(line) : "")
                  .toList()));
    }
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell + " ".repeat(Math.max(0, WIDTH - width(cell))))
        .collect(Collectors.joining(" | "))
        .stripTrailing();
  }

  /// As a terminal shows it: pictures are two letters wide.
  private static int width(String text) {
    return text.codePoints().map(letter -> letter > 0xFFFF ? 2 : 1).sum();
  }

  private static List<String> wrapped(String text) {
    return Arrays.stream(text.strip().split("\n", -1))
        .flatMap(line -> paragraph(line).stream())
        .toList();
  }

  private static List<String> paragraph(String line) {
    List<String> lines = new ArrayList<>(List.of(""));
    for (String word : line.strip().split(" ")) {
      String last = lines.getLast();
      if (!last.isEmpty() && width(last) + 1 + width(word) > WIDTH) {
        lines.add(word);
      } else {
        lines.set(lines.size() - 1, last.isEmpty() ? word : last + " " + word);
      }
    }
    return lines;
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
