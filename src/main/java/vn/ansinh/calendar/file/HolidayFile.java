package vn.ansinh.calendar.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.calendar.Decision;
import vn.ansinh.calendar.Holiday;
import vn.ansinh.calendar.Holidays;
import vn.ansinh.yaml.YamlFault;
import vn.ansinh.yaml.YamlFields;
import vn.ansinh.yaml.YamlNode;

/// Reads `calendar/holidays.yaml`. What is wrong is handed to `faults` and left out.
public final class HolidayFile {
  private static final Pattern DAY_OF_MONTH = Pattern.compile("(\\d{1,2})/(\\d{1,2})");
  private static final int LUNAR_MONTHS = 12;
  private static final int LUNAR_DAYS = 30;

  /// No holiday is longer; a larger number is a slip.
  private static final int MOST_DAYS = 15;

  private final Consumer<YamlFault> faults;

  private HolidayFile(Consumer<YamlFault> faults) {
    this.faults = faults;
  }

  public static Holidays read(YamlNode root, Consumer<YamlFault> faults) {
    return new HolidayFile(faults).holidays(YamlFields.of(root, faults));
  }

  private Holidays holidays(YamlFields root) {
    Map<String, Holiday> yearly = new LinkedHashMap<>();
    for (YamlNode.Entry entry : root.map("holidays").entries()) {
      holiday(entry).ifPresent(holiday -> yearly.put(entry.key(), holiday));
    }
    if (yearly.isEmpty()) {
      fault(root.line("holidays"), "Chưa có ngày lễ nào.", "Viết các ngày lễ dưới «holidays:».");
    }
    List<Decision> decisions = new DecisionList(yearly, faults).read(root.maps("decisions"));
    root.refuseOthers();
    return new Holidays(yearly, decisions);
  }

  private Optional<Holiday> holiday(YamlNode.Entry entry) {
    YamlFields fields = YamlFields.of(entry.value(), faults);
    String name = fields.text("name");
    Optional<Holiday.Anchor> anchor = anchor(fields);
    List<Holiday.Choice> choices = choices(fields);
    Holiday.Compensation compensation = compensation(fields);
    LocalDate from = fields.date("from").orElse(LocalDate.MIN);
    Holiday.Basis basis =
        new Holiday.Basis(
            fields.text("document"),
            fields.optionalText("article").orElse(""),
            fields.line("document"));
    fields.refuseOthers();
    return anchor.map(day -> new Holiday(name, day, choices, compensation, from, basis));
  }

  private Optional<Holiday.Anchor> anchor(YamlFields fields) {
    Optional<String> solar = fields.optionalText("day");
    Optional<String> lunar = fields.optionalText("lunar");
    if (solar.isPresent() == lunar.isPresent()) {
      fault(
          fields.line(solar.isPresent() ? "lunar" : "name"),
          "Ngày lễ phải có một trong hai: «day» hoặc «lunar».",
          "Viết «day: 02/09» cho ngày dương lịch, hoặc «lunar: 10/03» cho ngày âm lịch.");
      return Optional.empty();
    }
    String key = solar.isPresent() ? "day" : "lunar";
    Optional<Holiday.Anchor> anchor =
        solar.isPresent() ? solar(solar.get()) : lunar.flatMap(HolidayFile::lunar);
    if (anchor.isEmpty()) {
      fault(
          fields.line(key),
          "«" + key + "» không phải là ngày trong năm.",
          "Viết ngày trước, tháng sau, ví dụ 02/09.");
    }
    return anchor;
  }

  private static Optional<Holiday.Anchor> solar(String text) {
    Matcher parts = DAY_OF_MONTH.matcher(text);
    try {
      // On 29 February there would be a holiday in some years only.
      return parts.matches()
          ? Optional.of(MonthDay.of(number(parts, 2), number(parts, 1)))
              .filter(day -> day.isValidYear(1))
              .map(Holiday.Solar::new)
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Holiday.Anchor> lunar(String text) {
    Matcher parts = DAY_OF_MONTH.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int day = number(parts, 1);
    int month = number(parts, 2);
    return day >= 1 && day <= LUNAR_DAYS && month >= 1 && month <= LUNAR_MONTHS
        ? Optional.of(new Holiday.Lunar(month, day))
        : Optional.empty();
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private List<Holiday.Choice> choices(YamlFields fields) {
    List<Holiday.Choice> choices = new ArrayList<>();
    Set<Integer> lengths = new HashSet<>();
    for (YamlFields choice : fields.maps("choices")) {
      int before = days(choice, "before");
      int after = days(choice, "after");
      choice.refuseOthers();
      choices.add(new Holiday.Choice(before, after));
      lengths.add(before + after);
    }
    if (lengths.size() > 1) {
      fault(
          fields.line("choices"),
          "Các cách nghỉ dưới «choices» dài ngắn khác nhau.",
          "Luật định số ngày; cách nào cũng phải đủ số ngày ấy.");
    }
    return choices.isEmpty() ? List.of(new Holiday.Choice(0, 0)) : choices;
  }

  private int days(YamlFields choice, String key) {
    int days = choice.number(key).map(number -> number.intValue()).orElse(0);
    if (days < 0 || days > MOST_DAYS) {
      fault(
          choice.line(key),
          "«" + key + "» phải là số ngày từ 0 đến " + MOST_DAYS + ".",
          "Sửa lại số ngày.");
      return 0;
    }
    return days;
  }

  private Holiday.Compensation compensation(YamlFields fields) {
    String text = fields.optionalText("compensated").orElse("yes");
    return switch (text) {
      case "yes" -> Holiday.Compensation.YES;
      case "no" -> Holiday.Compensation.NO;
      case "unknown" -> Holiday.Compensation.UNKNOWN;
      default -> {
        fault(
            fields.line("compensated"),
            "«compensated» không có giá trị «" + text + "».",
            "Viết yes (được nghỉ bù), no (không) hoặc unknown (chưa rõ).");
        yield Holiday.Compensation.UNKNOWN;
      }
    };
  }

  private void fault(int line, String problem, String cure) {
    faults.accept(new YamlFault(line, problem, cure));
  }
}
