package vn.ansinh.delivery.mailing;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/// What became of the deliveries of a broadcast on one channel, as long as they are kept.
///
/// @param channel its name
/// @param lost refused, given up, or to somebody who cannot be reached
/// @param left not sent yet
/// @param over not sent any more, because they were stopped, it was cancelled or it reaches their
///     citizens in another chat
public record Share(String channel, int all, int sent, int lost, int unknown, int left, int over) {
  /// Of each channel to which it went, in the order of their names.
  static Future<List<Share>> of(SqlClient client, long broadcast) {
    return client
        .preparedQuery(
            """
            select c.channel, count(*),
              count(*) filter (where d.state = 'sent'),
              count(*) filter (where d.state in ('refused', 'failed', 'unreachable')),
              count(*) filter (where d.state = 'unknown'),
              count(*) filter (where d.state = 'queued'),
              count(*) filter (where d.state = 'withdrawn')
            from delivery d join citizen c on c.id = d.citizen_id
            where d.broadcast_id = $1
            group by 1
            order by 1""")
        .execute(Tuple.of(broadcast))
        .map(
            rows -> {
              List<Share> shares = new ArrayList<>();
              rows.forEach(row -> shares.add(share(row)));
              return shares;
            });
  }

  private static Share share(Row row) {
    return new Share(
        row.getString(0),
        row.getInteger(1),
        row.getInteger(2),
        row.getInteger(3),
        row.getInteger(4),
        row.getInteger(5),
        row.getInteger(6));
  }
}
