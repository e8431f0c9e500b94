package vn.ansinh.knowledge.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ansinh.knowledge.Entitlement.Passage;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.Grade;
import vn.ansinh.knowledge.Period;

/// The body of an entitlement's file: a heading for each facet, its text below.
final class Passages {
  private static final String DATE = "(\\d{1,2})/(\\d{1,2})/(\\d{4})";
  private static final Pattern HEADING = Pattern.compile("#+\\s*(.*?)\\s*(\\(.*\\))?\\s*");
  private static final Pattern PERIOD =
      Pattern.compile("\\((?:từ (" + DATE + "))? ?(?:đến (" + DATE + "))?\\)");

  private final Faults.In in;
  private final Map<Facet, Grade> grades;
  private final Grade grade;
  private final List<Passage> passages = new ArrayList<>();

  /// @param grade of facets that have none of their own
  Passages(Faults.In in, Grade grade, Map<Facet, Grade> grades) {
    this.in = in;
    this.grade = grade;
    this.grades = grades;
  }

  /// @param firstLine the line of the file on which the body begins
  List<Passage> read(List<String> lines, int firstLine) {
    int at = 0;
    while (at < lines.size() && !lines.get(at).startsWith("#")) {
      if (!lines.get(at).isBlank()) {
        in.add(
            firstLine + at,
            "Có chữ đứng trước tiêu đề đầu tiên.",
            "Đặt chữ này dưới một tiêu đề, ví dụ «## Tóm tắt».");
      }
      at++;
    }
    while (at < lines.size()) {
      int next = at + 1;
      while (next < lines.size() && !lines.get(next).startsWith("#")) {
        next++;
      }
      section(lines.get(at), firstLine + at, lines.subList(at + 1, next));
      at = next;
    }
    if (passages.stream().noneMatch(passage -> passage.facet() == Facet.OVERVIEW)) {
      in.add(0, "Thiếu phần «## Tóm tắt».", "Thêm tiêu đề «## Tóm tắt» và một hai câu trả lời.");
    }
    return passages;
  }

  private void section(String heading, int line, List<String> body) {
    Matcher matcher = HEADING.matcher(heading);
    Optional<Facet> facet =
        matcher.matches() && heading.startsWith("## ")
            ? Facet.ofHeading(matcher.group(1))
            : Optional.empty();
    if (facet.isEmpty()) {
      in.add(
          line,
          "Không có tiêu đề «" + heading + "».",
          "Dùng đúng một trong: "
              + Arrays.stream(Facet.values())
                  .map(known -> "«## " + known.heading() + "»")
                  .collect(Collectors.joining(", "))
              + ".");
      return;
    }
    String text = String.join("\n", body).strip();
    if (text.isEmpty()) {
      in.add(line, "Dưới tiêu đề này không có chữ nào.", "Viết nội dung hoặc xóa tiêu đề.");
      return;
    }
    int skipped = (int) body.stream().takeWhile(String::isBlank).count();
    add(
        new Passage(
            facet.get(),
            period(matcher.group(2), line),
            grades.getOrDefault(facet.get(), grade),
            text,
            line + 1 + skipped),
        line);
  }

  private void add(Passage passage, int line) {
    boolean overlaps =
        passages.stream()
            .anyMatch(
                other ->
                    other.facet() == passage.facet() && other.period().overlaps(passage.period()));
    if (overlaps) {
      in.add(
          line,
          "Phần «" + passage.facet().heading() + "» có hai đoạn cùng có hiệu lực vào một ngày.",
          "Ghi «(từ …)», «(đến …)» sau tiêu đề sao cho các đoạn không chồng ngày lên nhau.");
    }
    passages.add(passage);
  }

  private Period period(@Nullable String text, int line) {
    if (text == null) {
      return Period.ALWAYS;
    }
    Matcher matcher = PERIOD.matcher(text);
    if (matcher.matches()) {
      try {
        return new Period(date(matcher, 1), date(matcher, 5));
      } catch (DateTimeException | IllegalArgumentException e) {
        // Falls to the fault below.
      }
    }
    in.add(
        line,
        "Ngày trong tiêu đề viết sai: " + text + ".",
        "Viết «(từ 05/10/2026)», «(đến 04/10/2026)» hoặc «(từ 05/10/2026 đến 31/12/2026)».");
    return Period.ALWAYS;
  }

  private static @Nullable LocalDate date(Matcher matcher, int group) {
    return matcher.group(group) == null
        ? null
        : LocalDate.of(
            number(matcher, group + 3), number(matcher, group + 2), number(matcher, group + 1));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
