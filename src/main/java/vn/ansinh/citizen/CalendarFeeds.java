package vn.ansinh.citizen;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;

/// Who may be shown whose calendar: whoever has the secret. Writes the table `calendar_feed`. A
/// citizen with two chats has one calendar; two that were opened before they were joined stay good.
public final class CalendarFeeds {
  private static final int SECRET_BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// A secret that nobody knows yet: 48 hexadecimal digits, which no text can mistake for anything.
  public static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// Opens the citizen's calendar under this secret and no longer under an earlier one.
  public Future<Void> open(
      SqlConnection transaction, CitizenId citizen, String secret, Instant now) {
    return close(transaction, citizen)
        .compose(
            _ ->
                transaction
                    .preparedQuery(
                        """
                        insert into calendar_feed (citizen_id, secret_hash, made_at)
                        values ($1, $2, $3)""")
                    .execute(Tuple.of(citizen.value(), hash(secret), now.atOffset(ZoneOffset.UTC))))
        .mapEmpty();
  }

  public Future<Void> close(SqlConnection transaction, CitizenId citizen) {
    return transaction
        .preparedQuery(
            """
            delete from calendar_feed
            where citizen_id in (select chat_id from own_chat where citizen_id = $1)""")
        .execute(Tuple.of(citizen.value()))
        .mapEmpty();
  }

  public Future<Boolean> isOpen(SqlConnection transaction, CitizenId citizen) {
    return transaction
        .preparedQuery(
            """
            select 1 from calendar_feed
            where citizen_id in (select chat_id from own_chat where citizen_id = $1)""")
        .execute(Tuple.of(citizen.value()))
        .map(rows -> rows.size() > 0);
  }

  /// Whose calendar it opens; empty when it opens none.
  public Future<Optional<CitizenId>> of(SqlConnection transaction, String secret) {
    return transaction
        .preparedQuery("select citizen_id from calendar_feed where secret_hash = $1")
        .execute(Tuple.of(hash(secret)))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(new CitizenId(row.getLong(0)));
              }
              return Optional.empty();
            });
  }

  private static Buffer hash(String secret) {
    try {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      return Buffer.buffer(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
