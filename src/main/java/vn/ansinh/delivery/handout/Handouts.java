package vn.ansinh.delivery.handout;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.vault.Column;
import vn.ansinh.vault.Vault;

/// Writes the table `handout`.
public final class Handouts {
  /// How long a file waits to be fetched.
  public static final Duration GOOD = Duration.ofDays(1);

  private final Vault vault;

  public Handouts(Vault vault) {
    this.vault = vault;
  }

  /// Keeps them for a day, and forgets those whose day is over.
  public Future<Void> keep(SqlClient transaction, List<Handout> handouts, Instant now) {
    if (handouts.isEmpty()) {
      return Future.succeededFuture();
    }
    return transaction
        .preparedQuery(
            """
            with over as (delete from handout where good_until <= $6)
            insert into handout (citizen_id, secret_hash, name, type, content, good_until)
            select citizen_id, sha256(convert_to(secret, 'UTF8')), name, type, content, $7
            from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bytea[])
              as h (citizen_id, secret, name, type, content)""")
        .execute(
            Tuple.of(
                handouts.stream().map(each -> each.citizen().value()).toArray(Long[]::new),
                handouts.stream().map(Handout::secret).toArray(String[]::new),
                handouts.stream().map(Handout::name).toArray(String[]::new),
                handouts.stream().map(Handout::type).toArray(String[]::new),
                handouts.stream().map(this::sealed).toArray(Buffer[]::new),
                now.atOffset(ZoneOffset.UTC),
                now.plus(GOOD).atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /// Empty when no file has this secret, or its day is over.
  public Future<Optional<Handout>> of(SqlClient client, String secret, Instant now) {
    return client
        .preparedQuery(
            """
            select citizen_id, name, type, content from handout
            where secret_hash = sha256(convert_to($1, 'UTF8')) and good_until > $2""")
        .execute(Tuple.of(secret, now.atOffset(ZoneOffset.UTC)))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(opened(secret, row));
              }
              return Optional.empty();
            });
  }

  private Buffer sealed(Handout handout) {
    return vault.seal(
        Column.HANDOUT_CONTENT, handout.citizen().value(), handout.content().getBytes(UTF_8));
  }

  private Handout opened(String secret, Row row) {
    CitizenId citizen = new CitizenId(row.getLong(0));
    byte[] content = vault.open(Column.HANDOUT_CONTENT, citizen.value(), row.getBuffer(3));
    return new Handout(
        citizen, secret, row.getString(1), row.getString(2), new String(content, UTF_8));
  }
}
