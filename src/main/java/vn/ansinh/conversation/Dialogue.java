package vn.ansinh.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.ChatCodes;
import vn.ansinh.conversation.Inbound.Content;
import vn.ansinh.conversation.asking.AskDesk;
import vn.ansinh.conversation.forms.Opening;
import vn.ansinh.conversation.meaning.Correction;
import vn.ansinh.conversation.meaning.Courtesies;
import vn.ansinh.conversation.meaning.Search;
import vn.ansinh.conversation.meaning.Understanding;
import vn.ansinh.conversation.reminders.Desk;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.conversation.standing.Citizen;
import vn.ansinh.conversation.standing.Held;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.search.Finding;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying;

/// The conversation as a function: what was remembered and what was said give what to say and what
/// to remember.
public final class Dialogue {
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private final KnowledgeBase base;
  private final Understanding understanding;
  private final Replies replies;
  private final Courtesies courtesies;
  private final Menu menu;
  private final Reminding reminding;
  private final Asking asking;
  private final int mostInWindow;

  /// One that hands nothing to officers.
  ///
  /// @param desk for everything about reminders
  /// @param mostInWindow messages that one chat may send in ten seconds before it is asked to slow
  /// down
  public Dialogue(KnowledgeBase base, Search search, Desk desk, int mostInWindow) {
    this(base, search, desk, AskDesk.withoutDays(base.phrases()), mostInWindow);
  }

  /// @param desk for everything about reminders
  /// @param officers where questions are handed to the officers
  /// @param mostInWindow messages that one chat may send in ten seconds before it is asked to slow
  /// down
  public Dialogue(
      KnowledgeBase base, Search search, Desk desk, AskDesk officers, int mostInWindow) {
    this.base = base;
    this.understanding = new Understanding(base, search);
    this.courtesies = new Courtesies(base.lexicon());
    this.menu = new Menu(base);
    this.replies = new Replies(base, menu);
    this.reminding = new Reminding(desk);
    this.asking = new Asking(officers);
    this.mostInWindow = mostInWindow;
  }

  /// One message as the dialogue sees it.
  ///
  /// @param on the day whose law is asked for
  /// @param now when it was said
  /// @param citizen who said it
  public record Said(Content content, LocalDate on, Instant now, Citizen citizen) {
    /// Said by somebody of whom nothing is kept.
    public Said(Content content, LocalDate on, Instant now) {
      this(content, on, now, Citizen.STRANGER);
    }

    LocalDate today() {
      return LocalDate.ofInstant(now, VietnamTime.ZONE);
    }
  }

  public Turn turn(State before, Said said) {
    Turn turn = turned(before, said);
    return said.citizen.taps() ? turn : turn.numbered();
  }

  private Turn turned(State before, Said said) {
    State state = before.counting(said.now, WINDOW);
    if (state.inWindow() > mostInWindow) {
      boolean first = state.inWindow() == mostInWindow + 1;
      Message slower = new Message(base.phrases().text(Phrase.TOO_FAST), List.of());
      return new Turn(state, first ? slower : null, null, List.of(), false);
    }
    return switch (said.content) {
      case Content.Start start -> start(state.filling(null), said, start.payload());
      case Content.Help _ -> replies.say(state, Phrase.HELP, menu.button());
      case Content.Topics _ -> replies.say(state, Phrase.TOPICS, menu.topics());
      case Content.Code _ -> code(state, said.citizen);
      case Content.Unsupported _ ->
          reminding.again(replies.say(state, Phrase.UNSUPPORTED, menu.button()), said);
      case Content.Reminders(Opening.Matter matter) ->
          reminding.opened(state, said, Opening.command(matter));
      case Content.Tapped tapped -> tapped(state, said, tapped.data());
      case Content.Text text -> text(state, said, text.text());
      // Which step the earlier text answered is not known any more.
      case Content.Edited _ when state.form() != null ->
          reminding.again(replies.say(state, Phrase.EDITED_IN_FORM, menu.button()), said);
      case Content.Edited edited -> text(state, said, edited.text());
    };
  }

  /// What the history shows of a message: words, never a button's data.
  public String words(Content content) {
    return switch (content) {
      case Content.Text text -> Question.shown(text.text());
      case Content.Edited edited -> Question.shown(edited.text());
      case Content.Tapped tapped ->
          asking.label(tapped.data()).or(() -> menu.label(tapped.data())).orElse("");
      case Content.Start _,
          Content.Help _,
          Content.Topics _,
          Content.Code _,
          Content.Reminders _,
          Content.Unsupported _ ->
          "";
    };
  }

  /// The same, told what was remembered before: a number alone would say nothing to whoever reads
  /// it later.
  public String words(State before, Said said) {
    return said.content instanceof Content.Text(String typed)
        ? before
            .chosen(Question.of(typed), said.citizen.taps())
            .map(Choice::label)
            .orElseGet(() -> words(said.content))
        : words(said.content);
  }

  /// What is said when a turn itself has failed.
  public Turn apology(State state) {
    return replies.say(state, Phrase.SORRY, menu.button());
  }

