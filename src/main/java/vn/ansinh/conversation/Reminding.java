package vn.ansinh.conversation;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.conversation.Dialogue.Said;
import vn.ansinh.conversation.forms.Form;
import vn.ansinh.conversation.forms.Opening;
import vn.ansinh.conversation.forms.Words;
import vn.ansinh.conversation.reminders.Desk;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.conversation.standing.Heard;
import vn.ansinh.conversation.standing.Held;
import vn.ansinh.conversation.standing.Situation;
import vn.ansinh.conversation.standing.Step;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.search.Finding;
import vn.ansinh.text.RichText;

/// Finds in a conversation what is about reminders, and brings an open form back after a question.
final class Reminding {
  private static final int FEWEST_WORDS = 3;

  private final Desk desk;

  Reminding(Desk desk) {
    this.desk = desk;
  }

  /// A command, or words that mean one.
  Turn opened(State state, Said said, Opening opening) {
    boolean isHere = said.citizen().mayBeWrittenTo() || isOfData(opening.matter());
    return turn(
        state,
        isHere && said.citizen().held() != null
            ? desk.opened(situation(state, said), opening)
            : desk.elsewhere(opening.matter(), said.citizen().inGroup()));
  }

  private static boolean isOfData(Opening.Matter matter) {
    return matter == Opening.Matter.DATA || matter == Opening.Matter.ERASE;
  }

  /// Empty for a button that is about something else.
  Optional<Turn> tapped(State state, Said said, String data) {
    if (!Desk.knows(data)) {
      return Optional.empty();
    }
    boolean isHere = said.citizen().mayBeWrittenTo() || Desk.erases(data);
    return Optional.of(
        turn(
            state,
            isHere && said.citizen().held() != null
                ? desk.tapped(situation(state, said), data)
                : desk.elsewhere(Desk.matter(data), said.citizen().inGroup())));
  }

  /// What a text is to the open form, or to reminders at all; empty for a question.
  ///
  /// @param question what is answered to the text as a question
  Optional<Turn> heard(State state, Said said, String text, Supplier<Turn> question) {
    Form form = state.form();
    if (said.citizen().held() == null) {
      return Optional.empty();
    }
    if (form == null) {
      return Opening.of(text).map(opening -> opened(state, said, opening));
    }
    if (Opening.code(Words.of(text), false).isPresent()) {
      return Opening.of(text).map(opening -> opened(state, said, opening));
    }
    return switch (desk.heard(situation(state, said), form, text)) {
      case Heard.Taken taken -> Optional.of(turn(state, taken.step()));
      case Heard.Doubtful doubtful -> {
        Turn answer = question.get();
        yield Optional.of(
            answers(text, answer.finding()) ? again(answer, said) : turn(state, doubtful.step()));
      }
      case Heard.Passed _ -> Optional.empty();
    };
  }

  /// Whether what was found is worth more than asking again: a word or two find anything.
  private static boolean answers(String text, @Nullable Finding finding) {
    return finding == null
        || (finding instanceof Finding.Confident && text.split(" ").length >= FEWEST_WORDS);
  }

  /// An answer to something else, and then what the open form asks once more; a form that was
  /// passed over several times is given up.
  Turn again(Turn turn, Said said) {
    State state = turn.next();
    Message reply = turn.reply();
    Form form = state.form();
    if (form == null || reply == null) {
      return turn;
    }
    Optional<Form> kept = form.strayed();
    if (kept.isEmpty() || state.clarified()) {
      return turn.saying(state.filling(kept.orElse(null)), reply);
    }
    Message prompt = desk.again(situation(state, said), kept.get());
    List<Choice> choices = prompt.choices();
    return turn.saying(
        state.filling(kept.get()).offering(choices, false),
        new Message(
            RichText.join(List.of(reply.text(), prompt.text())), choices, reply.reactions()));
  }

  /// With the button that offers a reminder, where one belongs under the answer.
  Turn offering(Turn turn, Said said) {
    Message reply = turn.reply();
    EntitlementId subject = turn.next().subject();
    boolean isOffered = said.citizen().mayBeWrittenTo() && !turn.sources().isEmpty();
    return reply == null || subject == null || !isOffered
        ? turn
        : desk.offer(subject).map(choice -> offering(turn, reply, choice)).orElse(turn);
  }

  private static Turn offering(Turn turn, Message reply, Choice first) {
    List<Choice> choices = Stream.concat(Stream.of(first), reply.choices().stream()).toList();
    return turn.saying(
        turn.next().offering(choices, turn.next().clarified()),
        new Message(reply.text(), choices, reply.reactions()));
  }

  private static Situation situation(State state, Said said) {
    Supplier<Held> held = said.citizen().held();
    return new Situation(
        state.form(), held == null ? Held.NOTHING : held.get(), said.now(), said.citizen().joins());
  }

  private static Turn turn(State state, Step step) {
    boolean isErased = step.acts().stream().anyMatch(Act.Erase.class::isInstance);
    State next = isErased ? state.forgotten() : state.filling(step.form());
    return new Turn(
        next.offering(step.message().choices(), false),
        step.message(),
        null,
        List.of(),
        false,
        step.acts(),
        step.inPlace());
  }
}
