package vn.ansinh.calendar.recurrence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.Span;
import vn.ansinh.calendar.recurrence.Recurrence.Change;
import vn.ansinh.calendar.recurrence.Recurrence.WhenClosed;
import vn.ansinh.yaml.YamlFault;
import vn.ansinh.yaml.YamlFields;
import vn.ansinh.yaml.YamlNode;

/// Reads a recurrence as officers write it, all keys optional. What is wrong is handed to `faults`
/// and left out.
///
/// ```yaml
/// rule: ngày 15–17 hằng tháng
/// from: 2026-01-01
/// to: 2027-12-31
/// when-closed: keep | before | after
/// dates: [2026-12-12, 2026-12-20..2026-12-21]
/// changes:
///   - {day: 2027-02-05, to: 2027-02-02, source: thông báo của phường}
///   - {day: 2027-02-15, source: trạm nghỉ Tết}
/// ```
///
/// `rule` says `ngày N hằng tháng`, `ngày N–M hằng tháng`, `ngày cuối hằng tháng` or `thứ … tuần
/// thứ … hằng tháng`. A change without `to` is a day that falls away.
public final class RecurrenceFile {
  private final Consumer<YamlFault> faults;

  private RecurrenceFile(Consumer<YamlFault> faults) {
    this.faults = faults;
  }

  public static Recurrence read(YamlNode node, Consumer<YamlFault> faults) {
    return read(YamlFields.of(node, faults), faults);
  }

  public static Recurrence read(YamlFields fields, Consumer<YamlFault> faults) {
    return new RecurrenceFile(faults).recurrence(fields);
  }

  private Recurrence recurrence(YamlFields fields) {
    MonthlyRule rule = rule(fields);
    LocalDate from = fields.date("from").orElse(null);
    LocalDate to = fields.date("to").orElse(null);
    if (from != null && to != null && to.isBefore(from)) {
      fault(fields.line("to"), "Ngày hết (to) trước ngày bắt đầu (from).", "Sửa lại hai ngày.");
    }
    WhenClosed closed = whenClosed(fields);
    List<Span> dates = new ArrayList<>();
    fields.texts("dates").forEach(text -> span(text.text(), text.line()).ifPresent(dates::add));
    List<Change> changes = new ArrayList<>();
    fields.maps("changes").forEach(change -> change(change).ifPresent(changes::add));
    fields.refuseOthers();
    return new Recurrence(rule, from, to, closed, dates, changes);
  }

  private @Nullable MonthlyRule rule(YamlFields fields) {
    Optional<String> text = fields.optionalText("rule");
    Optional<MonthlyRule> rule = text.flatMap(MonthlyRule::of);
    if (text.isPresent() && rule.isEmpty()) {
      fault(
          fields.line("rule"),
          "Không hiểu lịch «" + text.get() + "».",
          "Viết như một trong các mẫu: ngày 5 hằng tháng; ngày 15–17 hằng tháng; ngày cuối hằng"
              + " tháng; thứ năm tuần thứ hai hằng tháng.");
    }
    return rule.orElse(null);
  }

  private WhenClosed whenClosed(YamlFields fields) {
    String text = fields.optionalText("when-closed").orElse("keep");
    return switch (text) {
      case "keep" -> WhenClosed.KEEP;
      case "before" -> WhenClosed.BEFORE;
      case "after" -> WhenClosed.AFTER;
      default -> {
        fault(
            fields.line("when-closed"),
            "«when-closed» không có giá trị «" + text + "».",
            "Viết keep (giữ ngày), before (ngày làm việc trước) hoặc after (ngày làm việc sau).");
        yield WhenClosed.KEEP;
      }
    };
  }

  private Optional<Change> change(YamlFields fields) {
    Optional<LocalDate> day = fields.date("day");
    if (day.isEmpty() && fields.optionalText("day").isEmpty()) {
      fault(fields.line("day"), "Thiếu «day».", "Thêm ngày theo lịch thường: «day: 2027-02-05».");
    }
    Optional<String> to = fields.optionalText("to");
    Optional<Span> instead = to.flatMap(text -> span(text, fields.line("to")));
    String source = fields.text("source");
    fields.refuseOthers();
    // A day moved to nowhere readable is not a day that falls away.
    return to.isPresent() && instead.isEmpty()
        ? Optional.empty()
        : day.map(date -> new Change(date, instead.orElse(null), source));
  }

  private Optional<Span> span(String text, int line) {
    Optional<Span> span = Span.parse(text);
    if (span.isEmpty()) {
      fault(
          line,
          "«" + text + "» không phải là ngày.",
          "Viết 2026-12-15 cho một ngày, 2026-12-15..2026-12-17 cho nhiều ngày liền.");
    }
    return span;
  }

  private void fault(int line, String problem, String cure) {
    faults.accept(new YamlFault(line, problem, cure));
  }
}
