package vn.ansinh.yaml;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// YAML of other programs, as JSON.
public final class Yaml {
  private static final String MERGE = "<<";

  private Yaml() {}

  public static List<JsonObject> documents(Path file) throws IOException {
    List<JsonObject> documents = new ArrayList<>();
    LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
    for (Object document : new Load(settings).loadAllFromString(Files.readString(file))) {
      documents.add((JsonObject) json(document));
    }
    return documents;
  }

  public static JsonObject document(Path file) throws IOException {
    return documents(file).getFirst();
  }

  public static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }

  /// Every value that is not a mapping or a list, by its dotted path: `telegram.api-url`; items of
  /// a list are numbered from 0: `areas.0.id`.
  static Map<String, YamlNode.Scalar> scalars(YamlDocument document) {
    Map<String, YamlNode.Scalar> scalars = new LinkedHashMap<>();
    collect("", document.root(), scalars);
    return scalars;
  }

  private static void collect(String path, YamlNode node, Map<String, YamlNode.Scalar> into) {
    String prefix = path.isEmpty() ? "" : path + ".";
    switch (node) {
      case YamlNode.Scalar scalar -> into.put(path, scalar);
      case YamlNode.Sequence list -> {
        for (int i = 0; i < list.items().size(); i++) {
          collect(prefix + i, list.items().get(i), into);
        }
      }
      case YamlNode.Mapping mapping ->
          mapping.entries().forEach((key, entry) -> collect(prefix + key, entry.value(), into));
    }
  }

  /// With `<<` carried out, which YAML 1.2 does not know and compose does.
  private static Object json(@Nullable Object node) {
    return switch (node) {
      case Map<?, ?> map -> {
        JsonObject object = new JsonObject();
        if (map.get(MERGE) instanceof Map<?, ?> base) {
          object.mergeIn((JsonObject) json(base));
        }
        map.forEach(
            (key, value) -> {
              if (!MERGE.equals(key)) {
                object.put(String.valueOf(key), json(value));
              }
            });
        yield object;
      }
      case List<?> list -> {
        JsonArray array = new JsonArray();
        list.forEach(each -> array.add(json(each)));
        yield array;
      }
      case null -> "";
      default -> node;
    };
  }
}
