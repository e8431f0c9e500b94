package vn.ansinh.broadcast;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.broadcast.Broadcast.Plan;
import vn.ansinh.broadcast.content.Composer;
import vn.ansinh.broadcast.content.Refusals;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.db.Transaction;
import vn.ansinh.delivery.mailing.Mailing;
import vn.ansinh.delivery.mailing.Progress;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Audit;
import vn.ansinh.text.Saying;

/// What the service itself does with broadcasts: launches those whose time has come, keeps to the
/// hours, pauses those that are refused again and again, and closes those of which nothing is left.
/// Whoever calls it and however often, each of it happens once.
///
/// All methods block until they are done: not for an event loop.
public final class Runs {
  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

  /// What was to go out longer ago than this may not be true any more.
  private static final Duration TOO_LATE = Duration.ofDays(1);

  private final Pool pool;
  private final Mailing mailing;
  private final Refusals refusals;
  private final Clock clock;
  private final int pauseAfter;
  private final Audit audit;
  private final Launch launch;
  private final BroadcastStore store = new BroadcastStore();

  /// @param pauseAfter refusals in a row; 0 for never
  public Runs(
      Pool pool,
      Composer composer,
      Mailing mailing,
      QuietHours quiet,
      Refusals refusals,
      Clock clock,
      int pauseAfter) {
    this.pool = pool;
    this.mailing = mailing;
    this.refusals = refusals;
    this.clock = clock;
    this.pauseAfter = pauseAfter;
    this.audit = new Audit(clock);
    this.launch = new Launch(composer, mailing, quiet, refusals, clock);
  }

  /// What is made of a locked broadcast; empty to leave it alone.
  private interface Work {
    Optional<Broadcast> on(SqlConnection transaction, Broadcast before);
  }

  /// Everything that the time brings.
  public void tick() {
    each(ids("state = 'scheduled' and scheduled_at <= $1"), this::launched);
    each(ids("state = 'running' and closes_at <= $1"), this::movedOn);
    look(ids("state in ('running', 'cancelled') and outcome is null and launched_at <= $1"));
  }

  /// Pauses and closes what is to be paused or closed among some broadcasts.
  public void look(Collection<Long> some) {
    each(some, this::looked);
  }

