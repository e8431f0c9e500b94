package vn.ansinh.vaccination.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.ansinh.vaccination.Dose;
import vn.ansinh.vaccination.DoseRule;
import vn.ansinh.vaccination.Schedule;

/// Reads a schedule and checks it as a whole; every fault is told.
public final class ScheduleTable {
  private final Consumer<TableFault> faults;
  private final Map<Dose, Integer> lines = new LinkedHashMap<>();
  private final List<DoseRule> rules = new ArrayList<>();

  private ScheduleTable(Consumer<TableFault> faults) {
    this.faults = faults;
  }

  /// @return of use only when no fault was told
  public static Schedule read(String text, SourceTable sources, Consumer<TableFault> faults) {
    ScheduleTable table = new ScheduleTable(faults);
    for (CsvTable.Row row : new CsvTable(ScheduleRow.COLUMNS, faults).rows(text)) {
      new ScheduleRow(row, sources, faults).read().ifPresent(rule -> table.add(rule, row.line()));
    }
    return table.checked();
  }

  private void add(DoseRule rule, int line) {
    if (lines.putIfAbsent(rule.dose(), line) == null) {
      rules.add(rule);
    } else {
      fault(line, "Mũi " + name(rule.dose()) + " có hai dòng.", "Giữ lại một dòng.");
    }
  }

  private Schedule checked() {
    checkNumbers();
    checkSeries();
    rules.forEach(this::checkFollows);
    List<String> circle = Schedule.circle(rules);
    if (!circle.isEmpty()) {
      rules.stream()
          .map(DoseRule::dose)
          .filter(dose -> circle.contains(dose.vaccine()))
          .findFirst()
          .ifPresent(
              dose ->
                  fault(
                      line(dose),
                      "Cột follows nối vòng tròn: " + String.join(", ", circle) + ".",
                      "Bỏ một trong các điều kiện ấy."));
      return Schedule.EMPTY;
    }
    return new Schedule(rules);
  }

  /// The doses of a vaccine stand one below the other as 1, 2, 3.
  private void checkNumbers() {
    Map<String, Integer> last = new HashMap<>();
    for (DoseRule rule : rules) {
      Dose dose = rule.dose();
      int expected = last.merge(dose.vaccine(), 1, Integer::sum);
      if (dose.number() != expected) {
        fault(
            line(dose),
            "Mũi " + name(dose) + " đứng ở chỗ của mũi " + expected + ".",
            "Đánh số các mũi của một vắc xin từ 1, không cách số, xếp từ trên xuống.");
        last.put(dose.vaccine(), dose.number());
      }
    }
  }

  /// A vaccine is scheduled as a whole or not at all.
  private void checkSeries() {
    Map<String, Boolean> scheduled = new HashMap<>();
    Set<String> told = new HashSet<>();
    for (DoseRule rule : rules) {
      String vaccine = rule.dose().vaccine();
      boolean same = scheduled.computeIfAbsent(vaccine, _ -> rule.scheduled()) == rule.scheduled();
      if (!same && told.add(vaccine)) {
        fault(
            line(rule.dose()),
            "Vắc xin «" + vaccine + "» có mũi đã có lịch, có mũi chưa.",
            "Ghi not-scheduled ở đầu cột note của mọi mũi, hoặc bỏ ở mọi mũi.");
      }
    }
  }

  private void checkFollows(DoseRule rule) {
    DoseRule.Follows follows = rule.follows();
    if (follows != null && !lines.containsKey(follows.dose())) {
      fault(
          line(rule.dose()),
          "Cột follows nêu mũi " + name(follows.dose()) + " không có trong bảng.",
          "Sửa lại tên vắc xin và số mũi cho đúng.");
    }
  }

  private int line(Dose dose) {
    return lines.getOrDefault(dose, 0);
  }

  private static String name(Dose dose) {
    return dose.vaccine() + ":" + dose.number();
  }

  private void fault(int line, String problem, String cure) {
    faults.accept(new TableFault(line, problem, cure));
  }
}
