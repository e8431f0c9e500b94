package vn.ansinh.citizen.audience;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.ansinh.citizen.Profile;

/// Some of all citizens, by what they said of themselves. Whoever wants no messages or cannot be
/// reached is in none of them.
public sealed interface Audience {
  /// Deeper than anybody reads.
  int MOST_DEPTH = 8;

  int MOST_LEAVES = 100;

  /// Whether somebody who may be written to belongs to it.
  boolean has(Profile profile);

  record Everyone() implements Audience {
    @Override
    public boolean has(Profile profile) {
      return true;
    }
  }

  record Neighbourhood(String id) implements Audience {
    @Override
    public boolean has(Profile profile) {
      return id.equals(profile.neighbourhood());
    }
  }

  record Group(String id) implements Audience {
    @Override
    public boolean has(Profile profile) {
      return profile.groups().contains(id);
    }
  }

  record Topic(String id) implements Audience {
    @Override
    public boolean has(Profile profile) {
      return profile.topics().contains(id);
    }
  }

  /// The union, of at least one.
  record Any(List<Audience> of) implements Audience {
    public Any {
      of = some(of);
    }

    @Override
    public boolean has(Profile profile) {
      return of.stream().anyMatch(each -> each.has(profile));
    }
  }

  /// The intersection, of at least one.
  record Every(List<Audience> of) implements Audience {
    public Every {
      of = some(of);
    }

    @Override
    public boolean has(Profile profile) {
      return of.stream().allMatch(each -> each.has(profile));
    }
  }

  /// Those of the one who are not in the other.
  record Without(Audience of, Audience those) implements Audience {
    @Override
    public boolean has(Profile profile) {
      return of.has(profile) && !those.has(profile);
    }
  }

  private static List<Audience> some(List<Audience> of) {
    if (of.isEmpty()) {
      throw new IllegalArgumentException("of nothing");
    }
    return List.copyOf(of);
  }

  /// Everything it names and is not known.
  default List<String> unknown(Set<String> neighbourhoods, Set<String> groups, Set<String> topics) {
    return leaves()
        .flatMap(
            leaf ->
                switch (leaf) {
                  case Neighbourhood(String id) when !neighbourhoods.contains(id) -> Stream.of(id);
                  case Group(String id) when !groups.contains(id) -> Stream.of(id);
                  case Topic(String id) when !topics.contains(id) -> Stream.of(id);
                  default -> Stream.<String>empty();
                })
        .distinct()
        .toList();
  }

  /// Without what only joins others.
  default Stream<Audience> leaves() {
    return switch (this) {
      case Any(List<Audience> of) -> of.stream().flatMap(Audience::leaves);
      case Every(List<Audience> of) -> of.stream().flatMap(Audience::leaves);
      case Without(Audience of, Audience those) -> Stream.concat(of.leaves(), those.leaves());
      case Everyone _, Neighbourhood _, Group _, Topic _ -> Stream.of(this);
    };
  }
}
