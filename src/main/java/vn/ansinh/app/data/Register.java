package vn.ansinh.app.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.yaml.YamlDocument;
import vn.ansinh.yaml.YamlFault;
import vn.ansinh.yaml.YamlFields;
import vn.ansinh.yaml.YamlNode;

/// The register of processing: every table of the database, what it holds of whom and why, and for
/// how long.
///
/// @param tables in the order of the file
record Register(List<Table> tables) {
  private static final String FILE = "register.yaml";
  private static final String ALL = "all";

  /// @param name of one table, or the beginning of several: `qrtz_*`
  /// @param personal columns with personal data, each with what it holds
  /// @param others columns without; `all` of a table that is not ours
  record Table(
      String name,
      String about,
      String why,
      Kept kept,
      Map<String, String> personal,
      Set<String> others) {
    boolean has(String table, String column) {
      return covers(table)
          && (personal.containsKey(column) || others.contains(column) || others.contains(ALL));
    }

    private boolean covers(String table) {
      return name.endsWith("*")
          ? table.startsWith(name.substring(0, name.length() - 1))
          : table.equals(name);
    }
  }

  /// That of this program.
  static Register read() {
    try (InputStream file = Register.class.getResourceAsStream(FILE)) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      List<YamlFault> faults = new ArrayList<>();
      YamlDocument document = YamlDocument.parse(text);
      faults.addAll(document.faults());
      List<Table> tables = new ArrayList<>();
      for (YamlNode.Entry entry : YamlFields.of(document.root(), faults::add).entries()) {
        tables.add(table(entry.key(), YamlFields.of(entry.value(), faults::add)));
      }
      if (!faults.isEmpty()) {
        throw new IllegalStateException(FILE + ": " + faults);
      }
      return new Register(List.copyOf(tables));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Table table(String name, YamlFields fields) {
    String kept = fields.text("kept");
    Map<String, String> personal = new LinkedHashMap<>();
    for (YamlNode.Entry entry : fields.map("personal").entries()) {
      personal.put(
          entry.key(), entry.value() instanceof YamlNode.Scalar scalar ? scalar.text() : "");
    }
    Set<String> others = new LinkedHashSet<>();
    fields.texts("others").forEach(each -> others.add(each.text()));
    return new Table(
        name,
        fields.text("about"),
        fields.text("why"),
        Kept.of(kept).orElseThrow(() -> new IllegalStateException(FILE + ": kept " + kept)),
        personal,
        others);
  }

  /// Where a column of the database stands; empty when it is missing here.
  Optional<Table> of(String table, String column) {
    return tables.stream().filter(each -> each.has(table, column)).findFirst();
  }
}
