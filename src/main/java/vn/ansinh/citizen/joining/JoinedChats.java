package vn.ansinh.citizen.joining;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.Chat;
import vn.ansinh.citizen.CitizenId;

/// Which chats belong to one citizen: two on two channels, or one alone. Writes the table
/// `joined_chat`.
public final class JoinedChats {
  /// What a chat is joined to.
  ///
  /// @param chosen where reminders and announcements go; null when each reminder goes to the chat
  ///     in which it was made
  public record Joined(Chat other, @Nullable CitizenId chosen) {}

  /// Empty for a chat that is alone.
  public Future<Optional<Joined>> of(SqlConnection transaction, CitizenId citizen) {
    return transaction
        .preparedQuery(
            """
            select c.id, c.channel, c.address, j.chosen_id
            from joined_chat j join citizen c on c.id = j.other_id
            where j.citizen_id = $1""")
        .execute(Tuple.of(citizen.value()))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(joined(row));
              }
              return Optional.empty();
            });
  }

  private static Joined joined(Row row) {
    Address address = new Address(row.getString(1), row.getString(2));
    Long chosen = row.getLong(3);
    return new Joined(
        new Chat(new CitizenId(row.getLong(0)), address),
        chosen == null ? null : new CitizenId(chosen));
  }

  /// From now on both are one citizen's. In the order of their numbers, so that two who join the
  /// same chats at once wait for each other and never in a circle.
  ///
  /// @return false when one of them is joined already
  public Future<Boolean> join(
      SqlConnection transaction, CitizenId one, CitizenId other, Instant now) {
    Tuple values = Tuple.of(one.value(), other.value(), now.atOffset(ZoneOffset.UTC));
    return transaction
        .preparedQuery(
            """
            insert into joined_chat (citizen_id, other_id, joined_at)
            select citizen_id, other_id, $3::timestamptz
            from (values ($1::bigint, $2::bigint), ($2, $1)) as pair (citizen_id, other_id)
            order by citizen_id
            on conflict do nothing""")
        .execute(values)
        .compose(
            rows ->
                rows.rowCount() == 2
                    ? Future.succeededFuture(true)
                    : halfUndone(transaction, one, other, rows.rowCount()));
  }

  /// One of the rows could be written and the other belongs to another pair.
  private static Future<Boolean> halfUndone(
      SqlConnection transaction, CitizenId one, CitizenId other, int written) {
    return written == 0
        ? Future.succeededFuture(false)
        : transaction
            .preparedQuery(
                """
                delete from joined_chat j
                where j.citizen_id in ($1, $2) and not exists (
                  select 1 from joined_chat o
                  where o.citizen_id = j.other_id and o.other_id = j.citizen_id)""")
            .execute(Tuple.of(one.value(), other.value()))
            .map(false);
  }

  /// @param chosen one of the two; null for each reminder where it was made
  public Future<Void> choose(
      SqlConnection transaction, CitizenId citizen, @Nullable CitizenId chosen) {
    return transaction
        .preparedQuery("update joined_chat set chosen_id = $2 where $1 in (citizen_id, other_id)")
        .execute(Tuple.of(citizen.value(), chosen == null ? null : chosen.value()))
        .mapEmpty();
  }

  /// Each is alone again.
  public Future<Void> part(SqlConnection transaction, CitizenId citizen) {
    return transaction
        .preparedQuery("delete from joined_chat where $1 in (citizen_id, other_id)")
        .execute(Tuple.of(citizen.value()))
        .mapEmpty();
  }
}
