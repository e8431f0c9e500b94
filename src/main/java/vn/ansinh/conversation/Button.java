package vn.ansinh.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.conversation.rating.Rating;
import vn.ansinh.delivery.Choice;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;

/// What a tapped button means. Its data says everything, so that buttons of old messages still work
/// after a restart and after the knowledge base has changed.
sealed interface Button {
  /// `e:<id>:<facet>`, at most 52 bytes.
  record Show(EntitlementId entitlement, Facet facet) implements Button {
    @Override
    public String data() {
      return "e:" + entitlement.value() + ":" + facet.key();
    }
  }

  /// `t:<area>`.
  record Area(String id) implements Button {
    @Override
    public String data() {
      return "t:" + id;
    }
  }

  /// `t`.
  record Topics() implements Button {
    @Override
    public String data() {
      return "t";
    }
  }

  /// What [Rating#data] says.
  record Rate(Rating rating) implements Button {
    @Override
    public String data() {
      return rating.data();
    }
  }

  String data();

  Pattern SEPARATOR = Pattern.compile(":");

  /// Empty for data that no button of ours carries.
  static Optional<Button> parse(String data) {
    String[] parts = SEPARATOR.split(data, -1);
    if (parts.length == 1 && parts[0].equals("t")) {
      return Optional.of(new Topics());
    }
    if (parts.length == 2 && parts[0].equals("t")) {
      return Optional.of(new Area(parts[1]));
    }
    if (parts.length == 3 && parts[0].equals("e") && EntitlementId.isValid(parts[1])) {
      return Facet.ofKey(parts[2]).map(facet -> new Show(new EntitlementId(parts[1]), facet));
    }
    return Rating.parse(data).map(Rate::new);
  }

  /// The entitlements that choices lead to.
  static Set<EntitlementId> entitlements(List<Choice> choices) {
    return choices.stream()
        .flatMap(choice -> parse(choice.data()).stream())
        .flatMap(
            button -> button instanceof Show show ? Stream.of(show.entitlement()) : Stream.empty())
        .collect(Collectors.toSet());
  }
}
