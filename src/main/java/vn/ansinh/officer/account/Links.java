package vn.ansinh.officer.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.officer.OfficerId;
import vn.ansinh.officer.session.Secret;

/// One-time links by which a password is chosen. Writes the table `officer_link`.
final class Links {
  private static final Duration VALID = Duration.ofHours(24);

  /// @param officer null: it makes the first administrator
  record Target(@Nullable OfficerId officer) {}

  /// Opens one, and the one before for the same opens nothing any more.
  Future<Secret> open(SqlConnection transaction, @Nullable OfficerId officer, Instant now) {
    Secret secret = Secret.create();
    Long id = officer == null ? null : officer.value();
    return transaction
        .preparedQuery(
            """
            insert into officer_link (secret_hash, officer_id, expires_at) values ($1, $2, $3)
            on conflict (officer_id) do update
              set secret_hash = excluded.secret_hash, expires_at = excluded.expires_at""")
        .execute(Tuple.of(secret.hash(), id, now.plus(VALID).atOffset(ZoneOffset.UTC)))
        .map(secret);
  }

  /// Does not use it up: programs that preview links look too.
  Future<Optional<Target>> find(SqlClient client, Secret secret, Instant now) {
    return client
        .preparedQuery(
            "select officer_id from officer_link where secret_hash = $1 and expires_at > $2")
        .execute(Tuple.of(secret.hash(), now.atOffset(ZoneOffset.UTC)))
        .map(Links::first);
  }

  /// Of two at the same time one finds it.
  Future<Optional<Target>> use(SqlConnection transaction, Secret secret, Instant now) {
    return transaction
        .preparedQuery(
            """
            delete from officer_link where secret_hash = $1 and expires_at > $2
            returning officer_id""")
        .execute(Tuple.of(secret.hash(), now.atOffset(ZoneOffset.UTC)))
        .map(Links::first);
  }

  Future<Void> close(SqlConnection transaction, OfficerId officer) {
    return transaction
        .preparedQuery("delete from officer_link where officer_id = $1")
        .execute(Tuple.of(officer.value()))
        .mapEmpty();
  }

  private static Optional<Target> first(RowSet<Row> rows) {
    for (Row row : rows) {
      Long id = row.getLong(0);
      return Optional.of(new Target(id == null ? null : new OfficerId(id)));
    }
    return Optional.empty();
  }
}
