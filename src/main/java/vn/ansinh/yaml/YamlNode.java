package vn.ansinh.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One value of a YAML text and the line on which it begins, counted from 1; 0 for one that was not
/// read from a text.
public sealed interface YamlNode {
  int line();

  /// @param text as typed, without quotes; empty when nothing was typed
  /// @param quoted whether it stood in quotes or in a block
  record Scalar(int line, String text, boolean quoted) implements YamlNode {
    public static Scalar of(String text) {
      return new Scalar(0, text, false);
    }
  }

  record Sequence(int line, List<YamlNode> items) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }

    public static Sequence of(List<? extends YamlNode> items) {
      return new Sequence(0, List.copyOf(items));
    }
  }

  /// @param entries in the order of the file
  record Mapping(int line, Map<String, Entry> entries) implements YamlNode {
    public static final Mapping EMPTY = new Mapping(0, Map.of());

    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /// With another value in the place of a key, or at the end when the key is new.
    ///
    /// @param value an empty text, list or mapping takes the key away
    public Mapping with(String key, YamlNode value) {
      Map<String, Entry> changed = new LinkedHashMap<>(entries);
      if (isEmpty(value)) {
        changed.remove(key);
      } else {
        changed.put(key, new Entry(key, 0, value));
      }
      return new Mapping(line, changed);
    }

    public Mapping with(String key, String text) {
      return with(key, Scalar.of(text));
    }

    private static boolean isEmpty(YamlNode value) {
      return switch (value) {
        case Scalar scalar -> scalar.text().isEmpty();
        case Sequence list -> list.items().isEmpty();
        case Mapping mapping -> mapping.entries().isEmpty();
      };
    }

    /// The text of a key; empty when it has none.
    public String text(String key) {
      Entry entry = entries.get(key);
      return entry != null && entry.value() instanceof Scalar scalar ? scalar.text().strip() : "";
    }

    /// The mapping below a key; an empty one when there is none.
    public Mapping map(String key) {
      Entry entry = entries.get(key);
      return entry != null && entry.value() instanceof Mapping mapping ? mapping : EMPTY;
    }

    /// The list below a key; one value alone counts as a list of one.
    public List<YamlNode> list(String key) {
      Entry entry = entries.get(key);
      if (entry == null || entry.value() instanceof Scalar scalar && scalar.text().isBlank()) {
        return List.of();
      }
      return entry.value() instanceof Sequence items ? items.items() : List.of(entry.value());
    }
  }

  /// @param line where the key stands
  record Entry(String key, int line, YamlNode value) {}
}
