package vn.ansinh.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Fitting;
import vn.ansinh.delivery.Message;
import vn.ansinh.knowledge.Source;
import vn.ansinh.search.Finding;

/// The dialogue's answer to one message.
///
/// @param next what to remember
/// @param reply what to say; null when nothing more is said to a chat that floods
/// @param finding what the search concluded; null when nothing was searched
/// @param sources what the reply cites
/// @param unanswered whether the question is to be kept for the officers
/// @param acts what is to be done before the reply is written
/// @param inPlace whether the reply takes the place of the message whose button was tapped
public record Turn(
    State next,
    @Nullable Message reply,
    @Nullable Finding finding,
    List<Source> sources,
    boolean unanswered,
    List<Act> acts,
    boolean inPlace) {
  public Turn {
    acts = List.copyOf(acts);
  }

  /// One that only says something.
  Turn(
      State next,
      @Nullable Message reply,
      @Nullable Finding finding,
      List<Source> sources,
      boolean unanswered) {
    this(next, reply, finding, sources, unanswered, List.of(), false);
  }

  /// The same for who reads the choices as a numbered list: whatever is shown can be answered. Over
  /// an open form a number is an answer to it, not an opinion of what was said in between.
  Turn numbered() {
    if (reply == null) {
      return this;
    }
    Message shown =
        next.form() == null
            ? reply
            : new Message(reply.text(), reply.choices(), List.of(), reply.file());
    List<Choice> offered = Fitting.offered(shown);
    return offered.isEmpty()
        ? saying(next, shown)
        : saying(next.offering(offered, next.clarified()), shown);
  }

  /// The same with another reply.
  Turn saying(State state, Message other) {
    return new Turn(state, other, finding, sources, unanswered, acts, inPlace);
  }
}
