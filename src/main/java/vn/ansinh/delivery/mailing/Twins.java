package vn.ansinh.delivery.mailing;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import vn.ansinh.citizen.CitizenId;

/// Deliveries of one broadcast to both chats of one citizen: it was launched before they were
/// joined. One of the two is withdrawn, so that the citizen gets it once.
public final class Twins {
  /// Of two that are free the one to the chat where announcements do not go, unless nobody can be
  /// reached in the other; and whatever is free when the other was sent, may have been, or is being
  /// sent this moment. Its place is for which deliveries `d` are meant, by `$1`.
  private static final String WITHDRAW =
      """
      update delivery d
      set state = 'withdrawn', reason = 'joined', settled_at = $2, leased_by = null
      from joined_chat j
        join citizen o on o.id = j.other_id
        join delivery e on e.citizen_id = o.id and e.broadcast_id is not null
      where %s and j.citizen_id = d.citizen_id and e.broadcast_id = d.broadcast_id
        and d.state = 'queued' and d.begun <= d.attempts
        and (e.state in ('sent', 'unknown') or e.state = 'queued' and (
          e.begun > e.attempts or o.unreachable_at is null
            and coalesce(j.chosen_id, least(j.citizen_id, o.id)) = o.id))""";

  /// No attempt to send one of them begins from now on until the transaction ends.
  private static final String LOCK =
      """
      select 1 from delivery d join joined_chat j on j.citizen_id = d.citizen_id
      where %s and d.state = 'queued' and d.broadcast_id is not null
      order by d.id
      for update of d""";

  private static final String OF_BROADCAST = "d.broadcast_id = $1";

  private static final String OF_CITIZEN =
      "d.citizen_id in (select chat_id from own_chat where citizen_id = $1)";

  /// Of all broadcasts to a citizen whose chats were joined just now.
  public Future<Void> withdraw(SqlConnection transaction, CitizenId citizen, Instant now) {
    return withdraw(transaction, OF_CITIZEN, citizen.value(), now).mapEmpty();
  }

  /// Of a broadcast of which some are queued again.
  ///
  /// @return how many were withdrawn
  Future<Integer> withdraw(SqlConnection transaction, long broadcast, Instant now) {
    return withdraw(transaction, OF_BROADCAST, broadcast, now);
  }

  private static Future<Integer> withdraw(
      SqlConnection transaction, String which, long id, Instant now) {
    return transaction
        .preparedQuery(LOCK.formatted(which))
        .execute(Tuple.of(id))
        // A statement of its own: it sees which of them began while this one waited.
        .compose(
            _ ->
                transaction
                    .preparedQuery(WITHDRAW.formatted(which))
                    .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC))))
        .map(rows -> rows.rowCount());
  }
}
