package vn.ansinh.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One value of a YAML text and the line on which it begins, counted from 1.
public sealed interface YamlNode {
  int line();

  /// @param text as typed, without quotes; empty when nothing was typed
  /// @param quoted whether it stood in quotes or in a block
  record Scalar(int line, String text, boolean quoted) implements YamlNode {}

  record Sequence(int line, List<YamlNode> items) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// @param entries in the order of the file
  record Mapping(int line, Map<String, Entry> entries) implements YamlNode {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  /// @param line where the key stands
  record Entry(String key, int line, YamlNode value) {}
}
