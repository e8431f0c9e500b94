package vn.ansinh.officer.account;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.ansinh.officer.Officer;

/// An officer's account as colleagues may see it.
///
/// @param ready whether a password was chosen
/// @param codes whether the second factor is set up
/// @param signedIn when last; null for never
public record Account(
    Officer officer, boolean disabled, boolean ready, boolean codes, @Nullable Instant signedIn) {
  /// From all columns of the table `officer`.
  static Account read(Row row) {
    OffsetDateTime signedIn = row.getOffsetDateTime("signed_in_at");
    return new Account(
        Officer.read(row),
        row.getOffsetDateTime("disabled_at") != null,
        row.getString("password") != null,
        row.getBuffer("totp_secret") != null,
        signedIn == null ? null : signedIn.toInstant());
  }
}
