package vn.ansinh.console.dates.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.edition.DatesFile;
import vn.ansinh.yaml.YamlNode;
import vn.ansinh.yaml.YamlNode.Mapping;
import vn.ansinh.yaml.YamlText;

/// What two texts of one calendar say differently.
public final class Differences {
  private Differences() {}

  /// @param before empty when it was not said; so `after`
  public record Row(String about, Line.Item item, String before, String after) {}

  private record Key(String about, Line.Item item) {}

  /// In the order of the texts.
  public static List<Row> of(DatesFile file, Mapping before, Mapping after) {
    return of(lines(file, before), lines(file, after));
  }

  public static List<Row> of(List<Line> before, List<Line> after) {
    Map<Key, String> was = byKey(before);
    Map<Key, String> is = byKey(after);
    Set<Key> keys = new LinkedHashSet<>(was.keySet());
    keys.addAll(is.keySet());
    return keys.stream()
        .map(
            key ->
                new Row(key.about, key.item, was.getOrDefault(key, ""), is.getOrDefault(key, "")))
        .filter(row -> !row.before.equals(row.after))
        .toList();
  }

  private static Map<Key, String> byKey(List<Line> lines) {
    Map<Key, String> byKey = new LinkedHashMap<>();
    lines.forEach(line -> byKey.put(new Key(line.about(), line.item()), line.value()));
    return byKey;
  }

  private static List<Line> lines(DatesFile file, Mapping root) {
    List<Line> lines = new ArrayList<>();
    if (file == DatesFile.HOLIDAYS) {
      root.map("holidays").entries().values().forEach(holiday -> lines.add(yearly(holiday)));
    }
    parts(file, root).forEach(part -> lines.addAll(part.form(root).lines()));
    return lines;
  }

  private static Line yearly(YamlNode.Entry holiday) {
    String name = holiday.value() instanceof Mapping rule ? rule.text("name") : holiday.key();
    return new Line(name, Line.Item.YEARLY, YamlText.of(holiday.value()).strip());
  }

  /// Everything of a file that a form can edit.
  public static List<Part> parts(DatesFile file, Mapping root) {
    return switch (file) {
      case SESSIONS -> List.of(new Part.Sessions());
      case PAYMENTS -> root.entries().keySet().stream().<Part>map(Part.Payment::new).toList();
      case HOLIDAYS ->
          root.list("decisions").stream()
              .filter(Mapping.class::isInstance)
              .map(Mapping.class::cast)
              .<Part>map(each -> new Part.Decision(each.text("holiday"), each.text("year")))
              .toList();
    };
  }
}
