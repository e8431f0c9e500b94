package vn.ansinh.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.citizen.RetentionSettings;
import vn.ansinh.db.DatabaseSettings;
import vn.ansinh.http.HttpSettings;
import vn.ansinh.inbox.InboxSettings;
import vn.ansinh.officer.session.SessionTimes;
import vn.ansinh.search.SearchSettings;
import vn.ansinh.telegram.TelegramSettings;
import vn.ansinh.vault.KeyFile;
import vn.ansinh.zalo.ZaloSettings;

/// Everything that can be set, read once at the start.
///
/// @param roles of this node; at least one
/// @param knowledge the directory of the knowledge base
public record Config(
    Set<Role> roles,
    Http http,
    DatabaseSettings database,
    Path knowledge,
    SearchSettings search,
    TelegramSettings telegram,
    ZaloSettings zalo,
    ClockSettings clock,
    RetentionSettings retention,
    Reminders reminders,
    Broadcasts broadcasts,
    Console console,
    InboxSettings inbox,
    LogSettings log,
    Data data) {

  /// @param port 0 lets the system choose
  /// @param rateAddress requests a second from one address; 0 is unlimited
  /// @param proxies whose word about their clients is taken
  public record Http(String host, int port, int rateAddress, HttpSettings.Proxies proxies) {}

  /// @param quiet for broadcasts too
  public record Reminders(QuietHours quiet) {}

  /// @param pauseAfter refusals in a row; 0 for never
  public record Broadcasts(int pauseAfter) {
    public static final Broadcasts DEFAULT = new Broadcasts(20);
  }

  /// @param publicUrl how officers' browsers call the service; empty when it is not known
  public record Console(SessionTimes times, String publicUrl) {}

  public Config {
    roles = Set.copyOf(roles);
  }

  /// Whether this node has a role.
  public boolean does(Role role) {
    return roles.contains(role);
  }

  /// Through which citizens can be written to first, as people read them.
  public List<String> messengers() {
    List<String> names = new ArrayList<>();
    if (!telegram.token().isEmpty()) {
      names.add("Telegram");
    }
    if (zalo.isOn() && zalo.writesFirst()) {
      names.add("Zalo");
    }
    return names;
  }

  /// @param keyFile what personal data are sealed by; null when none is named
  public record Data(@Nullable Path keyFile) {
    public static final Data DEFAULT = new Data(null);
  }

  /// The file of keys: the one that is named, or for the embedded database one beside its
  /// directory.
  ///
  /// @throws OperatorException when another database is used and no file is named, for nobody knows
  ///     whether what is written here lasts as long as that database
  public KeyFile keyFile() {
    Path named = data.keyFile;
    if (named != null) {
      return new KeyFile(named);
    }
    if (!database.url().isEmpty()) {
      throw new OperatorException(
          2,
          List.of(
              "data.key-file: cần ghi khi dùng database.url; tạo tệp khóa bằng lệnh `keys create`, cùng một"
                  + " tệp cho mọi máy chạy dịch vụ."));
    }
    return new KeyFile(database.directory().resolveSibling("data-keys.json"));
  }

  /// Where citizens' calendar programs reach us; empty when it is not known.
  public String publicUrl() {
    return telegram.publicUrl().isEmpty() ? zalo.publicUrl() : telegram.publicUrl();
  }

  /// Where officers' one-time links lead.
  public String site() {
    if (!console.publicUrl.isEmpty()) {
      return console.publicUrl.replaceAll("/+$", "");
    }
    String host = http.host.equals("0.0.0.0") ? "localhost" : http.host;
    return "http://" + host + ":" + http.port;
  }
}
