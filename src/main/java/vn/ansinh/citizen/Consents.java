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

  /// What they agreed to of one version of the text; the guardian's word once given counts.
  public Future<Optional<Consent>> of(
      SqlConnection transaction, CitizenId citizen, String version) {
    return transaction
        .preparedQuery(
            """
            select version, guardian, given_at from consent
            where citizen_id = $1 and version = $2
            order by guardian desc, id desc
            limit 1""")
        .execute(Tuple.of(citizen.value(), version))
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
