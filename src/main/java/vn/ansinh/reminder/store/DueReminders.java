package vn.ansinh.reminder.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.reminder.Planned;
import vn.ansinh.reminder.Planned.Reason;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderTexts;
import vn.ansinh.reminder.Wish;
import vn.ansinh.reminder.recall.Recalls;
import vn.ansinh.reminder.recall.Redirects;
import vn.ansinh.reminder.store.DueStore.Due;
import vn.ansinh.reminder.store.DueStore.Fired;
import vn.ansinh.reminder.store.DueStore.Next;
import vn.ansinh.reminder.visit.Moved;
import vn.ansinh.vault.Vault;

/// Moves what has fallen due into the outbox, once, whoever calls it and however often.
///
/// A reminder is locked, its messages are written down under a unique key, those that were not
/// there before go into the outbox, and the reminder moves on to its next message, all in one
/// transaction: at whatever statement it breaks off, nothing has happened.
///
/// All methods block until they are done: not for an event loop.
public final class DueReminders {
  private static final Logger LOG = LoggerFactory.getLogger(DueReminders.class);

  /// Reminders in one transaction, and in memory.
  private static final int BATCH = 1_000;

  /// While the database writes one batch, the next is planned; none takes what another has locked.
  private static final int HANDS = 2;

  private static final Tick NOTHING = new Tick(0, 0, 0);

  private final Posting posting;
  private final Redirects redirects;
  private final Supplier<Rules> rules;
  private final WishJson wishes;
  private final Clock clock;
  private final DueStore store = new DueStore();
  private final Recalls recalls = new Recalls();

  /// @param channels on which a citizen may be written to first
  public DueReminders(
      Pool pool,
      Outbox outbox,
      Supplier<Rules> rules,
      Set<String> channels,
      QuietHours quiet,
      Vault vault,
      Clock clock) {
    this.posting = new Posting(pool, outbox, channels, quiet);
    this.redirects = new Redirects(outbox, channels);
    this.rules = rules;
    this.wishes = new WishJson(vault);
    this.clock = clock;
  }

  /// @param reminders looked at
  /// @param queued messages put into the outbox
  /// @param missed messages that will not be sent
  public record Tick(int reminders, int queued, int missed) {
    private Tick plus(Tick other) {
      return new Tick(reminders + other.reminders, queued + other.queued, missed + other.missed);
    }
  }

  private interface Reading {
    Future<List<Due>> after(SqlConnection connection, Optional<Due> last);
  }

  private interface Work {
    Posting.Posted on(SqlConnection connection, List<Due> batch);
  }

  /// @param last none when nothing is left
  private record Done(Tick tick, Optional<Due> last) {}

  /// Fires everything that is due at this moment, and plans anew what waited too long in the
  /// outbox.
  public Tick fireDue() {
    Instant now = clock.instant();
    Rules current = rules.get();
    posting.transaction(
        connection -> {
          posting.postpone(connection, now);
          redirects.turnedBack(connection, current.texts(), now).await();
          recalls.turnedBack(connection, now).await();
          return recalls.late(connection, now).await();
        });
    List<CompletableFuture<Tick>> hands =
        IntStream.range(0, HANDS)
            .mapToObj(
                _ ->
                    CompletableFuture.supplyAsync(
                        () ->
                            inBatches(
                                (connection, last) -> store.lock(connection, now, last, BATCH),
                                (connection, batch) -> fire(connection, batch, current, now)),
                        Thread::startVirtualThread))
            .toList();
    // When one fails the other still works: nobody is told that it is over before it is.
    CompletableFuture.allOf(hands.toArray(CompletableFuture[]::new)).join();
    return hands.stream().map(CompletableFuture::join).reduce(NOTHING, Tick::plus);
  }

  /// Tells those who wish to hear of a benefit at once what has changed about its days.
  ///
  /// @param changes by benefit
  public Tick announce(Map<String, List<Planned>> changes) {
    return changes.entrySet().stream()
        .map(change -> announce(new Audience.Of(change.getKey()), change.getValue()))
        .reduce(NOTHING, Tick::plus);
  }

  /// Tells those who were told of a session at once on which days it takes place now.
  ///
  /// @param moved each for the reason that a session has moved
  public Tick announceMoved(List<Planned> moved) {
    return moved.stream()
        .flatMap(
            each ->
                each.reason() instanceof Reason.OfMove(Moved session)
                    ? Stream.of(announce(new Audience.Told(session), List.of(each)))
                    : Stream.empty())
        .reduce(NOTHING, Tick::plus);
  }

  private Tick announce(Audience audience, List<Planned> changes) {
    Instant now = clock.instant();
    ReminderTexts texts = rules.get().texts();
    return inBatches(
        (connection, last) -> audience.after(connection, last, BATCH),
        (connection, batch) -> posting.post(connection, texts, told(batch, changes, now), now));
  }

  /// Each batch in a transaction of its own. What a batch leaves as it is, because it cannot be
  /// planned, is not looked at again by the next one.
  private Tick inBatches(Reading reading, Work work) {
    Tick tick = NOTHING;
    Optional<Due> last = Optional.empty();
    do {
      Optional<Due> after = last;
      Done done =
          posting.transaction(
              connection -> {
                List<Due> batch = reading.after(connection, after).await();
                return done(batch, work.on(connection, batch));
              });
      tick = tick.plus(done.tick);
      last = done.last;
    } while (last.isPresent());
    return tick;
  }

  private static Done done(List<Due> batch, Posting.Posted posted) {
    return new Done(
        new Tick(batch.size(), posted.queued(), posted.missed()),
        batch.size() < BATCH ? Optional.empty() : Optional.of(batch.getLast()));
  }

  /// Each change for itself: two months paid on one day are two changes.
  private List<Fired> told(List<Due> batch, List<Planned> changes, Instant now) {
    return batch.stream()
        .flatMap(
            due -> {
              Wish wish = wishes.open(due.chat(), due.wish());
              return changes.stream().flatMap(each -> fired(due, wish, List.of(each), now));
            })
        .toList();
  }

  private Posting.Posted fire(
      SqlConnection connection, List<Due> batch, Rules current, Instant now) {
    List<Fired> fired = new ArrayList<>();
    List<Next> moved = new ArrayList<>();
    batch.forEach(due -> plan(due, current.planner(), now, fired, moved));
    Posting.Posted posted = posting.post(connection, current.texts(), fired, now);
    store.moveOn(connection, moved).await();
    return posted;
  }

  /// A wish that cannot be planned must not hold up the others.
  private void plan(Due due, Planner planner, Instant now, List<Fired> fired, List<Next> moved) {
    try {
      Wish wish = wishes.open(due.chat(), due.wish());
      Optional<Planned> next = planner.next(wish, now);
      List<Planned> fallen = planner.between(wish, due.next().minusMillis(1), now);
      fired(due, wish, fallen, now).forEach(fired::add);
      moved.add(new Next(due.id(), next.map(Planned::send).orElse(null)));
    } catch (RuntimeException e) {
      LOG.error("reminder {} cannot be planned and waits", due.id().value(), e);
    }
  }

  private Stream<Fired> fired(Due due, Wish wish, List<Planned> fallen, Instant now) {
    return posting.fates(due, fallen, now).stream().map(fate -> new Fired(due, wish, fate));
  }
}
