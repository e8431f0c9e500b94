package vn.ansinh.delivery.mailing;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one delivery of a broadcast ended, or where it stands. Nothing about the person.
///
/// @param channel its name
/// @param state as it is written in the table: `sent`, `queued`
/// @param at when it ended; null when it has not
/// @param reason why it did not arrive; null when it did, or nobody knows
public record Ending(
    long delivery,
    String channel,
    String state,
    @Nullable Instant at,
    int attempts,
    @Nullable String reason) {
  /// @param after the delivery at which the last page ended
  public static Future<List<Ending>> page(SqlClient client, long broadcast, long after, int most) {
    return client
        .preparedQuery(
            """
            select d.id, c.channel, d.state, d.settled_at, d.attempts, d.reason
            from delivery d join citizen c on c.id = d.citizen_id
            where d.broadcast_id = $1 and d.id > $2
            order by d.id
            limit $3""")
        .execute(Tuple.of(broadcast, after, most))
        .map(
            rows -> {
              List<Ending> endings = new ArrayList<>(rows.size());
              for (var row : rows) {
                OffsetDateTime at = row.getOffsetDateTime(3);
                endings.add(
                    new Ending(
                        row.getLong(0),
                        row.getString(1),
                        row.getString(2),
                        at == null ? null : at.toInstant(),
                        row.getInteger(4),
                        row.getString(5)));
              }
              return endings;
            });
  }
}
