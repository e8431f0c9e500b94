package vn.ansinh.app.calendar;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.app.knowledge.KnowledgeCommand;
import vn.ansinh.calendar.Holidays;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.calendar.WorkingDays;
import vn.ansinh.calendar.reading.DateReader;
import vn.ansinh.calendar.reading.Wanted;
import vn.ansinh.calendar.recurrence.Recurrence;
import vn.ansinh.calendar.recurrence.RecurrenceFile;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.file.Fault;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.yaml.YamlFault;
import vn.ansinh.yaml.YamlNode;

/// Tells what the calendar makes of a year, a date as people write it, a rule, a moment.
@Command(
    name = "calendar",
    mixinStandardHelpOptions = true,
    description = "Ngày nghỉ trong năm; thử đọc một ngày, một lịch hằng tháng, một giờ gửi.")
public final class CalendarCommand {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  @Spec private @Nullable CommandSpec spec;

  @Command(
      name = "holidays",
      mixinStandardHelpOptions = true,
      description = "Liệt kê ngày nghỉ lễ, nghỉ bù, làm bù và ngày chưa rõ của một năm.")
  void holidays(@Mixin ConfigOption config, @Parameters(paramLabel = "NĂM") int year) {
    holidays(config).in(year).forEach((day, what) -> out().println(CalendarWords.line(day, what)));
  }

  @Command(
      name = "read",
      mixinStandardHelpOptions = true,
      description = "Đọc một ngày viết như người dân viết.")
  void read(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "CHỮ") List<String> words,
      @Option(names = "--on", paramLabel = "NGÀY", description = "Coi hôm nay là ngày này.")
          @Nullable LocalDate on,
      @Option(names = "--past", description = "Cần ngày đã qua, ví dụ ngày sinh.") boolean past) {
    Wanted wanted = past ? Wanted.PAST : Wanted.FUTURE;
    out()
        .println(
            CalendarWords.line(
                DateReader.read(String.join(" ", words), today(on), wanted),
                base(config).phrases()));
  }

  @Command(
      name = "rule",
      mixinStandardHelpOptions = true,
      description = "Những ngày sắp tới của một lịch, ví dụ: ngày 15–17 hằng tháng.")
  void rule(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "LỊCH") List<String> words,
      @Option(names = "--on", paramLabel = "NGÀY", description = "Kể từ ngày này.")
          @Nullable LocalDate on,
      @Option(
              names = "--count",
              paramLabel = "SỐ",
              description = "Bao nhiêu lần (mặc định: ${DEFAULT-VALUE}).",
              defaultValue = "12")
          int count,
      @Option(
              names = "--when-closed",
              paramLabel = "CÁCH",
              description = "Gặp ngày nghỉ thì keep, before hay after (mặc định: keep).",
              defaultValue = "keep")
          String whenClosed) {
    Recurrence recurrence = recurrence(String.join(" ", words), whenClosed);
    WorkingDays working = new WorkingDays(holidays(config));
    LocalDate day = today(on);
    for (int i = 0; i < count; i++) {
      Optional<Recurrence.Occurrence> next = recurrence.next(day, working);
      if (next.isEmpty()) {
        return;
      }
      out().println(CalendarWords.line(next.get().days()));
      day = next.get().days().last().plusDays(1);
    }
  }

  private static Recurrence recurrence(String rule, String whenClosed) {
    Map<String, YamlNode.Entry> fields = new LinkedHashMap<>();
    fields.put("rule", entry("rule", rule));
    fields.put("when-closed", entry("when-closed", whenClosed));
    List<YamlFault> faults = new ArrayList<>();
    Recurrence recurrence = RecurrenceFile.read(new YamlNode.Mapping(1, fields), faults::add);
    if (!faults.isEmpty()) {
      throw new OperatorException(
          2, faults.stream().map(fault -> fault.problem() + " " + fault.cure()).toList());
    }
    return recurrence;
  }

  private static YamlNode.Entry entry(String key, String text) {
    return new YamlNode.Entry(key, 1, new YamlNode.Scalar(1, text, true));
  }

  @Command(
      name = "send",
      mixinStandardHelpOptions = true,
      description = "Lúc nào được gửi lời nhắc, theo giờ yên tĩnh.")
  void send(
      @Parameters(paramLabel = "LÚC", description = "Lúc định gửi, ví dụ 2027-02-05T21:00.")
          LocalDateTime wanted,
      @Option(
              names = "--due",
              required = true,
              paramLabel = "NGÀY",
              description = "Nhắc cho việc của ngày này.")
          LocalDate due) {
    QuietHours.Sending sending =
        QuietHours.USUAL.sending(wanted.atZone(VietnamTime.ZONE).toInstant(), due);
    out()
        .println(
            MOMENT.format(sending.at().atZone(VietnamTime.ZONE).toOffsetDateTime())
                + "\t"
                + CalendarWords.reason(sending.reason()));
  }

  private static KnowledgeBase base(ConfigOption config) {
    return KnowledgeCommand.base(config.read());
  }

  private static Holidays holidays(ConfigOption config) {
    return KnowledgeFiles.holidays(
        config.read().knowledge(),
        Clock.system(VietnamTime.ZONE),
        faults -> {
          throw new OperatorException(1, faults.stream().map(Fault::toString).toList());
        });
  }

  private static LocalDate today(@Nullable LocalDate on) {
    return on == null ? VietnamTime.today(Clock.system(VietnamTime.ZONE)) : on;
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
