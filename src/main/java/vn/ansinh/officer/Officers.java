package vn.ansinh.officer;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/// Finds the officers who may act: not those whose account is disabled.
public final class Officers {
  /// @param client a pool, or a transaction
  public Future<Optional<Officer>> byLogin(SqlClient client, String login) {
    return client
        .preparedQuery(
            """
            select id, login, name, role from officer
            where login = $1 and disabled_at is null""")
        .execute(Tuple.of(login))
        .map(Officers::first);
  }

  /// From the columns `id`, `login`, `name`, `role`.
  public static Officer read(Row row) {
    return new Officer(
        new OfficerId(row.getLong("id")),
        row.getString("login"),
        row.getString("name"),
        Role.of(row.getString("role")).orElseThrow());
  }

  private static Optional<Officer> first(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(read(row));
    }
    return Optional.empty();
  }
}
