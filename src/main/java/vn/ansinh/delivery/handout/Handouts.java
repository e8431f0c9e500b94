package vn.ansinh.delivery.handout;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.ansinh.citizen.CitizenId;

/// Writes the table `handout`.
public final class Handouts {
  private static final Duration GOOD = Duration.ofDays(1);

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
            from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[])
              as h (citizen_id, secret, name, type, content)""")
        .execute(
            Tuple.of(
                handouts.stream().map(each -> each.citizen().value()).toArray(Long[]::new),
                handouts.stream().map(Handout::secret).toArray(String[]::new),
                handouts.stream().map(Handout::name).toArray(String[]::new),
                handouts.stream().map(Handout::type).toArray(String[]::new),
                handouts.stream().map(Handout::content).toArray(String[]::new),
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
                return Optional.of(
                    new Handout(
                        new CitizenId(row.getLong(0)),
                        secret,
                        row.getString(1),
                        row.getString(2),
                        row.getString(3)));
              }
              return Optional.empty();
            });
  }
}