  private List<Long> ids(String which) {
    List<Long> ids = new ArrayList<>();
    pool.preparedQuery("select id from broadcast where " + which + " order by id")
        .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC)))
        .await()
        .forEach(row -> ids.add(row.getLong(0)));
    return ids;
  }

  /// One that fails must not hold up the others.
  private void each(Collection<Long> ids, Work work) {
    for (long id : ids) {
      try {
        Transaction.run(pool, transaction -> on(transaction, new BroadcastId(id), work));
      } catch (RuntimeException e) {
        LOG.error("broadcast {} was left as it was", id, e);
      }
    }
  }

  private Optional<Broadcast> on(SqlConnection transaction, BroadcastId id, Work work) {
    Optional<Broadcast> after =
        store.lock(transaction, id).await().flatMap(before -> work.on(transaction, before));
    after.ifPresent(changed -> store.save(transaction, changed).await());
    return after;
  }

  private Optional<Broadcast> launched(SqlConnection transaction, Broadcast before) {
    Instant at = before.plan().at();
    if (before.state() != State.SCHEDULED || at == null || at.isAfter(clock.instant())) {
      return Optional.empty();
    }
    if (at.plus(TOO_LATE).isBefore(clock.instant())) {
      return missed(
          transaction, before, refusals.words(Saying.Broadcast.NOTE_MISSED, Refusals.values(at)));
    }
    return switch (launch.go(transaction, before)) {
      case Answer.Done(Broadcast after) -> {
        LOG.info("{} goes to {} citizens", after.id().words(), after.run().recipients());
        JsonObject details =
            new JsonObject().put("at", at.toString()).put("recipients", after.run().recipients());
        record(transaction, after, Act.START, details);
        yield Optional.of(after);
      }
      case Answer.Refused(var why) -> missed(transaction, before, why.getFirst().sentence());
    };
  }

  /// Officers have to look at it again.
  private Optional<Broadcast> missed(SqlConnection transaction, Broadcast before, String why) {
    LOG.warn("{} was not launched", before.id().words());
    record(transaction, before, Act.SCHEDULE, new JsonObject().put("missed", why));
    return Optional.of(before.in(State.APPROVED).with(Plan.NONE).noting(why));
  }

  /// To the next decent hours.
  private Optional<Broadcast> movedOn(SqlConnection transaction, Broadcast before) {
    QuietHours.Window window = before.run().window();
    Instant now = clock.instant();
    if (before.state() != State.RUNNING || window == null || window.closes().isAfter(now)) {
      return Optional.empty();
    }
    String because = before.plan().anyHourBecause();
    return Optional.of(before.with(before.run().in(launch.window(now, because))));
  }

  private Optional<Broadcast> looked(SqlConnection transaction, Broadcast before) {
    Integer recipients = before.run().recipients();
    boolean isOpen = before.state() == State.RUNNING || before.state() == State.CANCELLED;
    if (!isOpen || recipients == null || before.run().outcome() != null) {
      return Optional.empty();
    }
    if (before.state() == State.CANCELLED) {
      // What was under way at the moment of the cancelling may have come back.
      mailing.withdraw(transaction, before.id().value()).await();
    }
    if (mailing.isOver(transaction, before.id().value()).await()) {
      Progress counts = mailing.progress(transaction, before.id().value(), recipients).await();
      return Optional.of(closed(transaction, before, counts));
    }
    return before.state() == State.RUNNING
        ? refusing(transaction, before).map(note -> paused(transaction, before, note))
        : Optional.empty();
  }

  private Broadcast closed(SqlConnection transaction, Broadcast before, Progress counts) {
    LOG.info("{} is over: {}", before.id().words(), counts);
    record(transaction, before, Act.FINISH, counts.toJson());
    Instant ended = before.run().endedAt();
    State state = before.state().after(Act.FINISH).orElse(before.state());
    return before
        .in(state)
        .with(before.run().ended(ended == null ? clock.instant() : ended, counts));
  }

  private Broadcast paused(SqlConnection transaction, Broadcast before, String note) {
    LOG.error("{} was paused: {} messages in a row were refused", before.id().words(), pauseAfter);
    record(transaction, before, Act.PAUSE, new JsonObject().put("because", note));
    return before.in(State.PAUSED).noting(note);
  }

  /// Why it should be paused; empty when it should not.
  private Optional<String> refusing(SqlConnection transaction, Broadcast before) {
    if (pauseAfter == 0) {
      return Optional.empty();
    }
    Instant since = before.run().resumedAt();
    for (Row row :
        transaction
            .preparedQuery(
                """
                select count(*) filter (where state = 'refused'),
                  (array_agg(reason order by settled_at desc, id desc))[1]
                from (
                  select id, state, reason, settled_at from delivery
                  where broadcast_id = $1 and state in ('sent', 'refused')
                    and settled_at > $3
                  order by settled_at desc, id desc
                  limit $2) last""")
            .execute(
                Tuple.of(
                    before.id().value(),
                    pauseAfter,
                    (since == null ? Instant.EPOCH : since).atOffset(ZoneOffset.UTC)))
            .await()) {
      if (row.getLong(0) == pauseAfter) {
        return Optional.of(note(row.getString(1)));
      }
    }
    return Optional.empty();
  }

  private String note(@Nullable String reason) {
    Map<String, String> values =
        Map.of("n", String.valueOf(pauseAfter), "reason", String.valueOf(reason));
    return refusals.words(Saying.Broadcast.NOTE_REFUSED, values);
  }

  private void record(SqlConnection transaction, Broadcast broadcast, Act act, JsonObject details) {
    audit
        .record(transaction, new Actor.Service(), act.key(), broadcast.id().words(), details)
        .await();
  }
}
