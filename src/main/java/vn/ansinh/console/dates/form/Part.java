package vn.ansinh.console.dates.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.ansinh.console.Visit;
import vn.ansinh.edition.DatesFile;
import vn.ansinh.yaml.YamlDocument;
import vn.ansinh.yaml.YamlNode;
import vn.ansinh.yaml.YamlNode.Mapping;
import vn.ansinh.yaml.YamlNode.Sequence;
import vn.ansinh.yaml.YamlText;

/// What one form edits of a calendar file; the rest of the file stays as it is.
public sealed interface Part {
  record Sessions() implements Part {}

  /// @param benefit its id
  record Payment(String benefit) implements Part {}

  /// @param holiday its id
  record Decision(String holiday, String year) implements Part {
    private boolean isThis(YamlNode node) {
      return node instanceof Mapping decision
          && decision.text("holiday").equals(holiday)
          && decision.text("year").equals(year);
    }
  }

  default DatesFile file() {
    return switch (this) {
      case Sessions _ -> DatesFile.SESSIONS;
      case Payment _ -> DatesFile.PAYMENTS;
      case Decision _ -> DatesFile.HOLIDAYS;
    };
  }

  /// The text of a file as a tree; an empty one when it holds nothing.
  static Mapping root(String text) {
    return YamlDocument.parse(text).root() instanceof Mapping root ? root : Mapping.EMPTY;
  }

  /// The part as it stands; an empty one when it is not there.
  default Mapping in(Mapping root) {
    return switch (this) {
      case Sessions _ -> root;
      case Payment(String benefit) -> root.map(benefit);
      case Decision decision ->
          root.list("decisions").stream()
              .filter(decision::isThis)
              .map(Mapping.class::cast)
              .findFirst()
              .orElse(Mapping.EMPTY);
    };
  }

  /// The file with this part in the place of the one that stands there.
  ///
  /// @param part an empty one takes it away
  default Mapping put(Mapping root, Mapping part) {
    return switch (this) {
      case Sessions _ -> part;
      case Payment(String benefit) -> root.with(benefit, part);
      case Decision decision -> {
        List<YamlNode> decisions = new ArrayList<>(root.list("decisions"));
        decisions.removeIf(decision::isThis);
        if (!part.entries().isEmpty()) {
          decisions.add(part);
        }
        yield root.with("decisions", Sequence.of(decisions));
      }
    };
  }

  default Form form(Mapping root) {
    return switch (this) {
      case Sessions _ -> SessionsForm.of(root);
      case Payment _ -> PaymentForm.of(in(root));
      case Decision(String holiday, String year) ->
          DecisionForm.of(in(root), holiday, name(root, holiday), year);
    };
  }

  /// As typed.
  default Form form(Mapping root, Visit visit) {
    return switch (this) {
      case Sessions _ -> SessionsForm.of(visit);
      case Payment _ -> PaymentForm.of(visit, in(root).text("name"));
      case Decision(String holiday, String year) ->
          DecisionForm.of(visit, holiday, name(root, holiday), year);
    };
  }

  private static String name(Mapping root, String holiday) {
    return root.map("holidays").map(holiday).text("name");
  }

  /// The same for the same part, another one for any other: what a form was filled from.
  default String mark(Mapping root) {
    return UUID.nameUUIDFromBytes(YamlText.of(in(root)).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
