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
    return run(pool, "begin", work);
  }

  /// As the other, for reading alone: every statement sees the rows of the same moment.
  public static <T> T snapshot(Pool pool, Function<SqlConnection, T> work) {
    return run(pool, "begin isolation level repeatable read, read only", work);
  }

  private static <T> T run(Pool pool, String begin, Function<SqlConnection, T> work) {
    SqlConnection connection = pool.getConnection().await();
    try {
      connection.query(begin).execute().await();
      try {
        T result = work.apply(connection);
        connection.query("commit").execute().await();
        return result;
      } catch (RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    } finally {
      connection.close();
    }
  }

  /// The server rolls back by itself when the connection is gone.
  private static void rollBack(SqlConnection connection, RuntimeException why) {
    try {
      connection.query("rollback").execute().await();
    } catch (RuntimeException e) {
      why.addSuppressed(e);
    }
  }
}
