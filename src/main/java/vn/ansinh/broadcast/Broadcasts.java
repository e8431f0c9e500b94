package vn.ansinh.broadcast;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ansinh.broadcast.Broadcast.Plan;
import vn.ansinh.broadcast.content.Composer;
import vn.ansinh.broadcast.content.Composer.Composed;
import vn.ansinh.broadcast.content.Draft;
import vn.ansinh.broadcast.content.Refusals;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.db.Transaction;
import vn.ansinh.delivery.mailing.Failure;
import vn.ansinh.delivery.mailing.Mailing;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.Officer;
import vn.ansinh.text.Saying;

/// What officers do with broadcasts. Each act is one transaction that locks the broadcast, looks
/// whether the officer may do it and whether it can be done where the broadcast stands, does it and
/// writes it to the audit log; of two who do the same at once, one is refused.
///
/// All methods block until they are done: not for an event loop.
public final class Broadcasts {
  private final Pool pool;
  private final Composer composer;
  private final Mailing mailing;
  private final Clock clock;
  private final Gate gate;
  private final Audit audit;
  private final Launch launch;
  private final BroadcastStore store = new BroadcastStore();

  /// @param quiet hours that are kept unless an officer says why not
  public Broadcasts(
      Pool pool,
      Composer composer,
      Mailing mailing,
      QuietHours quiet,
      Refusals refusals,
      Clock clock) {
    this.pool = pool;
    this.composer = composer;
    this.mailing = mailing;
    this.clock = clock;
    this.gate = new Gate(refusals);
    this.audit = new Audit(clock);
    this.launch = new Launch(composer, mailing, quiet, refusals, clock);
  }

  /// What an act makes of a broadcast.
  private interface Work {
    Answer on(SqlConnection transaction, Broadcast before, JsonObject details);
  }

  public Answer create(Officer officer, Draft draft) {
    Optional<Answer> barred = gate.role(officer, Act.CREATE);
    if (barred.isPresent()) {
      return barred.get();
    }
    if (composer.compose(draft) instanceof Composed.Broken(var why)) {
      return new Answer.Refused(why);
    }
    return Transaction.run(
        pool,
        transaction -> {
          BroadcastId id = store.add(transaction, draft, clock.instant()).await();
          store.addAuthor(transaction, id, officer.id()).await();
          record(transaction, officer, Act.CREATE, id, new JsonObject());
          return new Answer.Done(store.find(transaction, id).await().orElseThrow());
        });
  }

  /// Voids whatever was submitted, approved or scheduled.
  public Answer edit(Officer officer, BroadcastId id, Draft draft) {
    return act(
        officer,
        id,
        Act.EDIT,
        (transaction, before, details) -> {
          if (composer.compose(draft) instanceof Composed.Broken(var why)) {
            return new Answer.Refused(why);
          }
          store.addAuthor(transaction, id, officer.id()).await();
          Broadcast after = before.edited(draft);
          details.put("version", after.version());
          return new Answer.Done(after);
        });
  }

  public Answer submit(Officer officer, BroadcastId id) {
    return act(
        officer,
        id,
        Act.SUBMIT,
        (transaction, before, details) -> {
          if (composer.compose(before.draft()) instanceof Composed.Broken(var why)) {
            return new Answer.Refused(why);
          }
          if (mailing.count(transaction, before.draft().audience()).await() == 0) {
            return gate.refused(Saying.Broadcast.AUDIENCE_EMPTY);
          }
          store.addAuthor(transaction, id, officer.id()).await();
          details.put("version", before.version());
          return new Answer.Done(before.in(State.SUBMITTED));
        });
  }

  /// By somebody who neither wrote nor edited nor submitted it.
  ///
  /// @param version that was read
  public Answer approve(Officer officer, BroadcastId id, int version) {
    return act(
        officer,
        id,
        Act.APPROVE,
        (transaction, before, details) -> {
          if (store.isAuthor(transaction, id, officer.id()).await()) {
            return gate.refused(Saying.Broadcast.OWN);
          }
          if (before.version() != version) {
            return gate.changed(before.version());
          }
          details.put("version", version);
          return new Answer.Done(before.in(State.APPROVED));
        });
  }

