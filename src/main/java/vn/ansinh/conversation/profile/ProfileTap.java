package vn.ansinh.conversation.profile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.ansinh.citizen.Profile;
import vn.ansinh.delivery.Choice;

/// A button of a profile: `p:<part>` or `p:<part>:<id>`, which chooses or takes back.
///
/// @param id empty to be shown what there is
record ProfileTap(Part part, String id) {
  private static final String PREFIX = "p:";

  enum Part {
    HOME,
    AGREE,
    REFUSE,
    NEIGHBOURHOOD,
    GROUPS,
    TOPICS,
    DELETE;

    private String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// What a profile says of this part.
    List<String> ids(Profile profile) {
      String place = profile.neighbourhood();
      return switch (this) {
        case NEIGHBOURHOOD -> place == null ? List.of() : List.of(place);
        case GROUPS -> profile.groups();
        case TOPICS -> profile.topics();
        case HOME, AGREE, REFUSE, DELETE -> List.of();
      };
    }
  }

  /// A profile after this was chosen, or taken back.
  Profile changed(Profile before) {
    return switch (part) {
      case NEIGHBOURHOOD -> before.withNeighbourhood(id);
      case GROUPS -> before.withGroup(id);
      case TOPICS -> before.withTopic(id);
      case HOME, AGREE, REFUSE, DELETE -> before;
    };
  }

  Choice choice(String label) {
    return new Choice(label, PREFIX + part.key() + (id.isEmpty() ? "" : ":" + id));
  }

  /// Empty for data that is no such button's.
  static Optional<ProfileTap> parse(String data) {
    if (!data.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String[] parts = data.substring(PREFIX.length()).split(":", 2);
    return List.of(Part.values()).stream()
        .filter(part -> part.key().equals(parts[0]))
        .map(part -> new ProfileTap(part, parts.length == 2 ? parts[1] : ""))
        .findFirst();
  }
}
