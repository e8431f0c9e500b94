package vn.ansinh.citizen;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/// What citizens agreed to before anything about them was kept (law 91/2025 on personal data).
public final class Consents {
  /// What may be kept; each is agreed to apart.
  public enum Purpose {
    /// Days and names, to be reminded.
    REMINDERS,
    /// A profile, to be told what concerns one.
    ANNOUNCEMENTS,
    /// Two chats as one citizen's.
    JOINING;

    private String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param version of the text that was shown
  /// @param guardian whether they gave their word to be the guardian of the child they speak for
  public record Consent(Purpose purpose, String version, boolean guardian, Instant at) {}

  /// Keeps one more; the earlier ones stay as proof.
  public Future<Void> give(SqlConnection transaction, CitizenId citizen, Consent consent) {
    return transaction
        .preparedQuery(
            """
            insert into consent (citizen_id, version, guardian, given_at, purpose)
            values ($1, $2, $3, $4, $5)""")
        .execute(
            Tuple.of(
                citizen.value(),
                consent.version,
                consent.guardian,
                consent.at.atOffset(ZoneOffset.UTC),
                consent.purpose.key()))
        .mapEmpty();
  }

  /// The last one for a purpose, in whichever of the citizen's chats; earlier versions of the text
  /// are agreed to no more.
  public Future<Optional<Consent>> last(
      SqlConnection transaction, CitizenId citizen, Purpose purpose) {
    return transaction
        .preparedQuery(
            """
            select version, guardian, given_at from consent
            where citizen_id in (select chat_id from own_chat where citizen_id = $1)
              and purpose = $2
            order by id desc
            limit 1""")
        .execute(Tuple.of(citizen.value(), purpose.key()))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(
                    new Consent(
                        purpose,
                        row.getString(0),
                        row.getBoolean(1),
                        row.getOffsetDateTime(2).toInstant()));
              }
              return Optional.empty();
            });
  }
}
