package vn.ansinh.reminder.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import vn.ansinh.calendar.Span;
import vn.ansinh.reminder.store.DueStore.Due;
import vn.ansinh.reminder.visit.Moved;

/// Whose reminders are told of a change at once. They are read by their numbers and not locked,
/// since nothing of them changes.
sealed interface Audience {
  /// Those who wish to hear of a payment.
  record Of(String benefit) implements Audience {}

  /// Those who were told of a day of a session on which it does not take place any more.
  record Told(Moved session) implements Audience {}

  /// @param after the last of the batch before
  default Future<List<Due>> after(SqlConnection transaction, Optional<Due> after, int most) {
    long last = after.map(due -> due.id().value()).orElse(0L);
    return switch (this) {
      case Of(String benefit) ->
          transaction
              .preparedQuery(
                  DueStore.WITH_DOORS
                      + """
                  where r.kind = 'payment' and r.id > $2 and r.ended_at is null
                    and r.benefit = $1
                  order by r.id
                  limit $3""")
              .execute(Tuple.of(benefit, last, most))
              .map(DueStore::due);
      case Told(Moved(Span before, Span instead, String _)) ->
          transaction
              .preparedQuery(
                  DueStore.WITH_DOORS
                      + """
                  where r.kind = 'vaccination' and r.id > $1 and r.ended_at is null and exists (
                    select 1 from reminder_message m
                    where m.reminder_id = r.id and m.outcome = 'queued'
                      and m.due between $2 and $3
                      and ($4::date is null or m.due not between $4 and $5::date))
                  order by r.id
                  limit $6""")
              .execute(
                  Tuple.of(
                      last,
                      before.first(),
                      before.last(),
                      instead == null ? null : instead.first(),
                      instead == null ? null : instead.last(),
                      most))
              .map(DueStore::due);
    };
  }
}
