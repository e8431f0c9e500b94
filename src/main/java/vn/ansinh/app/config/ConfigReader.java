package vn.ansinh.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.calendar.OfficeHours;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.citizen.RetentionSettings;
import vn.ansinh.db.DatabaseSettings;
import vn.ansinh.http.HttpSettings;
import vn.ansinh.inbox.InboxSettings;
import vn.ansinh.officer.session.SessionTimes;
import vn.ansinh.search.SearchSettings;

/// Reads the configuration: the file, and over it the environment.
final class ConfigReader {
  /// Variables with our prefix that are no keys of the file.
  private static final Set<String> OTHER_VARIABLES = Set.of("ANSINH_BACKUP_PASSPHRASE");

  private ConfigReader() {}

  /// @param file may be missing: then the defaults hold
  /// @throws OperatorException with exit code 2 and all faults, each with its place and key
  static Config read(Path file, Map<String, String> environment) {
    List<String> faults = new ArrayList<>();
    Settings settings = new Settings(ConfigFile.read(file, faults), environment);
    Config config =
        new Config(
            roles(settings),
            http(settings),
            database(settings),
            Path.of(settings.text("knowledge.directory", "knowledge-base")),
            search(settings),
            MessengerReader.telegram(settings),
            MessengerReader.zalo(settings),
            clock(settings),
            retention(settings),
            reminders(settings),
            new Config.Broadcasts(
                settings.integer(
                    "broadcast.pause-after", Config.Broadcasts.DEFAULT.pauseAfter(), 0, 1_000)),
            console(settings),
            inbox(settings),
            new LogSettings(
                settings.choice("log.format", LogSettings.DEFAULT.format()),
                settings.choice("log.level", LogSettings.DEFAULT.level())),
            data(settings));
    if (!config.clock().isOrdinary()) {
      rehearse(config, settings);
    }
    faults.addAll(settings.faults());
    if (!faults.isEmpty()) {
      throw new OperatorException(2, faults);
    }
    for (String stranger : settings.strangers(OTHER_VARIABLES)) {
      System.err.println(stranger + ": không ứng với khóa cấu hình nào, bỏ qua.");
    }
    return config;
  }

  /// People must not be told of days that have not come.
  private static void rehearse(Config config, Settings settings) {
    String key = config.clock().start() == null ? "clock.speed" : "clock.start";
    if (MessengerReader.isReal(config.telegram())) {
      settings.fault(
          key,
          "không dùng được với Telegram thật: người dân sẽ nhận tin sai ngày; bỏ khóa này, hoặc đặt"
              + " telegram.api-url là một máy chủ thử, hoặc bỏ telegram.token");
    }
    if (MessengerReader.isReal(config.zalo())) {
      settings.fault(
          key,
          "không dùng được với Zalo thật: người dân sẽ nhận tin sai ngày; bỏ khóa này, hoặc đặt"
              + " zalo.api-url là một máy chủ thử, hoặc bỏ zalo.token");
    }
  }

  private static Set<Role> roles(Settings settings) {
    String all = Role.keys(Role.ALL);
    return Role.parse(
        settings.text("roles", all, Role::isRight, "chọn một hay nhiều trong: " + all));
  }

  private static Config.Http http(Settings settings) {
    HttpSettings.Proxies proxies = HttpSettings.Proxies.HERE;
    try {
      proxies = HttpSettings.Proxies.parse(settings.text("http.proxies", ""));
    } catch (IllegalArgumentException e) {
      settings.fault(
          "http.proxies",
          "là các địa chỉ hoặc mạng cách nhau bằng dấu phẩy, ví dụ 10.0.0.5, 172.20.0.0/16");
    }
    return new Config.Http(
        settings.text("http.host", "127.0.0.1", host -> !host.isBlank(), "không được để trống"),
        settings.integer("http.port", 8080, 0, 65_535),
        settings.integer("http.rate-address", 100, 0, 1_000_000),
        proxies);
  }

