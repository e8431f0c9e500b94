package vn.ansinh.conversation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.ansinh.conversation.Dialogue.Said;
import vn.ansinh.conversation.asking.AskDesk;
import vn.ansinh.conversation.rating.Rating;
import vn.ansinh.conversation.standing.Citizen;
import vn.ansinh.conversation.standing.Step;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.Reaction;

/// Finds in a conversation what is for the officers, and offers to ask them.
final class Asking {
  private final AskDesk desk;

  Asking(AskDesk desk) {
    this.desk = desk;
  }

  /// Empty for a button that is about something else.
  Optional<Turn> tapped(State state, Said said, String data) {
    return desk.tapped(said.citizen(), said.now(), data).map(step -> turn(state, step));
  }

  /// What a tapped button says; empty for a button that is about something else.
  Optional<String> label(String data) {
    return desk.label(data);
  }

  /// Empty for a text that is not for the officers.
  Optional<Turn> heard(State state, Said said, String text) {
    return desk.heard(said.citizen(), said.now(), state.offered(), text)
        .map(step -> turn(state, step));
  }

  /// A form that is under way stays: its question comes back with the next answer.
  private static Turn turn(State state, Step step) {
    Message message = step.message();
    return new Turn(
        state.offering(message.choices(), false),
        message,
        null,
        List.of(),
        false,
        step.acts(),
        step.inPlace());
  }

  /// With the button that asks the officers, under an answer and under a refusal; where others read
  /// along there is none.
  Turn offering(Turn turn, Said said) {
    Message reply = turn.reply();
    Citizen citizen = said.citizen();
    if (reply == null || citizen.asked() == null || citizen.inGroup()) {
      return turn;
    }
    Optional<String> about =
        turn.unanswered()
            ? Optional.of("")
            : reply.reactions().stream().findFirst().map(Asking::about);
    return about.map(what -> offering(turn, reply, desk.button(what))).orElse(turn);
  }

  /// A rating names the answer that it is about.
  private static String about(Reaction reaction) {
    return Rating.parse(reaction.data())
        .map(rating -> rating.entitlement().value() + ":" + rating.facet().key())
        .orElse("");
  }

  private static Turn offering(Turn turn, Message reply, Choice last) {
    List<Choice> choices = Stream.concat(reply.choices().stream(), Stream.of(last)).toList();
    return turn.saying(
        turn.next().offering(choices, turn.next().clarified()),
        new Message(reply.text(), choices, reply.reactions()));
  }
}
