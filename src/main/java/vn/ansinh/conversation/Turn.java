package vn.ansinh.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.conversation.rating.Rating;
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
/// @param rating what was said of an earlier answer; mostly null
public record Turn(
    State next,
    @Nullable Message reply,
    @Nullable Finding finding,
    List<Source> sources,
    boolean unanswered,
    @Nullable Rating rating) {
  Turn(
      State next,
      @Nullable Message reply,
      @Nullable Finding finding,
      List<Source> sources,
      boolean unanswered) {
    this(next, reply, finding, sources, unanswered, null);
  }
}
