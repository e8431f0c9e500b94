package vn.ansinh.app.config;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a node does. Nodes on one database share the work, and each may have some roles only.
public enum Role {
  /// Pages, the officers' desk, what messengers bring by webhook.
  WEB("trang web và webhook"),
  /// Sends, and fetches from the messengers that are polled.
  DELIVERY("gửi và lấy tin"),
  /// The periodic jobs.
  JOBS("việc định kỳ");

  public static final Set<Role> ALL = Set.of(values());

  private final String words;

  Role(String words) {
    this.words = words;
  }

  /// As in the configuration.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// In Vietnamese: `trang web và webhook (web), việc định kỳ (jobs)`.
  public static String words(Set<Role> roles) {
    return joined(roles, role -> role.words + " (" + role.key() + ")");
  }

  static String keys(Set<Role> roles) {
    return joined(roles, Role::key);
  }

  /// Whether a text is one or more keys, separated by commas.
  static boolean isRight(String text) {
    return keysOf(text)
        .allMatch(key -> Stream.of(values()).anyMatch(role -> role.key().equals(key)));
  }

  /// Of a right text.
  static Set<Role> parse(String text) {
    return keysOf(text)
        .map(key -> valueOf(key.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> keysOf(String text) {
    return Stream.of(text.split(",", -1)).map(String::strip);
  }

  private static String joined(Set<Role> roles, Function<Role, String> name) {
    return Stream.of(values()).filter(roles::contains).map(name).collect(Collectors.joining(", "));
  }
}
