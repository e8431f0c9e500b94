package vn.ansinh.citizen;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a citizen said of themselves, so that announcements reach those whom they concern.
///
/// @param neighbourhood where they live; null when they did not say
/// @param groups to which they belong
/// @param topics of which they want to hear
public record Profile(@Nullable String neighbourhood, List<String> groups, List<String> topics) {
  public static final Profile NOTHING = new Profile(null, List.of(), List.of());

  public Profile {
    groups = List.copyOf(groups);
    topics = List.copyOf(topics);
  }

  public boolean isEmpty() {
    return equals(NOTHING);
  }

  /// The same neighbourhood once more takes it back.
  public Profile withNeighbourhood(String id) {
    return new Profile(id.equals(neighbourhood) ? null : id, groups, topics);
  }

  public Profile withGroup(String id) {
    return new Profile(neighbourhood, toggled(groups, id), topics);
  }

  public Profile withTopic(String id) {
    return new Profile(neighbourhood, groups, toggled(topics, id));
  }

  /// With all the groups and topics of another; that one's neighbourhood only where this has none.
  public Profile with(Profile other) {
    return new Profile(
        neighbourhood == null ? other.neighbourhood : neighbourhood,
        union(groups, other.groups),
        union(topics, other.topics));
  }

  private static List<String> union(List<String> one, List<String> two) {
    return Stream.concat(one.stream(), two.stream()).distinct().toList();
  }

  private static List<String> toggled(List<String> ids, String id) {
    Set<String> others = new LinkedHashSet<>(ids);
    if (!others.remove(id)) {
      others.add(id);
    }
    return List.copyOf(others);
  }
}
