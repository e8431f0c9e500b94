package vn.ansinh.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.Inbound.Content;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.search.Finding;
import vn.ansinh.search.Hit;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.RichText;

/// The conversation as a function: what was remembered and what was said give what to say and what
/// to remember.
public final class Dialogue {
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private final KnowledgeBase base;
  private final Function<String, Finding> search;
  private final Answers answers;
  private final Courtesies courtesies;
  private final Menu menu;
  private final int mostInWindow;

  /// @param mostInWindow messages that one chat may send in ten seconds before it is asked to slow
  /// down
  public Dialogue(KnowledgeBase base, Function<String, Finding> search, int mostInWindow) {
    this.base = base;
    this.search = search;
    this.answers = new Answers(base);
    this.courtesies = new Courtesies(base.lexicon());
    this.menu = new Menu(base);
    this.mostInWindow = mostInWindow;
  }

  /// One message as the dialogue sees it.
  ///
  /// @param on the day whose law is asked for
  /// @param now when it was said
  public record Said(Content content, LocalDate on, Instant now) {
    LocalDate today() {
      return LocalDate.ofInstant(now, VietnamTime.ZONE);
    }
  }

  public Turn turn(State before, Said said) {
    State state = before.counting(said.now, WINDOW);
    if (state.inWindow() > mostInWindow) {
      boolean first = state.inWindow() == mostInWindow + 1;
      return new Turn(state, first ? message(Phrase.TOO_FAST) : null, null, List.of(), false);
    }
    return switch (said.content) {
      case Content.Start start -> start(state, said, start.payload());
      case Content.Help _ -> say(state, Phrase.HELP, menu.button());
      case Content.Topics _ -> say(state, Phrase.TOPICS, menu.topics());
      case Content.Unsupported _ -> say(state, Phrase.UNSUPPORTED, menu.button());
      case Content.Tapped tapped -> tapped(state, said, tapped.data());
      case Content.Text text -> text(state, said, text.text());
      case Content.Edited edited -> text(state, said, edited.text());
    };
  }

  /// What the history shows of a message: words, never a button's data.
  public String words(Content content) {
    return switch (content) {
      case Content.Text text -> Question.shown(text.text());
      case Content.Edited edited -> Question.shown(edited.text());
      case Content.Tapped tapped -> menu.label(tapped.data()).orElse("");
      case Content.Start _, Content.Help _, Content.Topics _, Content.Unsupported _ -> "";
    };
  }

  /// What is said when a turn itself has failed.
  public Turn apology(State state) {
    return say(state, Phrase.SORRY, menu.button());
  }

  private Turn start(State state, Said said, String payload) {
    // A deep link may hold letters, digits, "_" and "-" only, so an id's dot travels as "_".
    String id = payload.replace('_', '.');
    Optional<Entitlement> named =
        EntitlementId.isValid(id) ? base.find(new EntitlementId(id)) : Optional.empty();
    return named
        .map(entitlement -> answer(state, said, entitlement, Facet.OVERVIEW, null))
        .orElseGet(() -> say(state, Phrase.WELCOME, menu.button()));
  }

  private Turn tapped(State state, Said said, String data) {
    return switch (Button.parse(data).orElse(null)) {
      case null -> say(state, Phrase.OLD_BUTTON, menu.button());
      case Button.Topics _ -> say(state, Phrase.TOPICS, menu.topics());
      case Button.Area area when !menu.of(area).isEmpty() ->
          say(state, Phrase.TOPIC, menu.of(area));
      case Button.Area _ -> say(state, Phrase.OLD_BUTTON, menu.button());
      case Button.Show show ->
          base.find(show.entitlement())
              .map(entitlement -> answer(state, said, entitlement, show.facet(), null))
              .orElseGet(() -> say(state, Phrase.OLD_BUTTON, menu.button()));
    };
  }

  private Turn text(State state, Said said, String typed) {
    Question question = Question.of(typed);
    if (question.fault() != null) {
      return say(state, question.fault(), menu.button());
    }
    Optional<Choice> chosen = question.choice(state.offered());
    if (chosen.isPresent()) {
      return tapped(state, said, chosen.get().data());
    }
    Courtesies.Heard heard = courtesies.hear(question.text());
    boolean emergency = heard.emergency().isPresent();
    if (!emergency && heard.wholly().isPresent()) {
      return say(state, heard.wholly().get(), menu.button());
    }
    Finding alone = search.apply(question.text());
    Finding finding =
        state
            .subject(said.now)
            .flatMap(base::find)
            .map(subject -> new FollowUp(subject).weigh(alone))
            .orElse(alone);
    boolean nothing = finding instanceof Finding.Nothing;
    if (!emergency && nothing && heard.insult().isPresent()) {
      return say(state, heard.insult().get(), List.of());
    }
    Turn turn =
        emergency && nothing
            ? new Turn(state, new Message(RichText.EMPTY, List.of()), finding, List.of(), false)
            : found(state, said, finding);
    return heard.emergency().map(phrase -> led(turn, phrase)).orElse(turn);
  }

  private Turn found(State state, Said said, Finding finding) {
    return switch (finding) {
      case Finding.Confident confident -> best(state, said, confident);
      case Finding.Ambiguous ambiguous when state.clarified() -> best(state, said, ambiguous);
      case Finding.Ambiguous ambiguous -> clarify(state, ambiguous);
      case Finding.Nothing nothing -> nothing(state, nothing);
    };
  }

  private Turn best(State state, Said said, Finding finding) {
    Hit hit = finding.results().getFirst();
    return base.find(hit.entitlement())
        .map(entitlement -> answer(state, said, entitlement, finding.asked().facet(), finding))
        .orElseGet(() -> nothing(state, finding));
  }

  private Turn clarify(State state, Finding.Ambiguous finding) {
    List<Choice> choices =
        finding.results().stream()
            .limit(finding.competing())
            .flatMap(hit -> base.find(hit.entitlement()).stream())
            .map(entitlement -> Answers.choice(entitlement, finding.asked().facet()))
            .toList();
    Message question = new Message(base.phrases().text(Phrase.CLARIFY), choices);
    return new Turn(state.offering(choices, true), question, finding, List.of(), false);
  }

  private Turn nothing(State state, Finding finding) {
    List<Choice> choices = menu.button();
    Message reply = new Message(base.phrases().text(Phrase.NOTHING), choices);
    return new Turn(state.offering(choices, false), reply, finding, List.of(), true);
  }

  private Turn answer(
      State state, Said said, Entitlement entitlement, Facet facet, @Nullable Finding finding) {
    Answers.Answer answer = answers.of(entitlement, facet, said.on, said.today());
    State next =
        state.spokenOf(entitlement.id(), said.now).offering(answer.message().choices(), false);
    return new Turn(next, answer.message(), finding, answer.sources(), false);
  }

  private Turn say(State state, Phrase phrase, List<Choice> choices) {
    Message reply = new Message(base.phrases().text(phrase), choices);
    return new Turn(state.offering(choices, false), reply, null, List.of(), false);
  }

  private Turn led(Turn turn, Phrase phrase) {
    Message reply = turn.reply();
    List<RichText> parts = new ArrayList<>(List.of(base.phrases().text(phrase)));
    List<Choice> choices = List.of();
    if (reply != null) {
      parts.add(reply.text());
      choices = reply.choices();
    }
    Message led = new Message(RichText.join(parts), choices);
    return new Turn(turn.next(), led, turn.finding(), turn.sources(), turn.unanswered());
  }

  private Message message(Phrase phrase) {
    return new Message(base.phrases().text(phrase), List.of());
  }
}
