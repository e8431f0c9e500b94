package vn.ansinh.delivery.mailing;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The deliveries of a broadcast of which nobody knows whether, or how often, they arrived.
/// Numbers only, nothing about people.
///
/// @param count how many there are
/// @param listed the first of them
public record Doubts(int count, List<Doubt> listed) {
  public Doubts {
    listed = List.copyOf(listed);
  }

  /// @param state where it stands: `unknown`, or `sent` after it was tried again
  /// @param unknowns how often its answer was lost
  public record Doubt(long delivery, String state, int unknowns, @Nullable String reason) {}

  /// @param most that are listed
  public static Future<Doubts> of(SqlClient client, long broadcast, int most) {
    return client
        .preparedQuery(
            """
            select id, state, unknowns, reason, count(*) over () from delivery
            where broadcast_id = $1 and unknowns > 0
            order by id
            limit $2""")
        .execute(Tuple.of(broadcast, most))
        .map(
            rows -> {
              List<Doubt> listed = new ArrayList<>();
              int count = 0;
              for (var row : rows) {
                count = row.getLong(4).intValue();
                listed.add(
                    new Doubt(
                        row.getLong(0), row.getString(1), row.getInteger(2), row.getString(3)));
              }
              return new Doubts(count, listed);
            });
  }
}
