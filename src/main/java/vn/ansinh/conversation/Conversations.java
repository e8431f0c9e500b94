package vn.ansinh.conversation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.Address;

/// The way in for every channel.
public final class Conversations {

  /// Records the message, turns the dialogue and puts the replies into the outbox, in one transaction.
  /// Completes after the commit, also when the message was seen before; fails when nothing was
  /// recorded, so that the channel repeats it.
  public Future<Void> receive(Inbound inbound) {
    throw new UnsupportedOperationException();
  }

  /// Answers at once, without outbox or history, for the JSON endpoint: the object of `ask --json` plus
  /// `conversation`.
  ///
  /// @param conversation from an earlier answer, to keep the subject; null begins a new one
  public Future<JsonObject> ask(
      String question, LocalDate on, @Nullable String conversation) {
    throw new UnsupportedOperationException();
  }
}
