package vn.ansinh.app.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.yaml.YamlDocument;
import vn.ansinh.yaml.YamlNode;

/// The configuration file as raw settings by dotted key.
final class ConfigFile {
  private ConfigFile() {}

  /// @param file a missing one says nothing
  /// @param faults gets what cannot be read
  static Map<String, Settings.Raw> read(Path file, List<String> faults) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    Map<String, Settings.Raw> settings = new LinkedHashMap<>();
    try {
      YamlDocument document = YamlDocument.parse(Files.readString(file, StandardCharsets.UTF_8));
      document
          .faults()
          .forEach(
              fault ->
                  faults.add(
                      file + ":" + fault.line() + ": " + fault.problem() + " " + fault.cure()));
      collect("", document.root(), file, settings);
    } catch (IOException e) {
      faults.add(file + ": không đọc được tệp này, xem lại quyền đọc và bảng mã UTF-8.");
    }
    return settings;
  }

  /// A list is what it would be in a variable of the environment: its items, separated by commas.
  private static void collect(
      String key, YamlNode node, Path file, Map<String, Settings.Raw> into) {
    switch (node) {
      case YamlNode.Scalar scalar -> into.put(key, raw(scalar.text(), file, scalar.line()));
      case YamlNode.Sequence list -> into.put(key, raw(joined(list), file, list.line()));
      case YamlNode.Mapping mapping ->
          mapping
              .entries()
              .forEach(
                  (name, entry) ->
                      collect(key.isEmpty() ? name : key + "." + name, entry.value(), file, into));
    }
  }

  private static Settings.Raw raw(String text, Path file, int line) {
    return new Settings.Raw(text, file + ":" + line);
  }

  private static String joined(YamlNode.Sequence list) {
    return list.items().stream()
        .map(item -> item instanceof YamlNode.Scalar scalar ? scalar.text() : "…")
        .collect(Collectors.joining(", "));
  }
}
