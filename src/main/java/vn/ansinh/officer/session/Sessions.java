package vn.ansinh.officer.session;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.OfficerId;
import vn.ansinh.officer.session.Session.Stage;
import vn.ansinh.vault.Column;
import vn.ansinh.vault.Vault;

/// Who is signed in, kept in the database so that a restart ends nothing. Writes the table
/// `officer_session`.
public final class Sessions {
  /// For who has given a password and looks for the telephone.
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /// How exact it has to be when somebody was here last.
  private static final Duration SEEN = Duration.ofMinutes(1);

  private final SessionTimes times;

  public Sessions(SessionTimes times) {
    this.times = times;
  }

  public SessionTimes times() {
    return times;
  }

  /// A new one with a token of our own making: one that a browser brought along is never taken.
  public Future<Secret> open(
      SqlConnection transaction, OfficerId officer, Stage stage, Instant now) {
    Secret token = Secret.create();
    Duration length = stage == Stage.FULL ? times.longest() : PATIENCE;
    return transaction
        .preparedQuery("delete from officer_session where expires_at < $1")
        .execute(Tuple.of(utc(now)))
        .compose(
            _ ->
                transaction
                    .preparedQuery(
                        """
                        insert into officer_session
                          (token_hash, officer_id, stage, created_at, seen_at, expires_at)
                        values ($1, $2, $3, $4, $4, $5)""")
                    .execute(
                        Tuple.of(
                            token.hash(),
                            officer.value(),
                            word(stage),
                            utc(now),
                            utc(now.plus(length)))))
        .map(token);
  }

  /// Empty when it has ended, or the account is disabled; who is found has been seen now.
  public Future<Optional<Session>> find(SqlClient client, Secret token, Instant now) {
    return client
        .preparedQuery(
            """
            select o.id, o.login, o.name, o.role, o.totp_secret is not null as codes,
              s.stage, s.created_at, s.seen_at < $4 as long_ago
            from officer_session s join officer o on o.id = s.officer_id
            where s.token_hash = $1 and s.expires_at > $2 and s.seen_at > $3
              and o.disabled_at is null""")
        .execute(
            Tuple.of(token.hash(), utc(now), utc(now.minus(times.idle())), utc(now.minus(SEEN))))
        .compose(
            rows -> {
              for (Row row : rows) {
                Session session = read(token, row);
                return (row.getBoolean("long_ago")
                        ? seen(client, token, now)
                        : Future.succeededFuture())
                    .map(Optional.of(session));
              }
              return Future.succeededFuture(Optional.empty());
            });
  }

  public Future<Void> end(SqlClient client, Secret token) {
    return client
        .preparedQuery("delete from officer_session where token_hash = $1")
        .execute(Tuple.of(token.hash()))
        .mapEmpty();
  }

  /// On every device.
  public Future<Void> endAll(SqlClient client, OfficerId officer) {
    return client
        .preparedQuery("delete from officer_session where officer_id = $1")
        .execute(Tuple.of(officer.value()))
        .mapEmpty();
  }

  /// On how many devices an officer is signed in.
  public Future<Integer> count(SqlClient client, OfficerId officer, Instant now) {
    return client
        .preparedQuery(
            """
            select count(*)::int from officer_session
            where officer_id = $1 and stage = 'full' and expires_at > $2 and seen_at > $3""")
        .execute(Tuple.of(officer.value(), utc(now), utc(now.minus(times.idle()))))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  /// The secret of the codes that are being set up: the same until they are.
  public Future<byte[]> newCodes(SqlClient client, Secret token, Vault vault) {
    String owner = HexFormat.of().formatHex(token.hash().getBytes());
    return client
        .preparedQuery(
            """
            update officer_session set new_totp_secret = coalesce(new_totp_secret, $2)
            where token_hash = $1 returning new_totp_secret""")
        .execute(Tuple.of(token.hash(), vault.seal(Column.SESSION_TOTP, owner, Totp.newSecret())))
        .map(rows -> vault.open(Column.SESSION_TOTP, owner, rows.iterator().next().getBuffer(0)));
  }

  private static Future<?> seen(SqlClient client, Secret token, Instant now) {
    return client
        .preparedQuery("update officer_session set seen_at = $2 where token_hash = $1")
        .execute(Tuple.of(token.hash(), utc(now)));
  }

  private static Session read(Secret token, Row row) {
    return new Session(
        token,
        Officer.read(row),
        row.getString("stage").equals("full") ? Stage.FULL : Stage.PASSWORD,
        row.getBoolean("codes"),
        row.getOffsetDateTime("created_at").toInstant());
  }

  private static String word(Stage stage) {
    return stage == Stage.FULL ? "full" : "password";
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
