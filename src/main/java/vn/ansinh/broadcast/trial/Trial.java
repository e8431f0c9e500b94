package vn.ansinh.broadcast.trial;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.ansinh.broadcast.Broadcast;
import vn.ansinh.broadcast.content.Composer;
import vn.ansinh.broadcast.content.Composer.Composed;
import vn.ansinh.broadcast.content.Refusal;
import vn.ansinh.broadcast.content.Refusals;
import vn.ansinh.citizen.Chat;
import vn.ansinh.citizen.ChatCodes;
import vn.ansinh.db.Transaction;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.Origin;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.Officer;
import vn.ansinh.text.Saying;

/// Sends a broadcast, as everybody would get it, to the one chat in which the officer reads a code.
/// It counts for nothing: it is an answer to that chat.
///
/// All methods block until they are done: not for an event loop.
public final class Trial {
  private final Pool pool;
  private final Composer composer;
  private final Outbox outbox;
  private final Refusals refusals;
  private final Clock clock;
  private final ChatCodes codes = new ChatCodes();
  private final Audit audit;

  public Trial(Pool pool, Composer composer, Outbox outbox, Refusals refusals, Clock clock) {
    this.pool = pool;
    this.composer = composer;
    this.outbox = outbox;
    this.refusals = refusals;
    this.clock = clock;
    this.audit = new Audit(clock);
  }

  /// @param code as the chat shows it
  /// @return why it was not sent; it is on its way when there is nothing
  public List<Refusal> send(Officer officer, Broadcast broadcast, String code) {
    Instant now = clock.instant();
    Optional<Chat> chat = codes.find(pool, code, now).await();
    if (chat.isEmpty()) {
      return List.of(refusals.of(Saying.Broadcast.CODE_WRONG));
    }
    return switch (composer.compose(broadcast.draft())) {
      case Composed.Broken(List<Refusal> why) -> why;
      case Composed.Good(Message message) -> {
        Outbox.Draft draft =
            new Outbox.Draft(
                chat.get().citizen(), chat.get().address(), Origin.REPLY, message, null, null);
        Transaction.run(pool, transaction -> post(transaction, officer, broadcast, draft, now));
        yield List.of();
      }
    };
  }

  private boolean post(
      SqlConnection transaction,
      Officer officer,
      Broadcast broadcast,
      Outbox.Draft draft,
      Instant now) {
    Outbox.Timed timed = new Outbox.Timed(draft, now, now.plus(ChatCodes.GOOD));
    outbox.post(transaction, List.of(timed)).await();
    JsonObject details = new JsonObject().put("version", broadcast.version());
    Actor actor = new Actor.Member(officer.id());
    audit.record(transaction, actor, "broadcast.test", broadcast.id().words(), details).await();
    return true;
  }
}
