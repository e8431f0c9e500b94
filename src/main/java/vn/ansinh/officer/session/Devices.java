package vn.ansinh.officer.session;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import vn.ansinh.officer.OfficerId;

/// Browsers on which an officer has signed in before. Writes the table `officer_device`.
///
/// They open nothing: they only tell an officer from strangers when failed sign-ins are counted.
public final class Devices {
  public static final Duration KEPT = Duration.ofDays(180);

  /// Remembers a browser, under a secret of its own for each sign-in.
  public Future<Secret> remember(SqlConnection transaction, OfficerId officer, Instant now) {
    Secret device = Secret.create();
    return transaction
        .preparedQuery("delete from officer_device where expires_at < $1")
        .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
        .compose(
            _ ->
                transaction
                    .preparedQuery("insert into officer_device values ($1, $2, $3)")
                    .execute(
                        Tuple.of(
                            device.hash(),
                            officer.value(),
                            now.plus(KEPT).atOffset(ZoneOffset.UTC))))
        .map(device);
  }

  public Future<Boolean> knows(SqlClient client, Secret device, String login, Instant now) {
    return client
        .preparedQuery(
            """
            select 1 from officer_device d join officer o on o.id = d.officer_id
            where d.token_hash = $1 and o.login = $2 and d.expires_at > $3""")
        .execute(Tuple.of(device.hash(), login, now.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.size() > 0);
  }

  /// Whoever took one of them is a stranger again.
  public Future<Void> forget(SqlClient client, OfficerId officer) {
    return client
        .preparedQuery("delete from officer_device where officer_id = $1")
        .execute(Tuple.of(officer.value()))
        .mapEmpty();
  }
}
