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
/// @param state as it is written in the table: `sent`, `queued`
/// @param at when it ended; null when it has not
/// @param reason why it did not arrive; null when it did, or nobody knows
public record Ending(
    long delivery, String state, @Nullable Instant at, int attempts, @Nullable String reason) {
  /// @param after the delivery at which the last page ended
  public static Future<List<Ending>> page(SqlClient client, long broadcast, long after, int most) {
    return client
        .preparedQuery(
            """
            select id, state, settled_at, attempts, reason from delivery
            where broadcast_id = $1 and id > $2
            order by id
            limit $3""")
        .execute(Tuple.of(broadcast, after, most))
        .map(
            rows -> {
              List<Ending> endings = new ArrayList<>(rows.size());
              for (var row : rows) {
                OffsetDateTime at = row.getOffsetDateTime(2);
                endings.add(
                    new Ending(
                        row.getLong(0),
                        row.getString(1),
                        at == null ? null : at.toInstant(),
                        row.getInteger(3),
                        row.getString(4)));
              }
              return endings;
            });
  }
}