  /// @param anyHourBecause why quiet hours and Tết are not kept; null to keep them
  public Answer schedule(
      Officer officer, BroadcastId id, Instant at, @Nullable String anyHourBecause) {
    return act(
        officer,
        id,
        Act.SCHEDULE,
        (_, before, details) -> {
          if (!at.isAfter(clock.instant())) {
            return gate.refused(Saying.Broadcast.PAST, at);
          }
          Plan plan = new Plan(at, officer.id(), anyHourBecause);
          details.put("at", at.toString()).put("anyHourBecause", anyHourBecause);
          return launch
              .hours(at, anyHourBecause)
              .orElseGet(() -> new Answer.Done(before.in(State.SCHEDULED).with(plan)));
        });
  }

  /// @param anyHourBecause why quiet hours and Tết are not kept; null to keep them
  public Answer start(Officer officer, BroadcastId id, @Nullable String anyHourBecause) {
    return act(
        officer,
        id,
        Act.START,
        (transaction, before, details) -> {
          details.put("anyHourBecause", anyHourBecause);
          Plan plan = new Plan(null, officer.id(), anyHourBecause);
          Answer answer =
              launch
                  .hours(clock.instant(), anyHourBecause)
                  .orElseGet(() -> launch.go(transaction, before.in(State.APPROVED).with(plan)));
          if (answer instanceof Answer.Done(Broadcast after)) {
            details.put("recipients", after.run().recipients());
          }
          return answer;
        });
  }

  /// Nothing of it is sent from the moment of the commit on but what is under way.
  public Answer pause(Officer officer, BroadcastId id) {
    return act(officer, id, Act.PAUSE, (_, before, _) -> new Answer.Done(before.in(State.PAUSED)));
  }

  public Answer resume(Officer officer, BroadcastId id) {
    return act(
        officer,
        id,
        Act.RESUME,
        (transaction, before, _) -> {
          mailing.release(transaction, id.value()).await();
          return new Answer.Done(going(before.in(State.RUNNING)));
        });
  }

  /// In decent hours again, and as if nothing of it had been refused yet.
  private Broadcast going(Broadcast before) {
    Instant now = clock.instant();
    String because = before.plan().anyHourBecause();
    return before.with(before.run().resumed(launch.window(now, because), now));
  }

  /// What has not been sent is marked so, and is not lost from the counts.
  public Answer cancel(Officer officer, BroadcastId id) {
    return act(
        officer,
        id,
        Act.CANCEL,
        (transaction, before, _) -> {
          mailing.withdraw(transaction, id.value()).await();
          Plan plan = new Plan(null, before.plan().by(), before.plan().anyHourBecause());
          return new Answer.Done(
              before
                  .in(State.CANCELLED)
                  .with(plan)
                  .with(before.run().ended(clock.instant(), null)));
        });
  }

  /// Sends once more what ended in one of these ways; each of them once, however many ask for it.
  public Answer retry(Officer officer, BroadcastId id, Set<Failure> failures) {
    return act(
        officer,
        id,
        Act.RETRY,
        (transaction, before, details) -> {
          int again = mailing.again(transaction, id.value(), failures).await();
          if (again == 0) {
            return gate.refused(Saying.Broadcast.NOTHING_TO_RETRY);
          }
          JsonArray which = new JsonArray();
          failures.stream().sorted().map(Failure::key).forEach(which::add);
          details.put("what", which).put("again", again);
          State next = before.state().after(Act.RETRY).orElseThrow();
          return new Answer.Done(going(before.in(next)));
        });
  }

  private Answer act(Officer officer, BroadcastId id, Act act, Work work) {
    return Transaction.run(
        pool,
        transaction -> {
          Optional<Broadcast> before = store.lock(transaction, id).await();
          Optional<Answer> barred = gate.role(officer, act).or(() -> gate.state(id, before, act));
          if (barred.isPresent()) {
            return barred.get();
          }
          JsonObject details = new JsonObject();
          Answer answer = work.on(transaction, before.orElseThrow(), details);
          if (answer instanceof Answer.Done(Broadcast after)) {
            store.save(transaction, after).await();
            record(transaction, officer, act, id, details);
          }
          return answer;
        });
  }

  private void record(
      SqlConnection transaction, Officer officer, Act act, BroadcastId id, JsonObject details) {
    audit
        .record(transaction, new Actor.Member(officer.id()), act.key(), id.words(), details)
        .await();
  }
}
