package vn.ansinh.console.broadcasts.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.citizen.audience.Audience;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.KnowledgeBase.Area;

/// Everything by which an audience can be chosen, in the order in which it is shown.
public record Circles(List<Circle> neighbourhoods, List<Circle> groups, List<Circle> topics) {
  /// Some citizens with something in common.
  ///
  /// @param key as forms carry it: `group:merit`
  public record Circle(String key, String label) {}

  public static Circles of(KnowledgeBase base) {
    return new Circles(
        circles("neighbourhood", base.circles().neighbourhoods()),
        circles("group", base.circles().groups()),
        circles("topic", base.areas()));
  }

  private static List<Circle> circles(String kind, List<Area> areas) {
    return areas.stream().map(area -> new Circle(kind + ":" + area.id(), area.label())).toList();
  }

  public List<Circle> all() {
    List<Circle> all = new ArrayList<>(neighbourhoods);
    all.addAll(groups);
    all.addAll(topics);
    return all;
  }

  /// By key.
  public Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    all().forEach(circle -> labels.put(circle.key, circle.label));
    return labels;
  }

  /// What joins others has no key.
  public static String key(Audience leaf) {
    return switch (leaf) {
      case Audience.Neighbourhood(String id) -> "neighbourhood:" + id;
      case Audience.Group(String id) -> "group:" + id;
      case Audience.Topic(String id) -> "topic:" + id;
      case Audience.Everyone _, Audience.Any _, Audience.Every _, Audience.Without _ -> "";
    };
  }

  static Audience audience(String key) {
    String id = key.substring(key.indexOf(':') + 1);
    return switch (kind(key)) {
      case "neighbourhood" -> new Audience.Neighbourhood(id);
      case "group" -> new Audience.Group(id);
      default -> new Audience.Topic(id);
    };
  }

  static String kind(String key) {
    return key.substring(0, Math.max(0, key.indexOf(':')));
  }
}
