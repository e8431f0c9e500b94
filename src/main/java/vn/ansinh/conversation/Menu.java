package vn.ansinh.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.conversation.rating.Mark;
import vn.ansinh.conversation.rating.Rating;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Reaction;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.text.Phrase;

/// The topics that a citizen can browse, and the words on every button.
final class Menu {
  private final KnowledgeBase base;

  Menu(KnowledgeBase base) {
    this.base = base;
  }

  /// The one button that leads to all topics.
  List<Choice> button() {
    return List.of(new Choice(topicsLabel(), new Button.Topics().data()));
  }

  /// Every topic that has something to say.
  List<Choice> topics() {
    return base.areas().stream()
        .filter(area -> !base.inArea(area.id()).isEmpty())
        .map(area -> new Choice(area.label(), new Button.Area(area.id()).data()))
        .toList();
  }

  /// The entitlements of a topic; empty when the topic is not known.
  List<Choice> of(Button.Area area) {
    return base.inArea(area.id()).stream().map(Answers::choice).toList();
  }

  /// 👍 and 👎 under an answer.
  List<Reaction> reactions(EntitlementId entitlement, Facet facet) {
    return List.of(
        reaction(Reaction.Sign.UP, new Rating(entitlement, facet, Mark.HELPFUL)),
        reaction(Reaction.Sign.DOWN, new Rating(entitlement, facet, Mark.UNHELPFUL)));
  }

  private Reaction reaction(Reaction.Sign sign, Rating rating) {
    return new Reaction(sign, words(rating.mark().label()), rating.data());
  }

  /// Why the answer did not help.
  List<Choice> reasons(EntitlementId entitlement, Facet facet) {
    return Mark.REASONS.stream()
        .map(mark -> new Rating(entitlement, facet, mark))
        .map(why -> new Choice(words(why.mark().label()), why.data()))
        .toList();
  }

  /// What a tapped button says, as it is shown in the history; empty for a button we do not know.
  Optional<String> label(String data) {
    return Button.parse(data).flatMap(this::label);
  }

  private Optional<String> label(Button button) {
    return switch (button) {
      case Button.Topics _ -> Optional.of(topicsLabel());
      case Button.Area area ->
          base.areas().stream()
              .filter(each -> each.id().equals(area.id()))
              .map(KnowledgeBase.Area::label)
              .findFirst();
      case Button.Show show -> base.find(show.entitlement()).map(found -> label(show, found));
      case Button.Rate rate -> Optional.of(words(rate.rating().mark().label()));
    };
  }

  private static String label(Button.Show show, Entitlement entitlement) {
    return show.facet() == Facet.OVERVIEW
        ? entitlement.shortTitle()
        : show.facet().heading() + " – " + entitlement.shortTitle();
  }

  private String topicsLabel() {
    return words(Phrase.BUTTON_TOPICS);
  }

  private String words(Phrase phrase) {
    return base.phrases().words(phrase, Map.of());
  }
}