  private static DatabaseSettings database(Settings settings) {
    return new DatabaseSettings(
        settings.text(
            "database.url",
            "",
            url ->
                url.isEmpty() || url.startsWith("postgresql://") || url.startsWith("postgres://"),
            "có dạng postgresql://người-dùng:mật-khẩu@máy:5432/cơ-sở-dữ-liệu"),
        Path.of(settings.text("database.directory", "data/postgres")),
        settings.integer("database.port", 54_329, 1, 65_535));
  }

  private static Config.Data data(Settings settings) {
    String file = settings.text("data.key-file", "");
    return file.isEmpty() ? Config.Data.DEFAULT : new Config.Data(Path.of(file));
  }

  private static SearchSettings search(Settings settings) {
    SearchSettings standard = SearchSettings.DEFAULT;
    return new SearchSettings(
        settings.number("search.answer", standard.answer(), 0, 1),
        settings.number("search.margin", standard.margin(), 0, 1));
  }

  private static ClockSettings clock(Settings settings) {
    String start =
        settings.text(
            "clock.start",
            "",
            text -> text.isEmpty() || isMoment(text),
            "có dạng 2027-02-05T07:30:00+07:00");
    return new ClockSettings(
        start.isEmpty() ? null : OffsetDateTime.parse(start).toInstant(),
        settings.number("clock.speed", 1, 0.001, 100_000));
  }

  private static boolean isMoment(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static RetentionSettings retention(Settings settings) {
    return new RetentionSettings(
        days(settings, "retention.messages", RetentionSettings.DEFAULT.messages()),
        days(settings, "retention.reminders", RetentionSettings.DEFAULT.reminders()),
        days(settings, "retention.inbox", RetentionSettings.DEFAULT.cases()),
        days(settings, "retention.questions", RetentionSettings.DEFAULT.questions()),
        days(settings, "retention.figures", RetentionSettings.DEFAULT.figures()));
  }

  private static Duration days(Settings settings, String key, Duration standard) {
    return Duration.ofDays(settings.integer(key, (int) standard.toDays(), 1, 36_500));
  }

  private static Config.Reminders reminders(Settings settings) {
    LocalTime from = time(settings, "reminders.quiet-from", QuietHours.USUAL.from());
    LocalTime to = time(settings, "reminders.quiet-to", QuietHours.USUAL.to());
    if (!from.isBefore(to)) {
      settings.fault("reminders.quiet-to", "phải sau reminders.quiet-from");
      return new Config.Reminders(QuietHours.USUAL);
    }
    return new Config.Reminders(new QuietHours(from, to));
  }

  private static Config.Console console(Settings settings) {
    SessionTimes standard = SessionTimes.DEFAULT;
    return new Config.Console(
        new SessionTimes(
            Duration.ofHours(
                settings.integer(
                    "console.session-hours", (int) standard.longest().toHours(), 1, 720)),
            Duration.ofMinutes(
                settings.integer(
                    "console.idle-minutes", (int) standard.idle().toMinutes(), 1, 43_200))),
        settings.url(
            "console.public-url", "", "là địa chỉ http:// hoặc https:// mà cán bộ mở được"));
  }

  private static InboxSettings inbox(Settings settings) {
    InboxSettings standard = InboxSettings.DEFAULT;
    String hours =
        settings.text("inbox.hours", "", OfficeHours::isRight, "có dạng 07:30-11:30, 13:30-17:00");
    return new InboxSettings(
        hours.isEmpty() ? standard.hours() : OfficeHours.parse(hours),
        settings.integer("inbox.workdays", standard.workdays(), 1, 30),
        settings.text(
            "telegram.officers-chat",
            standard.chat(),
            chat -> chat.matches("(-?\\d{1,19})?"),
            "là mã số của nhóm Telegram, ví dụ -1001234567890"));
  }

  private static LocalTime time(Settings settings, String key, LocalTime fallback) {
    String text =
        settings.text(
            key,
            fallback.toString(),
            time -> time.matches("([01]\\d|2[0-3]):[0-5]\\d"),
            "là giờ và phút, ví dụ 08:00");
    return LocalTime.parse(text);
  }
}
