package vn.ansinh.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.db.Transaction;

/// Seals what is there already: by the key that seals now, in the place of an earlier one, or for
/// the first time. In batches, each a transaction: broken off anywhere it goes on where it was, and
/// two nodes at once take turns.
///
/// All methods block until they are done: not for an event loop.
public final class Resealing {
  private static final int BATCH = 500;

  private static final String FIRST = "%1$s is not null and %1$s_key is null";

  /// With which begins what was kept before there were keys.
  private static final byte UNSEALED = 0;

  private final Pool pool;
  private final Vault vault;

  public Resealing(Pool pool, Vault vault) {
    this.pool = pool;
    this.vault = vault;
  }

  /// Whether something was kept before there were keys.
  public boolean isUnsealed() {
    return Arrays.stream(Column.values())
        .anyMatch(
            column ->
                pool.query(
                            "select 1 from %s where %s limit 1"
                                .formatted(column.table, FIRST.formatted(column.column)))
                        .execute()
                        .await()
                        .size()
                    > 0);
  }

  /// Seals what was kept before there were keys; nobody else reads such values.
  ///
  /// @return how many rows
  public int sealFirst() {
    return all(FIRST);
  }

  /// Seals by the present key what another one has sealed.
  ///
  /// @return how many rows
  public int reseal() {
    return all("%1$s_key <> " + vault.keys().primary());
  }

  private int all(String which) {
    return Arrays.stream(Column.values())
        .mapToInt(column -> all(column, which.formatted(column.column)))
        .sum();
  }

  private int all(Column column, String which) {
    int all = 0;
    List<Row> batch = List.of();
    do {
      @Nullable Object last = batch.isEmpty() ? null : batch.getLast().getValue(0);
      batch = Transaction.run(pool, connection -> batch(connection, column, which, last));
      all += batch.size();
    } while (!batch.isEmpty());
    return all;
  }

  private List<Row> batch(
      SqlConnection connection, Column column, String which, @Nullable Object last) {
    connection.query(Keys.ALONE).execute().await();
    List<Row> rows = new ArrayList<>();
    connection
        .preparedQuery(
            """
            select %1$s, %2$s as owner, %3$s from %4$s
            where %5$s and ($1::%6$s is null or %1$s > $1)
            order by %1$s limit %7$d
            for update"""
                .formatted(
                    column.id,
                    column.owner,
                    column.column,
                    column.table,
                    which,
                    column.idType,
                    BATCH))
        .execute(Tuple.tuple().addValue(last))
        .await()
        .forEach(rows::add);
    if (!rows.isEmpty()) {
      connection
          .preparedQuery(
              "update %s set %s = $2 where %s = $1"
                  .formatted(column.table, column.column, column.id))
          .executeBatch(
              rows.stream().map(row -> Tuple.of(row.getValue(0), sealed(column, row))).toList())
          .await();
    }
    return rows;
  }

  private Object sealed(Column column, Row row) {
    if (column == Column.PROFILE_MARKS) {
      return Arrays.stream(row.getArrayOfBuffers(2))
          .map(mark -> isSealed(mark) ? vault.openMark(mark) : new String(plain(mark), UTF_8))
          .map(vault::mark)
          .toArray(Buffer[]::new);
    }
    String owner = row.getString(1);
    Buffer value = row.getBuffer(2);
    return vault.seal(
        column, owner, isSealed(value) ? vault.open(column, owner, value) : plain(value));
  }

  private static boolean isSealed(Buffer value) {
    return value.getByte(0) != UNSEALED;
  }

  private static byte[] plain(Buffer value) {
    return value.getBytes(1, value.length());
  }
}
