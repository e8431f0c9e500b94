package vn.ansinh.edition;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.ansinh.db.Transaction;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.Officer;

/// What officers do with calendars: one proposes, another publishes. Each act is one transaction
/// that ends with a row in the audit log. Whether a role allows it, and whether a text is good, is
/// looked at by whoever calls.
///
/// All methods block until they are done: not for an event loop.
public final class Publishing {
  private final Pool pool;
  private final Clock clock;
  private final Audit audit;
  private final EditionStore store = new EditionStore();

  public Publishing(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
    this.audit = new Audit(clock);
  }

  /// What became of a wish to publish.
  public enum Answer {
    PUBLISHED,
    /// There is nothing to publish any more.
    GONE,
    /// It was edited since it was looked at.
    CHANGED,
    /// Whoever wrote something does not publish it.
    OWN
  }

  /// Those that wait, one for each file at most.
  public List<Proposal> proposals() {
    return store.proposals(pool).await();
  }

  public Optional<Proposal> proposal(DatesFile file) {
    return of(proposals(), file);
  }

  /// The newest first.
  public List<Edition> editions(DatesFile file, int most) {
    return store.of(pool, file, most).await();
  }

  public Optional<Edition> edition(DatesFile file, int version) {
    return store.find(pool, file, version).await();
  }

  /// Writes a proposal, or edits the one that waits.
  ///
  /// @param edit what becomes of the text that waits, else of the one that is published, else of
  ///     nothing; empty leaves all as it is
  /// @return whether it was written
  public boolean propose(
      Officer officer, DatesFile file, Function<Optional<String>, Optional<String>> edit) {
    return Transaction.run(
        pool,
        transaction -> {
          store.lock(transaction).await();
          Optional<String> edited = edit.apply(latest(transaction, file));
          edited.ifPresent(
              body -> {
                store.propose(transaction, file, body, officer.id(), clock.instant()).await();
                record(transaction, officer, "dates.propose", file, new JsonObject());
              });
          return edited.isPresent();
        });
  }

  /// @param revision that was looked at
  public Answer publish(Officer officer, DatesFile file, long revision) {
    return Transaction.run(
        pool,
        transaction -> {
          store.lock(transaction).await();
          Optional<Proposal> waiting = waiting(transaction, file);
          if (waiting.isEmpty()) {
            return Answer.GONE;
          }
          if (waiting.get().isBy(officer.id())) {
            return Answer.OWN;
          }
          if (waiting.get().revision() != revision) {
            return Answer.CHANGED;
          }
          int version =
              store.publish(transaction, waiting.get(), officer.id(), clock.instant()).await();
          store.withdraw(transaction, file).await();
          JsonObject details = new JsonObject().put("version", version);
          record(transaction, officer, "dates.publish", file, details);
          return Answer.PUBLISHED;
        });
  }

  /// Gives a proposal up; nothing happens when there is none.
  public void withdraw(Officer officer, DatesFile file) {
    Transaction.run(
        pool,
        transaction -> {
          store.lock(transaction).await();
          boolean gone = store.withdraw(transaction, file).await();
          if (gone) {
            record(transaction, officer, "dates.withdraw", file, new JsonObject());
          }
          return gone;
        });
  }

  private Optional<String> latest(SqlConnection transaction, DatesFile file) {
    return waiting(transaction, file)
        .map(Proposal::body)
        .or(() -> store.of(transaction, file, 1).await().stream().map(Edition::body).findFirst());
  }

  private Optional<Proposal> waiting(SqlConnection transaction, DatesFile file) {
    return of(store.proposals(transaction).await(), file);
  }

  private static Optional<Proposal> of(List<Proposal> proposals, DatesFile file) {
    return proposals.stream().filter(each -> each.file() == file).findFirst();
  }

  private void record(
      SqlConnection transaction, Officer officer, String act, DatesFile file, JsonObject details) {
    audit
        .record(transaction, new Actor.Member(officer.id()), act, "dates " + file.key(), details)
        .await();
  }
}
