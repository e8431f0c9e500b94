package vn.ansinh.citizen;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

  /// One thing that was said, in the form in which it is kept and looked for: `neighbourhood kp-1`,
  /// `group merit`, `topic health`.
  public enum Mark {
    NEIGHBOURHOOD,
    GROUP,
    TOPIC;

    public String of(String id) {
      return prefix() + id;
    }

    private String prefix() {
      return name().toLowerCase(Locale.ROOT) + " ";
    }

    private List<String> in(List<String> marks) {
      return marks.stream()
          .filter(mark -> mark.startsWith(prefix()))
          .map(mark -> mark.substring(prefix().length()))
          .toList();
    }
  }

  /// As they are kept.
  public Stream<String> marks() {
    return Stream.of(
            Stream.ofNullable(neighbourhood).map(Mark.NEIGHBOURHOOD::of),
            groups.stream().map(Mark.GROUP::of),
            topics.stream().map(Mark.TOPIC::of))
        .flatMap(each -> each);
  }

  /// What [#marks] gave.
  public static Profile of(List<String> marks) {
    return new Profile(
        Mark.NEIGHBOURHOOD.in(marks).stream().findFirst().orElse(null),
        Mark.GROUP.in(marks),
        Mark.TOPIC.in(marks));
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
