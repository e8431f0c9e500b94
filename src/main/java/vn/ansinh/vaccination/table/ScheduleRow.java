package vn.ansinh.vaccination.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.vaccination.CalendarPeriod;
import vn.ansinh.vaccination.Dose;
import vn.ansinh.vaccination.DoseRule;

/// One row of the schedule.
final class ScheduleRow {
  static final List<String> COLUMNS =
      List.of(
          "vaccine",
          "dose",
          "name_vi",
          "recommended_age",
          "minimum_age",
          "minimum_interval",
          "recommended_interval",
          "latest_age",
          "follows",
          "source",
          "grade",
          "note");

  private static final String NOT_SCHEDULED = "not-scheduled";
  private static final Pattern VACCINE = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]?");
  private static final Pattern FOLLOWS =
      Pattern.compile("(?<vaccine>[a-z][a-z0-9-]*):(?<dose>[1-9][0-9]?):(?<period>P.*)");

  private final CsvTable.Row row;
  private final SourceTable sources;
  private final Consumer<TableFault> faults;
  private boolean whole = true;

  ScheduleRow(CsvTable.Row row, SourceTable sources, Consumer<TableFault> faults) {
    this.row = row;
    this.sources = sources;
    this.faults = faults;
  }

  /// Empty when the row does not say which dose it is about.
  Optional<DoseRule> read() {
    String vaccine = matching("vaccine", VACCINE, "Viết mã bằng chữ thường không dấu, như «mr».");
    String number = matching("dose", NUMBER, "Viết số mũi: 1, 2, 3.");
    String grade = matching("grade", Pattern.compile("[ABC]"), "Viết A, B hoặc C.");
    Pattern words = Pattern.compile(".+", Pattern.DOTALL);
    String name = matching("name_vi", words, "Viết tên vắc xin bằng tiếng Việt.");
    String source = matching("source", words, "Viết nguồn, hoặc «none» nếu chưa thấy văn bản.");
    if (vaccine.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    DoseRule rule =
        new DoseRule(
            new Dose(vaccine, Integer.parseInt(number)),
            name,
            period("recommended_age"),
            period("minimum_age"),
            period("minimum_interval"),
            period("recommended_interval"),
            period("latest_age"),
            follows(),
            !row.text("note").startsWith(NOT_SCHEDULED),
            sources.words(source),
            grade.equals("A"));
    if (whole) {
      check(rule);
    }
    return Optional.of(rule);
  }

  private String matching(String column, Pattern pattern, String cure) {
    String text = row.text(column);
    if (pattern.matcher(text).matches()) {
      return text;
    }
    fault(
        text.isEmpty()
            ? "Cột " + column + " để trống."
            : "«" + text + "» ở cột " + column + " viết sai.",
        cure);
    return "";
  }

  private @Nullable CalendarPeriod period(String column) {
    return period(column, row.text(column));
  }

  private @Nullable CalendarPeriod period(String column, String text) {
    CalendarPeriod period = CalendarPeriod.parse(text).orElse(null);
    if (period == null && !text.isEmpty()) {
      fault(
          "«" + text + "» ở cột " + column + " không phải là khoảng thời gian.",
          "Viết P28D (28 ngày), P6W (6 tuần), P18M (18 tháng) hoặc P7Y (7 năm).");
    }
    return period;
  }

  private DoseRule.@Nullable Follows follows() {
    String text = row.text("follows");
    if (text.isEmpty()) {
      return null;
    }
    Matcher parts = FOLLOWS.matcher(text);
    if (!parts.matches()) {
      fault(
          "«" + text + "» ở cột follows viết sai.", "Viết vắc xin:mũi:khoảng, như measles:1:P28D.");
      return null;
    }
    CalendarPeriod interval = period("follows", parts.group("period"));
    Dose dose = new Dose(parts.group("vaccine"), Integer.parseInt(parts.group("dose")));
    return interval == null ? null : new DoseRule.Follows(dose, interval);
  }

  private void check(DoseRule rule) {
    boolean first = rule.dose().number() == 1;
    if (!rule.scheduled()) {
      checkEmpty();
      return;
    }
    if (first && rule.minimumAge() == null) {
      fault("Mũi 1 chưa có tuổi sớm nhất.", "Ghi cột minimum_age, ví dụ P2M.");
    }
    if (first && rule.minimumInterval() != null) {
      fault("Mũi 1 không có mũi trước để cách.", "Để trống cột minimum_interval.");
    }
    if (first && rule.recommendedInterval() != null && rule.follows() == null) {
      fault(
          "Mũi 1 không theo sau mũi nào để hẹn cách.",
          "Để trống cột recommended_interval hoặc ghi cột follows.");
    }
    if (!first && rule.minimumInterval() == null) {
      fault("Mũi này chưa có khoảng cách với mũi trước.", "Ghi cột minimum_interval.");
    }
    checkAges(rule);
  }

  private void checkEmpty() {
    boolean dated =
        Stream.of(
                "recommended_age",
                "minimum_age",
                "minimum_interval",
                "recommended_interval",
                "latest_age",
                "follows")
            .anyMatch(column -> !row.text(column).isEmpty());
    if (dated) {
      fault(
          "Mũi ghi là chưa có lịch (not-scheduled) mà vẫn có tuổi hoặc khoảng cách.",
          "Để trống các cột ấy, hoặc bỏ chữ not-scheduled ở cột note.");
    }
  }

  private void checkAges(DoseRule rule) {
    // Any day of birth does: the periods of a schedule differ by more than the lengths of months.
    LocalDate born = LocalDate.of(2026, 1, 1);
    if (rule.latestAge() != null
        && rule.minimumAge() != null
        && !rule.latestAge().after(born).isAfter(rule.minimumAge().after(born))) {
      fault(
          "Tuổi thôi tiêm (latest_age) không sau tuổi sớm nhất (minimum_age).", "Sửa lại hai cột.");
    }
  }

  private void fault(String problem, String cure) {
    whole = false;
    faults.accept(new TableFault(row.line(), problem, cure));
  }
}
