package vn.ansinh.calendar.file;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import vn.ansinh.calendar.Decision;
import vn.ansinh.calendar.Holiday;
import vn.ansinh.calendar.Span;
import vn.ansinh.yaml.YamlFault;
import vn.ansinh.yaml.YamlFields;
import vn.ansinh.yaml.YamlNode;

/// The decisions for single years.
record DecisionList(Map<String, Holiday> yearly, Consumer<YamlFault> faults) {
  /// No holiday is longer; a longer row is a slip.
  private static final int MOST = 31;

  List<Decision> read(List<YamlFields> items) {
    List<Decision> decisions = new ArrayList<>();
    for (YamlFields fields : items) {
      decision(fields)
          .filter(decision -> isNew(decision, decisions, fields))
          .ifPresent(decisions::add);
    }
    return decisions;
  }

  private boolean isNew(Decision decision, List<Decision> before, YamlFields fields) {
    boolean known =
        before.stream()
            .anyMatch(
                other ->
                    other.holiday().equals(decision.holiday()) && other.year() == decision.year());
    if (known) {
      fault(
          fields.line("holiday"),
          "Năm này đã có quyết định cho ngày lễ này.",
          "Gộp hai mục làm một, giữ nội dung mới nhất.");
    }
    return !known;
  }

  private Optional<Decision> decision(YamlFields fields) {
    String holiday = fields.text("holiday");
    Optional<Integer> year = fields.number("year").map(number -> number.intValue());
    SortedSet<LocalDate> off = new TreeSet<>();
    fields.texts("off").forEach(text -> off.addAll(days(text)));
    List<Decision.Swap> swaps = new ArrayList<>();
    fields.maps("swaps").forEach(swap -> swap(swap).ifPresent(swaps::add));
    String source = fields.text("source");
    fields.refuseOthers();
    if (year.isEmpty() || !isKnown(holiday, fields)) {
      return Optional.empty();
    }
    if (off.isEmpty() && swaps.isEmpty()) {
      fault(
          fields.line("off"),
          "Quyết định này không nêu ngày nghỉ nào.",
          "Thêm «off:» với các ngày nghỉ, hoặc xóa mục này đi.");
    }
    if (off.stream().anyMatch(day -> day.getYear() != year.get())) {
      fault(
          fields.line("off"), "Có ngày nghỉ không thuộc năm " + year.get() + ".", "Sửa lại ngày.");
    }
    return Optional.of(new Decision(holiday, year.get(), off, swaps, source));
  }

  private boolean isKnown(String holiday, YamlFields fields) {
    if (!holiday.isEmpty() && !yearly.containsKey(holiday)) {
      fault(
          fields.line("holiday"),
          "Không có ngày lễ «" + holiday + "» dưới «holidays».",
          "Chọn một trong: " + String.join(", ", yearly.keySet()) + ".");
    }
    return yearly.containsKey(holiday);
  }

  /// `2026-02-16`, or `2026-02-16..2026-02-20` with both ends.
  private List<LocalDate> days(YamlNode.Scalar item) {
    Optional<Span> span =
        Span.parse(item.text()).filter(read -> read.last().isBefore(read.first().plusDays(MOST)));
    if (span.isEmpty()) {
      fault(
          item.line(),
          "«" + item.text() + "» không phải là ngày.",
          "Viết 2026-02-16 cho một ngày, 2026-02-16..2026-02-20 cho nhiều ngày liền.");
    }
    return span.stream().flatMap(read -> read.first().datesUntil(read.last().plusDays(1))).toList();
  }

  private Optional<Decision.Swap> swap(YamlFields fields) {
    Optional<LocalDate> off = fields.date("off");
    Optional<LocalDate> work = fields.date("work");
    fields.refuseOthers();
    if (off.isEmpty() || work.isEmpty()) {
      fault(
          fields.line("off"),
          "Hoán đổi phải có đủ hai ngày.",
          "Viết {off: ngày được nghỉ, work: ngày làm bù}.");
      return Optional.empty();
    }
    if (isWeekend(off.get()) || !isWeekend(work.get())) {
      fault(
          fields.line("work"),
          "Hoán đổi ngược: ngày được nghỉ phải từ thứ Hai đến thứ Sáu, ngày làm bù phải là thứ Bảy"
              + " hoặc Chủ nhật.",
          "Xem lại hai ngày off và work.");
    }
    return Optional.of(new Decision.Swap(off.get(), work.get()));
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private void fault(int line, String problem, String cure) {
    faults.accept(new YamlFault(line, problem, cure));
  }
}
