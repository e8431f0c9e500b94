package vn.ansinh.officer.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.OfficerId;
import vn.ansinh.officer.Role;

/// Writes the table `officer`.
final class AccountStore {
  /// @param password its hash; null until one is chosen
  /// @param codes the secret of the second factor, sealed; null until it is set up
  record Stored(
      Officer officer, boolean disabled, @Nullable String password, @Nullable Buffer codes) {
    /// What may be compared with: nothing of a disabled account.
    @Nullable String usable() {
      return disabled ? null : password;
    }

    /// Whether a password alone is too little.
    boolean needsCode() {
      return codes != null || officer.role().needsSecondFactor();
    }
  }

  Future<Optional<Stored>> byLogin(SqlClient client, String login) {
    return client
        .preparedQuery("select * from officer where login = $1")
        .execute(Tuple.of(login))
        .map(AccountStore::first);
  }

  /// Nobody else changes it until the transaction ends.
  Future<Optional<Stored>> hold(SqlConnection transaction, OfficerId id) {
    return transaction
        .preparedQuery("select * from officer where id = $1 for update")
        .execute(Tuple.of(id.value()))
        .map(AccountStore::first);
  }

  Future<List<Account>> all(SqlClient client) {
    return client
        .preparedQuery("select * from officer order by disabled_at is not null, login")
        .execute()
        .map(
            rows -> {
              List<Account> all = new ArrayList<>();
              rows.forEach(row -> all.add(Account.read(row)));
              return all;
            });
  }

  Future<Long> count(SqlClient client) {
    return client
        .preparedQuery("select count(*) from officer")
        .execute()
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /// Empty when the login is taken.
  Future<Optional<OfficerId>> add(
      SqlConnection transaction, String login, String name, Role role, Instant now) {
    return transaction
        .preparedQuery(
            """
            insert into officer (login, name, role, created_at) values ($1, $2, $3, $4)
            on conflict (login) do nothing returning id""")
        .execute(Tuple.of(login, name, role.word(), utc(now)))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(new OfficerId(row.getLong(0)));
              }
              return Optional.empty();
            });
  }

  Future<Void> setRole(SqlConnection transaction, OfficerId id, Role role) {
    return run(
        transaction,
        "update officer set role = $2 where id = $1",
        Tuple.of(id.value(), role.word()));
  }

  Future<Void> disable(SqlConnection transaction, OfficerId id, Instant now) {
    return run(
        transaction,
        "update officer set disabled_at = $2 where id = $1",
        Tuple.of(id.value(), utc(now)));
  }

  /// As it was when it was new: no password, no second factor, not disabled.
  Future<Void> reset(SqlConnection transaction, OfficerId id) {
    return run(
        transaction,
        """
        update officer
        set password = null, totp_secret = null, totp_step = null, disabled_at = null
        where id = $1""",
        Tuple.of(id.value()));
  }

  Future<Void> setPassword(SqlConnection transaction, OfficerId id, String hash) {
    return run(
        transaction, "update officer set password = $2 where id = $1", Tuple.of(id.value(), hash));
  }

  /// False when there is one already.
  ///
  /// @param secret sealed
  Future<Boolean> setCodes(SqlConnection transaction, OfficerId id, Buffer secret, long step) {
    return transaction
        .preparedQuery(
            """
            update officer set totp_secret = $2, totp_step = $3
            where id = $1 and totp_secret is null""")
        .execute(Tuple.of(id.value(), secret, step))
        .map(rows -> rows.rowCount() == 1);
  }

  /// False when a code of this step, or a later one, was used already.
  Future<Boolean> useStep(SqlConnection transaction, OfficerId id, long step) {
    return transaction
        .preparedQuery(
            """
            update officer set totp_step = $2
            where id = $1 and disabled_at is null and (totp_step is null or totp_step < $2)""")
        .execute(Tuple.of(id.value(), step))
        .map(rows -> rows.rowCount() == 1);
  }

  Future<Void> signedIn(SqlConnection transaction, OfficerId id, Instant now) {
    return run(
        transaction,
        "update officer set signed_in_at = $2 where id = $1",
        Tuple.of(id.value(), utc(now)));
  }

  private static Future<Void> run(SqlConnection transaction, String sql, Tuple values) {
    return transaction.preparedQuery(sql).execute(values).mapEmpty();
  }

  private static Optional<Stored> first(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(
          new Stored(
              Officer.read(row),
              row.getOffsetDateTime("disabled_at") != null,
              row.getString("password"),
              row.getBuffer("totp_secret")));
    }
    return Optional.empty();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
