package vn.ansinh.conversation.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.citizen.Profile;
import vn.ansinh.conversation.profile.ProfileTap.Part;
import vn.ansinh.delivery.Choice;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.KnowledgeBase.Area;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying;

/// What there is to choose from, and how a profile is said.
record ProfileWords(KnowledgeBase base) {
  List<Area> all(Part part) {
    return switch (part) {
      case NEIGHBOURHOOD -> base.circles().neighbourhoods();
      case GROUPS -> base.circles().groups();
      case TOPICS -> base.areas();
      case HOME, AGREE, REFUSE, DELETE -> List.of();
    };
  }

  /// Bullets.
  String lines(Profile profile) {
    List<String> lines = new ArrayList<>();
    line(lines, profile, Part.NEIGHBOURHOOD, Saying.Profile.NEIGHBOURHOOD);
    line(lines, profile, Part.GROUPS, Saying.Profile.GROUPS);
    line(lines, profile, Part.TOPICS, Saying.Profile.TOPICS);
    return lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
  }

  private void line(List<String> lines, Profile profile, Part part, Saying.Profile saying) {
    Map<String, String> labels =
        all(part).stream().collect(Collectors.toMap(Area::id, Area::label));
    String names =
        part.ids(profile).stream()
            .map(id -> labels.getOrDefault(id, id))
            .collect(Collectors.joining("; "));
    if (!names.isEmpty()) {
      lines.add(of(saying, Map.of("names", names)));
    }
  }

  Choice choice(Saying label, Part part) {
    return new ProfileTap(part, "").choice(of(label, Map.of()));
  }

  RichText text(Saying saying, Map<String, String> values) {
    return base.phrases().text(saying, values);
  }

  String of(Saying saying, Map<String, String> values) {
    return base.phrases().words(saying, values).strip();
  }
}
