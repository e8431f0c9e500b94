package vn.ansinh.knowledge.days;

import java.util.function.Consumer;
import vn.ansinh.calendar.recurrence.Recurrence;
import vn.ansinh.calendar.recurrence.RecurrenceFile;
import vn.ansinh.yaml.YamlFault;
import vn.ansinh.yaml.YamlFields;
import vn.ansinh.yaml.YamlNode;

/// Reads the session days as officers write them; a file without keys announces nothing.
///
/// ```yaml
/// place: Trạm y tế phường
/// source: thông báo số … ngày …
/// days: {rule: ngày 15–17 hằng tháng}
/// ```
public final class SessionFile {
  private SessionFile() {}

  /// What is wrong is handed to `faults` and left out.
  public static SessionDays read(YamlNode root, Consumer<YamlFault> faults) {
    YamlFields fields = YamlFields.of(root, faults);
    Recurrence days = RecurrenceFile.read(fields.map("days"), faults);
    String place = fields.optionalText("place").orElse("");
    // Days that nobody is said to have announced cannot be told of.
    String source =
        days.isNever() ? fields.optionalText("source").orElse("") : fields.text("source");
    fields.refuseOthers();
    return new SessionDays(days, place, source);
  }
}
