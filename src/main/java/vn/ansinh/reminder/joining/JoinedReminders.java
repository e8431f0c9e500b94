package vn.ansinh.reminder.joining;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.Wish;
import vn.ansinh.reminder.recall.Recalls;
import vn.ansinh.reminder.store.Reminders;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.vault.Vault;

/// Changes reminders because chats are joined or parted, or because another chat is chosen. A
/// reminder keeps its number and with it the keys of what it has told, so that nothing is told
/// twice; what waits in the outbox and is in nobody's hands is planned anew, so that nothing is
/// lost.
public final class JoinedReminders {
  private final Reminders reminders;
  private final Recalls recalls = new Recalls();

  /// @param rules by the calendars of the moment
  public JoinedReminders(Supplier<Rules> rules, Vault vault) {
    this.reminders = new Reminders(rules, vault);
  }

  /// Those of all the citizen's chats, in the order in which they were wished. No tick has one of
  /// them in hand from now on until the transaction ends.
  public Future<List<Reminders.Standing>> hold(SqlConnection transaction, CitizenId citizen) {
    return transaction
        .preparedQuery(
            """
            select id from reminder
            where citizen_id in (select chat_id from own_chat where citizen_id = $1)
            order by id
            for update""")
        .execute(Tuple.of(citizen.value()))
        // A statement of its own: it sees what a tick wrote while this one waited for it.
        .compose(_ -> reminders.of(transaction, citizen));
  }

  /// What is queued and free is as if it had not fallen due yet: the next tick sends it where it
  /// belongs then. What tells of a change stands in no plan and stays in the queue.
  ///
  /// @param held by [#hold]
  public Future<Void> recall(SqlConnection transaction, List<Reminders.Standing> held) {
    List<ReminderId> ids = held.stream().map(Reminders.Standing::id).toList();
    return recalls.free(transaction, ids, Planner.TOLD_AT_ONCE);
  }

  /// Of two reminders of the same one goes on, with this wish, and the other ends. What either has
  /// told the one that goes on does not tell again, and it tells what neither has.
  ///
  /// @param kept held by [#hold], as the other
  public Future<Void> merge(
      SqlConnection transaction,
      Reminders.Standing kept,
      Reminders.Standing other,
      Wish wish,
      Instant now) {
    return recalls
        .free(transaction, List.of(kept.id()), Planner.TOLD_AT_ONCE)
        .compose(_ -> recalls.free(transaction, List.of(other.id()), List.of()))
        .compose(_ -> takeOver(transaction, kept.id(), other.id()))
        .compose(_ -> first(transaction, kept.id(), other.id(), now))
        .compose(first -> goOn(transaction, kept, other.id(), wish, first, now));
  }

  /// Of a message that one has sent and the other has missed, that it was sent.
  private static Future<Void> takeOver(
      SqlConnection transaction, ReminderId kept, ReminderId other) {
    return transaction
        .preparedQuery(
            """
            with told as (
              delete from reminder_message where reminder_id = $2 returning *)
            insert into reminder_message as m
              (reminder_id, due, lead, send_at, outcome, reason, delivery_id, decided_at)
            select $1, due, lead, send_at, outcome, reason, delivery_id, decided_at from told
            on conflict (reminder_id, due, lead) do update
              set outcome = excluded.outcome, reason = excluded.reason,
                delivery_id = excluded.delivery_id, decided_at = excluded.decided_at
              where m.outcome = 'missed' and excluded.outcome = 'queued'""")
        .execute(Tuple.of(kept.value(), other.value()))
        .mapEmpty();
  }

  /// Just before the first message of either that has not been dealt with.
  private static Future<Instant> first(
      SqlConnection transaction, ReminderId kept, ReminderId other, Instant now) {
    return transaction
        .preparedQuery("select min(next_at) from reminder where id in ($1, $2)")
        .execute(Tuple.of(kept.value(), other.value()))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              OffsetDateTime first = row.getOffsetDateTime(0);
              return first == null || first.toInstant().isAfter(now)
                  ? now
                  : first.toInstant().minusMillis(1);
            });
  }

  private Future<Void> goOn(
      SqlConnection transaction,
      Reminders.Standing kept,
      ReminderId other,
      Wish wish,
      Instant first,
      Instant now) {
    return transaction
        .preparedQuery("update reminder set ended_at = $2, next_at = null where id = $1")
        .execute(Tuple.of(other.value(), now.atOffset(ZoneOffset.UTC)))
        .compose(_ -> reminders.replan(transaction, kept, wish, first))
        .mapEmpty();
  }
}
