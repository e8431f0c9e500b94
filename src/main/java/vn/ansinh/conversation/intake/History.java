package vn.ansinh.conversation.intake;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.ansinh.citizen.Address;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.MessageJson;
import vn.ansinh.text.RichText;

/// What was said in one chat, read back for a page that is loaded again.
public final class History {
  private final Pool pool;

  public History(Pool pool) {
    this.pool = pool;
  }

  /// @param fromCitizen whether the citizen said it
  /// @param id of the delivery; 0 for what the citizen said
  public record Line(boolean fromCitizen, long id, Message message, Instant at) {}

  /// The last lines, oldest first.
  public Future<List<Line>> of(Address address, int limit) {
    return pool.preparedQuery(
            """
            select id, message, body, at from (
              select 0::bigint as id, null::jsonb as message, body, received_at as at, 0 as side
              from inbound join citizen c on c.id = citizen_id
              where c.channel = $1 and c.address = $2 and body <> ''
              union all
              select d.id, d.message, null, d.created_at, 1
              from delivery d join citizen c on c.id = d.citizen_id
              where c.channel = $1 and c.address = $2) as line
            order by at desc, side desc, id desc
            limit $3""")
        .execute(Tuple.of(address.channel(), address.value(), limit))
        .map(
            rows -> {
              List<Line> lines = new ArrayList<>();
              rows.forEach(row -> lines.add(line(row)));
              Collections.reverse(lines);
              return lines;
            });
  }

  /// What was answered since, oldest first.
  ///
  /// @param id of the last delivery that is known
  public Future<List<Line>> repliesAfter(Address address, long id) {
    return pool.preparedQuery(
            """
            select d.id, d.message, null::text as body, d.created_at as at
            from delivery d join citizen c on c.id = d.citizen_id
            where c.channel = $1 and c.address = $2 and d.id > $3
            order by d.id""")
        .execute(Tuple.of(address.channel(), address.value(), id))
        .map(
            rows -> {
              List<Line> lines = new ArrayList<>();
              rows.forEach(row -> lines.add(line(row)));
              return lines;
            });
  }

  private static Line line(Row row) {
    Instant at = row.getOffsetDateTime("at").toInstant();
    String body = row.getString("body");
    return body == null
        ? new Line(false, row.getLong("id"), MessageJson.decode(row.getJsonObject("message")), at)
        : new Line(true, 0, new Message(RichText.of(body), List.of()), at);
  }
}
