package vn.ansinh.citizen;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/// What citizens agreed to before anything about them was kept (law 91/2025 on personal data).
public final class Consents {
  /// @param version of the text that was shown
  /// @param guardian whether they gave their word to be the guardian of the child they speak for
  public record Consent(String version, boolean guardian, Instant at) {}

  /// Keeps one more; the earlier ones stay as proof.
  public Future<Void> give(SqlConnection transaction, CitizenId citizen, Consent consent) {
    return transaction
        .preparedQuery(
            "insert into consent (citizen_id, version, guardian, given_at) values ($1, $2, $3, $4)")
        .execute(
            Tuple.of(
                citizen.value(),
                consent.version,
                consent.guardian,
                consent.at.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /// The last one; earlier versions of the text are agreed to no more.
  public Future<Optional<Consent>> last(SqlConnection transaction, CitizenId citizen) {
    return transaction
        .preparedQuery(
            """
            select version, guardian, given_at from consent
            where citizen_id = $1
            order by id desc
            limit 1""")
        .execute(Tuple.of(citizen.value()))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(
                    new Consent(
                        row.getString(0), row.getBoolean(1), row.getOffsetDateTime(2).toInstant()));
              }
              return Optional.empty();
            });
  }
}
