package vn.ansinh.citizen;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/// Codes by which somebody who reads one in their chat shows on another screen that the chat is
/// theirs.
public final class ChatCodes {
  /// So long a code is good.
  public static final Duration GOOD = Duration.ofMinutes(10);

  private static final BigInteger MOST = BigInteger.valueOf(100_000_000);

  /// Eight digits, short enough to be typed.
  ///
  /// @param secret hexadecimal digits that nobody knows yet
  public static String code(String secret) {
    return "%08d".formatted(new BigInteger(secret, 16).mod(MOST).intValue());
  }

  /// From now on the chat is found by this code, and by no earlier one.
  public Future<Void> show(SqlConnection transaction, CitizenId citizen, String code, Instant now) {
    return transaction
        .preparedQuery("update citizen set chat_code = $2, chat_code_until = $3 where id = $1")
        .execute(Tuple.of(citizen.value(), code, now.plus(GOOD).atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /// Empty for a code that is not good any more, that nobody was shown, or that by chance two were.
  public Future<Optional<Chat>> find(SqlClient client, String code, Instant now) {
    return client
        .preparedQuery(
            """
            select id, channel, address from citizen
            where chat_code = $1 and chat_code_until > $2 and erased_at is null""")
        .execute(Tuple.of(code, now.atOffset(ZoneOffset.UTC)))
        .map(
            rows -> {
              if (rows.size() != 1) {
                return Optional.empty();
              }
              Row row = rows.iterator().next();
              Address address = new Address(row.getString("channel"), row.getString("address"));
              return Optional.of(new Chat(new CitizenId(row.getLong("id")), address));
            });
  }
}
