package vn.ansinh.app.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Raw settings by key, the environment before the file; collects what is wrong with them.
final class Settings {
  static final String PREFIX = "ANSINH_";

  /// @param place file and line, or the environment variable
  record Raw(String value, String place) {}

  private final Map<String, Raw> file;
  private final Map<String, String> environment;
  private final Set<String> known = new TreeSet<>();
  private final List<String> faults = new ArrayList<>();

  /// @param file what the file says, by dotted key
  Settings(Map<String, Raw> file, Map<String, String> environment) {
    this.file = file;
    this.environment = environment;
  }

  String text(String key, String fallback) {
    Raw raw = raw(key);
    return raw == null ? fallback : raw.value;
  }

  /// @param cure what a right value looks like, in Vietnamese
  String text(String key, String fallback, Predicate<String> valid, String cure) {
    Raw raw = raw(key);
    if (raw == null || valid.test(raw.value)) {
      return raw == null ? fallback : raw.value;
    }
    fault(raw.place, key, cure);
    return fallback;
  }

  /// An `http` or `https` address; may be empty where none is the default.
  String url(String key, String fallback, String cure) {
    return text(key, fallback, url -> (url.isEmpty() && fallback.isEmpty()) || isUrl(url), cure);
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  int integer(String key, int fallback, int least, int most) {
    return (int) number(key, fallback, least, most, true);
  }

  double number(String key, double fallback, double least, double most) {
    return number(key, fallback, least, most, false);
  }

  <E extends Enum<E>> E choice(String key, E fallback) {
    Raw raw = raw(key);
    if (raw == null) {
      return fallback;
    }
    List<String> names = new ArrayList<>();
    for (E each : fallback.getDeclaringClass().getEnumConstants()) {
      String name = each.name().toLowerCase(Locale.ROOT);
      if (name.equals(raw.value)) {
        return each;
      }
      names.add(name);
    }
    fault(raw.place, key, "chọn một trong: " + String.join(", ", names));
    return fallback;
  }

  /// A fault that lies between two keys.
  void fault(String key, String cure) {
    Raw raw = raw(key);
    fault(raw == null ? "" : raw.place, key, cure);
  }

  /// Every fault, those of keys that nothing asked for included.
  List<String> faults() {
    List<String> all = new ArrayList<>(faults);
    file.forEach(
        (key, raw) -> {
          if (!known.contains(key)) {
            all.add(line(raw.place, key, "không có khóa này, xem lại chính tả"));
          }
        });
    return all;
  }

  /// Variables with our prefix that set nothing: probably a slip of the pen.
  List<String> strangers(Set<String> ours) {
    Set<String> names = new TreeSet<>(ours);
    known.forEach(key -> names.add(variable(key)));
    return environment.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !names.contains(name))
        .sorted()
        .toList();
  }

  /// `http.rate-address` -> `ANSINH_HTTP_RATE_ADDRESS`.
  static String variable(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private double number(String key, double fallback, double least, double most, boolean whole) {
    Raw raw = raw(key);
    if (raw == null) {
      return fallback;
    }
    try {
      double value = Double.parseDouble(raw.value.strip());
      if (value >= least && value <= most && (!whole || value == Math.rint(value))) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number out of range.
    }
    String kind = whole ? "số nguyên từ %.0f đến %.0f" : "số từ %s đến %s";
    fault(raw.place, key, "phải là " + kind.formatted(least, most));
    return fallback;
  }

  private @Nullable Raw raw(String key) {
    known.add(key);
    String variable = variable(key);
    String set = environment.get(variable);
    return set == null ? file.get(key) : new Raw(set, variable);
  }

  private void fault(String place, String key, String cure) {
    faults.add(line(place, key, cure));
  }

  private static String line(String place, String key, String cure) {
    return place.isEmpty() ? key + ": " + cure : place + ": " + key + ": " + cure;
  }
}
