package vn.ansinh.citizen;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import vn.ansinh.vault.Vault;

/// What citizens said of themselves. Writes the table `profile`: one row for each of a citizen's
/// chats, all the same, so that each keeps it when they are parted.
public final class Profiles {
  private final Vault vault;

  public Profiles(Vault vault) {
    this.vault = vault;
  }

  /// [Profile#NOTHING] of who said nothing.
  public Future<Profile> of(SqlConnection transaction, CitizenId citizen) {
    return transaction
        .preparedQuery("select marks from profile where citizen_id = $1")
        .execute(Tuple.of(citizen.value()))
        .map(
            rows -> {
              for (Row row : rows) {
                return Profile.of(
                    Arrays.stream(row.getArrayOfBuffers(0)).map(vault::openMark).toList());
              }
              return Profile.NOTHING;
            });
  }

  /// Keeps it in the place of an earlier one; an empty one is not kept at all.
  public Future<Void> keep(
      SqlConnection transaction, CitizenId citizen, Profile profile, Instant now) {
    if (profile.isEmpty()) {
      return transaction
          .preparedQuery(
              """
              delete from profile
              where citizen_id in (select chat_id from own_chat where citizen_id = $1)""")
          .execute(Tuple.of(citizen.value()))
          .mapEmpty();
    }
    return transaction
        .preparedQuery(
            """
            insert into profile (citizen_id, marks, updated_at)
            select chat_id, $2, $3 from own_chat where citizen_id = $1
            on conflict (citizen_id) do update
              set marks = excluded.marks, updated_at = excluded.updated_at""")
        .execute(
            Tuple.of(
                citizen.value(),
                profile.marks().map(vault::mark).toArray(Buffer[]::new),
                now.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }
}
