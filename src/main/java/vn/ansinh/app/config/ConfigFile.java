package vn.ansinh.app.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.yaml.YamlDocument;

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
      document
          .scalars()
          .forEach(
              (key, scalar) ->
                  settings.put(key, new Settings.Raw(scalar.text(), file + ":" + scalar.line())));
    } catch (IOException e) {
      faults.add(file + ": không đọc được tệp này, xem lại quyền đọc và bảng mã UTF-8.");
    }
    return settings;
  }
}
