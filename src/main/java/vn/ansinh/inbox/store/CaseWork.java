package vn.ansinh.inbox.store;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import vn.ansinh.db.Transaction;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.Origin;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.inbox.CaseState;
import vn.ansinh.inbox.store.CaseStore.Held;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.OfficerId;
import vn.ansinh.text.Phrases;

/// What officers do with a case. Whoever acts says which version of it they have read: of two who
/// act at once the second one is told.
///
/// All methods block until they are done: not for an event loop.
public final class CaseWork {
  /// In UTF-16 units: with what stands around it still one message in every channel.
  public static final int LONGEST = 3_000;

  /// After that nobody waits for it any more.
  private static final Duration GOOD = Duration.ofDays(30);

  private final Pool pool;
  private final Outbox outbox;
  private final Supplier<Phrases> phrases;
  private final Audit audit;
  private final Clock clock;
  private final CaseStore store = new CaseStore();

  public CaseWork(Pool pool, Outbox outbox, Supplier<Phrases> phrases, Audit audit, Clock clock) {
    this.pool = pool;
    this.outbox = outbox;
    this.phrases = phrases;
    this.audit = audit;
    this.clock = clock;
  }

  /// What became of an act.
  public enum Outcome {
    DONE,
    /// There is no such case any more: closed long ago, or erased by its citizen.
    GONE,
    /// Something was said or done since the officer looked.
    CHANGED,
    /// Another officer has it.
    HELD,
    /// The citizen still waits and can be answered.
    OWED,
    /// It is not open any more, or not taken by this officer.
    NOT_NOW,
    /// Nothing was written, or too much.
    BAD_TEXT
  }

  private interface Deed extends BiFunction<SqlConnection, Held, Outcome> {}

  /// Takes a case, also out of a colleague's hands.
  public Outcome claim(OfficerId officer, long number, int version) {
    return act(
        officer,
        "inbox.claim",
        number,
        version,
        (transaction, held) -> {
          if (!held.state().owes() || officer.equals(held.officer())) {
            return Outcome.NOT_NOW;
          }
          return move(transaction, held, CaseState.CLAIMED, officer);
        });
  }

  /// Puts a case back for everybody.
  public Outcome release(OfficerId officer, long number, int version) {
    return act(
        officer,
        "inbox.release",
        number,
        version,
        (transaction, held) -> {
          if (held.state() != CaseState.CLAIMED || !officer.equals(held.officer())) {
            return Outcome.NOT_NOW;
          }
          store.move(transaction, number, CaseState.WAITING, null, clock.instant()).await();
          return Outcome.DONE;
        });
  }

  /// Answers the citizen. Not for a case that a colleague has.
  public Outcome answer(OfficerId officer, long number, int version, String words) {
    if (!CaseReply.isFit(words)) {
      return Outcome.BAD_TEXT;
    }
    return act(
        officer,
        "inbox.answer",
        number,
        version,
        (transaction, held) -> {
          if (held.state() == CaseState.CLOSED) {
            return Outcome.NOT_NOW;
          }
          if (held.state() == CaseState.CLAIMED && !officer.equals(held.officer())) {
            return Outcome.HELD;
          }
          long delivery = post(transaction, held, words);
          store.answered(transaction, number, officer, words, delivery, clock.instant()).await();
          return move(transaction, held, CaseState.ANSWERED, officer);
        });
  }

  /// Ends a case that needs nothing more. A citizen who waits is answered first, unless no answer
  /// can reach them.
  public Outcome close(OfficerId officer, long number, int version) {
    return act(
        officer,
        "inbox.close",
        number,
        version,
        (transaction, held) -> {
          if (held.state() == CaseState.CLOSED) {
            return Outcome.NOT_NOW;
          }
          if (held.state().owes() && !held.lost()) {
            return Outcome.OWED;
          }
          return move(transaction, held, CaseState.CLOSED, officer);
        });
  }

  /// What the citizen will read.
  public Message preview(String words) {
    return CaseReply.of(phrases.get(), words);
  }

  private Outcome move(SqlConnection transaction, Held held, CaseState state, OfficerId officer) {
    store.move(transaction, held.number(), state, officer, clock.instant()).await();
    return Outcome.DONE;
  }

  private long post(SqlConnection transaction, Held held, String words) {
    Instant now = clock.instant();
    Outbox.Draft draft =
        new Outbox.Draft(held.citizen(), held.address(), Origin.REPLY, preview(words), null, null);
    return outbox
        .post(transaction, List.of(new Outbox.Timed(draft, now, now.plus(GOOD))))
        .await()
        .getFirst()
        .getLast();
  }

  private Outcome act(OfficerId officer, String act, long number, int version, Deed deed) {
    return Transaction.run(
        pool,
        transaction -> {
          Optional<Held> held = store.hold(transaction, number).await();
          if (held.isEmpty()) {
            return Outcome.GONE;
          }
          if (held.get().version() != version) {
            return Outcome.CHANGED;
          }
          Outcome outcome = deed.apply(transaction, held.get());
          if (outcome == Outcome.DONE) {
            Actor actor = new Actor.Member(officer);
            audit.record(transaction, actor, act, "inbox " + number, new JsonObject()).await();
          }
          return outcome;
        });
  }
}
