package vn.ansinh.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.conversation.Dialogue.Said;
import vn.ansinh.conversation.rating.Rating;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.search.Finding;
import vn.ansinh.search.Hit;
import vn.ansinh.text.Phrase;

/// From what was found to what is said and remembered.
final class Replies {
  private static final int RESULTS = 10;

  private final KnowledgeBase base;
  private final Answers answers;
  private final Menu menu;

  /// What is spoken of from now on.
  private record Spoken(EntitlementId entry, Facet facet) {}

  Replies(KnowledgeBase base, Menu menu) {
    this.base = base;
    this.answers = new Answers(base, menu);
    this.menu = menu;
  }

  /// @param findings of one question, or of two in the order asked
  Turn to(State state, Said said, List<Finding> findings) {
    return findings.size() == 2
        ? both(state, said, findings.getFirst(), findings.getLast())
        : to(state, said, findings.getFirst());
  }

  private Turn to(State state, Said said, Finding finding) {
    return switch (finding) {
      case Finding.Confident confident -> best(state, said, confident);
      case Finding.Ambiguous ambiguous when state.clarified() -> best(state, said, ambiguous);
      case Finding.Ambiguous ambiguous -> clarify(state, said, ambiguous);
      case Finding.Nothing nothing -> nothing(state, nothing);
    };
  }

  /// What is said of one side of one entry.
  Turn answer(
      State state, Said said, Entitlement entitlement, Facet facet, @Nullable Finding finding) {
    return told(
        state,
        said,
        new Spoken(entitlement.id(), facet),
        answers.of(entitlement, facet, said.on(), said.today()),
        finding);
  }

  Turn say(State state, Phrase phrase, List<Choice> choices) {
    Message reply = new Message(base.phrases().text(phrase), choices);
    return new Turn(state.offering(choices, false), reply, null, List.of(), false);
  }

  /// What is said of a rating. Nothing new is spoken of or offered: the conversation goes on where
  /// it was.
  Turn rated(State state, Rating rating, Entitlement entitlement) {
    Message reply =
        switch (rating.mark()) {
          case HELPFUL -> new Message(base.phrases().text(Phrase.RATED_HELPFUL), List.of());
          case UNHELPFUL ->
              new Message(
                  base.phrases().text(Phrase.RATED_UNHELPFUL),
                  menu.reasons(rating.entitlement(), rating.facet()));
          case WRONG, OFF_QUESTION, UNCLEAR ->
              new Message(
                  base.phrases()
                      .text(Phrase.RATED_WHY, Map.of("contact", answers.contact(entitlement))),
                  List.of());
        };
    return new Turn(state, reply, null, List.of(), false, List.of(new Act.Rate(rating)), false);
  }

  private Turn best(State state, Said said, Finding finding) {
    return base.find(best(finding))
        .map(entitlement -> answer(state, said, entitlement, finding.asked().facet(), finding))
        .orElseGet(() -> nothing(state, finding));
  }

  /// Two sides of one entry in one answer, or two answers; the conversation goes on about the last.
  private Turn both(State state, Said said, Finding first, Finding second) {
    Entitlement one = base.find(best(first)).orElse(null);
    Entitlement other = base.find(best(second)).orElse(null);
    if (one == null || other == null) {
      return to(state, said, first);
    }
    Facet facet = first.asked().facet();
    Facet beside = second.asked().facet();
    Answers.Answer answer =
        one.equals(other)
            ? answers.of(one, facet, beside, said.on(), said.today())
            : Answers.joined(
                answers.of(one, facet, said.on(), said.today()),
                answers.of(other, beside, said.on(), said.today()));
    return told(state, said, new Spoken(other.id(), beside), answer, merged(first, second));
  }

  private static Turn told(
      State state, Said said, Spoken spoken, Answers.Answer answer, @Nullable Finding finding) {
    State next =
        state
            .spokenOf(spoken.entry, spoken.facet, said.now())
            .offering(answer.message().choices(), false);
    return new Turn(next, answer.message(), finding, answer.sources(), false);
  }

  /// The entries of both, in the order asked, before what else was found.
  private static Finding merged(Finding first, Finding second) {
    Map<EntitlementId, Hit> hits = new LinkedHashMap<>();
    Stream.of(
            Stream.of(first.results().getFirst(), second.results().getFirst()),
            first.results().stream(),
            second.results().stream())
        .flatMap(each -> each)
        .forEach(hit -> hits.putIfAbsent(hit.entitlement(), hit));
    return new Finding.Confident(first.asked(), hits.values().stream().limit(RESULTS).toList());
  }

  private static EntitlementId best(Finding finding) {
    return finding.results().getFirst().entitlement();
  }

  /// Asks which is meant; a side asked about next is the likeliest one's.
  private Turn clarify(State state, Said said, Finding.Ambiguous finding) {
    List<Choice> choices =
        finding.results().stream()
            .limit(finding.competing())
            .flatMap(hit -> base.find(hit.entitlement()).stream())
            .map(entitlement -> Answers.choice(entitlement, finding.asked().facet()))
            .toList();
    Message question = new Message(base.phrases().text(Phrase.CLARIFY), choices);
    State next = state.spokenOf(best(finding), finding.asked().facet(), said.now());
    return new Turn(next.offering(choices, true), question, finding, List.of(), false);
  }

  private Turn nothing(State state, Finding finding) {
    List<Choice> choices = menu.button();
    Message reply = new Message(base.phrases().text(Phrase.NOTHING), choices);
    return new Turn(state.offering(choices, false), reply, finding, List.of(), true);
  }
}
