package vn.ansinh.db;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.function.Consumer;

/// How much of a table some work reads, as PostgreSQL itself counts it: what a plan skips over
/// counts as well. A database of a test is too small for the time to tell.
public final class RowsRead {
  private static final String NAME = "rows-read";

  private RowsRead() {}

  /// @param work on connections of its own, planned as those of the service are
  /// @return rows that it read of the table itself, and entries that it read of its indexes
  public static long of(Vertx vertx, TestDatabase database, String table, Consumer<Pool> work) {
    long before = read(database.pool(), table);
    Pool own = Database.pool(vertx, database.uri() + "?application_name=" + NAME);
    work.accept(own);
    own.close().await();
    // A connection tells what it has read when it ends, which is after we hear of it.
    while (count(
            database.pool(),
            "select count(*) from pg_stat_activity where application_name = $1",
            NAME)
        > 0) {
      Thread.onSpinWait();
    }
    return read(database.pool(), table) - before;
  }

  private static long read(Pool pool, String table) {
    return count(
        pool,
        """
        select (t.seq_tup_read + coalesce((
          select sum(i.idx_tup_read) from pg_stat_user_indexes i where i.relid = t.relid), 0))::bigint
        from pg_stat_user_tables t where t.relname = $1""",
        table);
  }

  private static long count(Pool pool, String sql, String value) {
    return pool.preparedQuery(sql).execute(Tuple.of(value)).await().iterator().next().getLong(0);
  }
}
