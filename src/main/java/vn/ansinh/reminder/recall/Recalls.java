package vn.ansinh.reminder.recall;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderId;

/// Undoes what was queued for reminders: its keys go, and the reminders are due again.
public final class Recalls {
  /// No message is good for longer.
  static final Duration MOST_LATE = Duration.ofDays(1);

  /// To stand after `with back`, the deliveries that are withdrawn; its place is for what else must
  /// hold of a message for its reminder to be due again.
  private static final String DUE_AGAIN =
      """
      ,
      undone as (
        delete from reminder_message m using back
        where m.delivery_id = back.id %s
        returning m.reminder_id, m.send_at),
      first as (
        select reminder_id, min(send_at) as send_at from undone group by reminder_id)
      update reminder r set next_at = least(r.next_at, first.send_at)
      from first
      where r.id = first.reminder_id and r.ended_at is null""";

  /// What stayed in the outbox for longer than it is good goes back to where it was planned from,
  /// unless a node that lives has it in hand. What may have arrived already is not sent again.
  public Future<Void> late(SqlConnection transaction, Instant now) {
    Future<?> doubtful =
        transaction
            .preparedQuery(
                """
                update delivery d
                set state = 'unknown', reason = coalesce(reason, 'late'), settled_at = $1,
                  leased_by = null, unknowns = unknowns + (begun > attempts)::integer
                where state = 'queued' and good_until <= $1
                  and (unknowns > 0 or begun > attempts) and not exists (
                  select 1 from node n where n.id = d.leased_by and n.alive_until > now())""")
            .execute(Tuple.of(utc(now)));
    Future<?> back =
        transaction
            .preparedQuery(
                """
                with back as (
                  delete from delivery d
                  where state = 'queued' and good_until <= $1
                    and unknowns = 0 and begun <= attempts and not exists (
                    select 1 from node n where n.id = d.leased_by and n.alive_until > now())
                  returning id)"""
                    + DUE_AGAIN.formatted(""))
            .execute(Tuple.of(utc(now)));
    return doubtful.compose(_ -> back).mapEmpty();
  }

  /// What certainly could not be delivered in one of two chats is as if it had not fallen due yet,
  /// when the other can be reached: the tick sends it there. What tells of a change stands in no
  /// plan and is left to [Redirects].
  public Future<Void> turnedBack(SqlConnection transaction, Instant now) {
    return transaction
        .preparedQuery(
            """
            with back as (
              select d.id from delivery d
              join joined_chat j on j.citizen_id = d.citizen_id
              join citizen o on o.id = j.other_id and o.unreachable_at is null
              where d.state = 'unreachable' and d.origin = 1 and d.settled_at > $1
                and d.good_until > $2 and d.unknowns = 0)"""
                + DUE_AGAIN.formatted("and not m.lead like any($3)"))
        .execute(
            Tuple.of(
                utc(now.minus(MOST_LATE)), utc(now), Planner.TOLD_AT_ONCE.toArray(String[]::new)))
        .mapEmpty();
  }

  /// What is queued for these reminders and in nobody's hands is as if it had not fallen due.
  ///
  /// @param ids of reminders that are locked
  /// @param butLeads patterns of SQL: messages with such a lead stay in the queue
  public Future<Void> free(SqlConnection transaction, List<ReminderId> ids, List<String> butLeads) {
    return transaction
        .preparedQuery(
            """
            with back as (
              delete from delivery d using reminder_message m
              where m.reminder_id = any($1) and m.delivery_id = d.id and not m.lead like any($2)
                and d.state = 'queued' and d.leased_by is null
                and d.unknowns = 0 and d.begun <= d.attempts
              returning d.id)"""
                + DUE_AGAIN.formatted(""))
        .execute(
            Tuple.from(
                List.of(
                    ids.stream().map(ReminderId::value).toArray(Long[]::new),
                    butLeads.toArray(String[]::new))))
        .mapEmpty();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
