package vn.ansinh.reminder.store;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.Origin;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.reminder.Planned;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderTexts;
import vn.ansinh.reminder.store.DueStore.Due;
import vn.ansinh.reminder.store.DueStore.Fired;

/// Moves what has fallen due into the outbox, once, whoever calls it and however often.
///
/// A reminder is locked, its messages are written down under a unique key, those that were not
/// there before go into the outbox, and the reminder moves on to its next message, all in one
/// transaction: at whatever statement it breaks off, nothing has happened.
public final class DueReminders {
  private static final Logger LOG = LoggerFactory.getLogger(DueReminders.class);

  /// Reminders in one transaction, and in memory.
  private static final int BATCH = 1_000;

  private final Pool pool;
  private final Outbox outbox;
  private final Supplier<Planner> planner;
  private final Supplier<ReminderTexts> texts;
  private final Set<String> channels;
  private final QuietHours quiet;
  private final Clock clock;
  private final DueStore store = new DueStore();

  /// @param channels on which a citizen may be written to first
  public DueReminders(
      Pool pool,
      Outbox outbox,
      Supplier<Planner> planner,
      Supplier<ReminderTexts> texts,
      Set<String> channels,
      QuietHours quiet,
      Clock clock) {
    this.pool = pool;
    this.outbox = outbox;
    this.planner = planner;
    this.texts = texts;
    this.channels = Set.copyOf(channels);
    this.quiet = quiet;
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

  /// Fires everything that is due at this moment, and plans anew what waited too long in the
  /// outbox. Blocks until it is done: not for an event loop.
  public Tick fireDue() {
    Instant now = clock.instant();
    Planner current = planner.get();
    pool.withTransaction(connection -> store.takeBack(connection, now)).await();
    Tick all = new Tick(0, 0, 0);
    Optional<Due> last = Optional.empty();
    do {
      List<Due> batch = new ArrayList<>();
      all = all.plus(fire(batch, last, current, now));
      last = batch.size() < BATCH ? Optional.empty() : Optional.of(batch.getLast());
    } while (last.isPresent());
    return all;
  }

  /// One transaction.
  ///
  /// @param batch gets the reminders that were locked
  /// @param last of the batch before: one that could not be planned is not tried again at once
  private Tick fire(List<Due> batch, Optional<Due> last, Planner planner, Instant now) {
    SqlConnection connection = pool.getConnection().await();
    try {
      var begun = connection.begin().await();
      try {
        batch.addAll(store.lock(connection, now, last, BATCH).await());
        List<Fired> fired = new ArrayList<>();
        List<DueStore.Moved> moved = new ArrayList<>();
        batch.forEach(due -> plan(due, planner, now, fired, moved));
        Tick tick = write(connection, batch.size(), fired, now);
        store.moveOn(connection, moved).await();
        begun.commit().await();
        return tick;
      } catch (RuntimeException e) {
        begun.rollback().await();
        throw e;
      }
    } finally {
      connection.close();
    }
  }

  /// A wish that cannot be planned must not hold up the others; it stays due.
  private void plan(
      Due due, Planner planner, Instant now, List<Fired> fired, List<DueStore.Moved> moved) {
    try {
      List<Planned> fallen = planner.between(due.wish(), due.next().minusMillis(1), now);
      Missed silence = silence(due);
      List<Fate> fates =
          silence == null
              ? Fate.of(fallen, now, quiet)
              : fallen.stream().<Fate>map(each -> new Fate.Lost(each, silence)).toList();
      Optional<Planned> next = planner.next(due.wish(), now);
      fates.forEach(fate -> fired.add(new Fired(due, fate)));
      moved.add(new DueStore.Moved(due.id(), next.map(Planned::send).orElse(null)));
    } catch (RuntimeException e) {
      LOG.error("reminder {} cannot be planned and waits", due.id().value(), e);
    }
  }

  private @Nullable Missed silence(Due due) {
    if (!channels.contains(due.address().channel())) {
      return Missed.CHANNEL;
    }
    return due.stopped() ? Missed.STOPPED : due.unreachable() ? Missed.UNREACHABLE : null;
  }

  private Tick write(SqlConnection connection, int reminders, List<Fired> all, Instant now) {
    if (all.isEmpty()) {
      return new Tick(reminders, 0, 0);
    }
    Set<DueStore.Key> fresh = new HashSet<>(store.writeDown(connection, all, now).await());
    List<Fired> queued = new ArrayList<>();
    List<Outbox.Timed> drafts = new ArrayList<>();
    for (Fired fired : all) {
      if (fired.fate() instanceof Fate.Sent sent && fresh.contains(fired.key())) {
        queued.add(fired);
        drafts.add(new Outbox.Timed(draft(fired.due(), sent), sent.at(), sent.goodUntil()));
      }
    }
    List<Long> deliveries = outbox.post(connection, drafts).await();
    store.link(connection, queued, deliveries).await();
    return new Tick(reminders, queued.size(), fresh.size() - queued.size());
  }

  private Outbox.Draft draft(Due due, Fate.Sent sent) {
    Message message =
        texts
            .get()
            .message(
                due.id(),
                due.wish(),
                sent.planned(),
                LocalDate.ofInstant(sent.at(), VietnamTime.ZONE));
    return new Outbox.Draft(due.citizen(), due.address(), Origin.REMINDER, message, null, null);
  }
}
