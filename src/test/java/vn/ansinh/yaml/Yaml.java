package vn.ansinh.yaml;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