  private Turn start(State state, Said said, String payload) {
    // A deep link may hold letters, digits, "_" and "-" only, so an id's dot travels as "_".
    String id = payload.replace('_', '.');
    Optional<Entitlement> named =
        EntitlementId.isValid(id) ? base.find(new EntitlementId(id)) : Optional.empty();
    return named
        .map(entitlement -> replies.answer(state, said, entitlement, Facet.OVERVIEW, null))
        .map(turn -> offering(turn, said))
        .orElseGet(() -> replies.say(state, Phrase.WELCOME, menu.button()));
  }

  private Turn code(State state, Citizen citizen) {
    Supplier<Held> held = citizen.held();
    if (held == null || citizen.inGroup()) {
      return code(state, Saying.ChatCode.ELSEWHERE, Map.of(), List.of());
    }
    String code = ChatCodes.code(held.get().feed().fresh());
    Map<String, String> values =
        Map.of("code", code, "minutes", String.valueOf(ChatCodes.GOOD.toMinutes()));
    return code(state, Saying.ChatCode.SHOWN, values, List.of(new Act.ShowCode(code)));
  }

  private Turn code(State state, Saying what, Map<String, String> values, List<Act> acts) {
    Message message = new Message(base.phrases().text(what, values), List.of());
    return new Turn(state, message, null, List.of(), false, acts, false);
  }

  private Turn tapped(State state, Said said, String data) {
    return asking
        .tapped(state, said, data)
        .or(() -> reminding.tapped(state, said, data))
        .orElseGet(() -> reminding.again(offering(shown(state, said, data), said), said));
  }

  /// With the buttons that lead on from an answer.
  private Turn offering(Turn turn, Said said) {
    return asking.offering(reminding.offering(turn, said), said);
  }

  private Turn shown(State state, Said said, String data) {
    return switch (Button.parse(data).orElse(null)) {
      case null -> replies.say(state, Phrase.OLD_BUTTON, menu.button());
      case Button.Topics _ -> replies.say(state, Phrase.TOPICS, menu.topics());
      case Button.Area area when !menu.of(area).isEmpty() ->
          replies.say(state, Phrase.TOPIC, menu.of(area));
      case Button.Area _ -> replies.say(state, Phrase.OLD_BUTTON, menu.button());
      case Button.Show show ->
          base.find(show.entitlement())
              .map(entitlement -> replies.answer(state, said, entitlement, show.facet(), null))
              .orElseGet(() -> replies.say(state, Phrase.OLD_BUTTON, menu.button()));
      case Button.Rate rate ->
          base.find(rate.rating().entitlement())
              .map(entitlement -> replies.rated(state, rate.rating(), entitlement))
              .orElseGet(() -> replies.say(state, Phrase.OLD_BUTTON, menu.button()));
    };
  }

  private Turn text(State state, Said said, String typed) {
    Question question = Question.of(typed);
    if (question.fault() != null) {
      return reminding.again(replies.say(state, question.fault(), menu.button()), said);
    }
    Optional<Choice> chosen = state.chosen(question, said.citizen.taps());
    if (chosen.isPresent()) {
      return tapped(state, said, chosen.get().data());
    }
    Courtesies.Heard heard = courtesies.hear(question.text());
    Supplier<Turn> answer = () -> offering(answered(state, said, question, heard), said);
    if (heard.emergency().isPresent()) {
      return reminding.again(answer.get(), said);
    }
    return (heard.wholly().isPresent()
            ? Optional.<Turn>empty()
            : asking.heard(state, said, question.text()))
        .or(() -> reminding.heard(state, said, question.text(), answer))
        .orElseGet(() -> reminding.again(answer.get(), said));
  }

  private Turn answered(State state, Said said, Question question, Courtesies.Heard heard) {
    boolean emergency = heard.emergency().isPresent();
    if (!emergency && heard.wholly().isPresent()) {
      return replies.say(state, heard.wholly().get(), menu.button());
    }
    Optional<String> corrected = Correction.rest(question.text());
    if (corrected.filter(String::isEmpty).isPresent()) {
      return replies.say(state, Phrase.MISUNDERSTOOD, menu.button());
    }
    List<Finding> findings =
        understanding.of(
            corrected.orElse(question.text()), before(state, said.now, corrected.isPresent()));
    boolean nothing = findings.getFirst() instanceof Finding.Nothing;
    if (!emergency && nothing && heard.insult().isPresent()) {
      return replies.say(state, heard.insult().get(), List.of());
    }
    Turn turn =
        emergency && nothing
            ? new Turn(
                state,
                new Message(RichText.EMPTY, List.of()),
                findings.getFirst(),
                List.of(),
                false)
            : replies.to(state, said, findings);
    return heard.emergency().map(phrase -> led(turn, phrase)).orElse(turn);
  }

  private Understanding.Before before(State state, Instant now, boolean rejected) {
    return new Understanding.Before(
        state.subject(now).flatMap(base::find).orElse(null),
        state.facet(),
        state.clarified() ? Button.entitlements(state.offered()) : Set.of(),
        rejected);
  }

  private Turn led(Turn turn, Phrase phrase) {
    Message reply = turn.reply();
    List<RichText> parts = new ArrayList<>(List.of(base.phrases().text(phrase)));
    List<Choice> choices = List.of();
    if (reply != null) {
      parts.add(reply.text());
      choices = reply.choices();
    }
    return turn.saying(turn.next(), new Message(RichText.join(parts), choices));
  }
}
