package vn.ansinh.citizen.audience;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The form in which an audience is kept: `{"everyone":true}`, `{"neighbourhood":"…"}`,
/// `{"group":"…"}`, `{"topic":"…"}`, `{"any":[…]}`, `{"every":[…]}`, `{"of":{…},"without":{…}}`.
public final class AudienceJson {
  private AudienceJson() {}

  public static JsonObject encode(Audience audience) {
    return switch (audience) {
      case Audience.Everyone _ -> new JsonObject().put("everyone", true);
      case Audience.Neighbourhood(String id) -> new JsonObject().put("neighbourhood", id);
      case Audience.Group(String id) -> new JsonObject().put("group", id);
      case Audience.Topic(String id) -> new JsonObject().put("topic", id);
      case Audience.Any(List<Audience> of) -> new JsonObject().put("any", array(of));
      case Audience.Every(List<Audience> of) -> new JsonObject().put("every", array(of));
      case Audience.Without(Audience of, Audience those) ->
          new JsonObject().put("of", encode(of)).put("without", encode(those));
    };
  }

  private static JsonArray array(List<Audience> of) {
    JsonArray array = new JsonArray();
    of.forEach(each -> array.add(encode(each)));
    return array;
  }

  /// Empty for what is no audience, or larger than any that a person would write.
  public static Optional<Audience> decode(JsonObject json) {
    return Optional.ofNullable(audience(json, 1))
        .filter(audience -> audience.leaves().count() <= Audience.MOST_LEAVES);
  }

  private static @Nullable Audience audience(@Nullable Object value, int depth) {
    if (!(value instanceof JsonObject json) || depth > Audience.MOST_DEPTH) {
      return null;
    }
    Map<String, Object> fields = json.getMap();
    if (fields.size() == 2) {
      Audience of = audience(json.getValue("of"), depth + 1);
      Audience those = audience(json.getValue("without"), depth + 1);
      return of == null || those == null ? null : new Audience.Without(of, those);
    }
    if (fields.size() != 1) {
      return null;
    }
    String key = fields.keySet().iterator().next();
    return switch (json.getValue(key)) {
      case Boolean is when key.equals("everyone") && is -> new Audience.Everyone();
      case String id -> leaf(key, id);
      case JsonArray of -> joined(key, of, depth);
      case null, default -> null;
    };
  }

  private static @Nullable Audience leaf(String key, String id) {
    return switch (key) {
      case "neighbourhood" -> new Audience.Neighbourhood(id);
      case "group" -> new Audience.Group(id);
      case "topic" -> new Audience.Topic(id);
      default -> null;
    };
  }

  private static @Nullable Audience joined(String key, JsonArray array, int depth) {
    List<Optional<Audience>> of =
        array.stream().map(each -> Optional.ofNullable(audience(each, depth + 1))).toList();
    if (of.isEmpty() || of.stream().anyMatch(Optional::isEmpty)) {
      return null;
    }
    List<Audience> all = of.stream().map(Optional::orElseThrow).toList();
    return switch (key) {
      case "any" -> new Audience.Any(all);
      case "every" -> new Audience.Every(all);
      default -> null;
    };
  }
}
