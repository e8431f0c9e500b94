package vn.ansinh.db;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;

/// Sequential work in one transaction.
public final class Transaction {
  private Transaction() {}

  /// Blocks until it is committed: not for an event loop. A COMMIT after a failed statement rolls
  /// back.
  public static <T> T run(Pool pool, Function<SqlConnection, T> work) {
    SqlConnection connection = pool.getConnection().await();
    try {
      connection.query("begin").execute().await();
      try {
        T result = work.apply(connection);
        connection.query("commit").execute().await();
        return result;
      } catch (RuntimeException e) {
        connection.query("rollback").execute().await();
        throw e;
      }
    } finally {
      connection.close();
    }
  }
}
