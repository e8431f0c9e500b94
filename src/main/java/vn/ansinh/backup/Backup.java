package vn.ansinh.backup;

import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.db.Database;
import vn.ansinh.db.Transaction;

/// Writes all rows of all tables, as they were at one moment, into one file. The service may go on
/// meanwhile.
public final class Backup {
  private static final Logger LOG = LoggerFactory.getLogger(Backup.class);
  private static final int ROWS = 1_000;
  private static final String UNFINISHED = ".part";

  private final Database database;
  private final Clock clock;

  public Backup(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Under another name until it is whole and has been read back; a kill leaves only that one.
  ///
  /// @param file must not be there yet
  /// @param passphrase null leaves it legible for whoever has the file
  /// @throws BackupException when it cannot be made
  public Header write(Path file, @Nullable Passphrase passphrase) {
    String migration = database.migrations().current();
    if (migration.isEmpty()) {
      throw new BackupException("Cơ sở dữ liệu còn trống, chưa có gì để sao lưu.");
    }
    if (Files.exists(file)) {
      throw new BackupException("Tệp %s đã có rồi; xin đặt tên khác.".formatted(file));
    }
    Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
    try {
      Files.deleteIfExists(unfinished);
      try (BackupWriter out = new BackupWriter(unfinished, passphrase)) {
        Transaction.snapshot(database.pool(), connection -> copy(connection, migration, out));
      }
      flush(unfinished);
      Header read = Restore.of(unfinished, passphrase).header();
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return read;
    } catch (IOException e) {
      throw new BackupException(
          "Không ghi được %s: xem thư mục có đó không, quyền ghi và chỗ trống.".formatted(file), e);
    } finally {
      discard(unfinished);
    }
  }

  /// What failed must not take the room that it may have failed for.
  private static void discard(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      LOG.warn("{} could not be removed: {}", unfinished, e.toString());
    }
  }

  /// A power cut after this takes nothing of it.
  private static void flush(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private Header copy(SqlConnection connection, String migration, BackupWriter out) {
    // The pool is set for looking up single rows.
    connection.query("set local enable_seqscan = on").execute().await();
    List<Table> tables = Table.all(connection);
    try {
      List<Header.Part> parts = new ArrayList<>();
      for (Table table : tables) {
        parts.add(part(connection, table));
      }
      Header header = new Header(migration, clock.instant(), parts);
      out.line(header.json());
      for (Table table : tables) {
        rows(connection, table, out);
      }
      out.end();
      return header;
    } catch (IOException e) {
      throw new BackupException(
          "Không ghi được bản sao lưu: xem chỗ trống của ổ đĩa và quyền ghi.", e);
    }
  }

  /// Numbers that a sequence gave are read after the snapshot was taken, and so cover its rows.
  private static Header.Part part(SqlConnection connection, Table table) {
    Row count =
        connection
            .query("select count(*) from " + table.quoted())
            .execute()
            .await()
            .iterator()
            .next();
    Map<String, Long> sequences = new HashMap<>();
    for (String column : table.identities()) {
      Long last =
          connection
              .preparedQuery("select pg_sequence_last_value(pg_get_serial_sequence($1, $2))")
              .execute(Tuple.of(table.quoted(), column))
              .await()
              .iterator()
              .next()
              .getLong(0);
      if (last != null) {
        sequences.put(column, last);
      }
    }
    return new Header.Part(table.name(), count.getLong(0), sequences);
  }

  private static void rows(SqlConnection connection, Table table, BackupWriter out)
      throws IOException {
    PreparedStatement statement =
        connection
            .prepare("select (to_jsonb(t) - $1::text[])::text from %s t".formatted(table.quoted()))
            .await();
    Cursor cursor = statement.cursor(Tuple.of(table.generated().toArray(String[]::new)));
    do {
      for (Row row : cursor.read(ROWS).await()) {
        out.line(row.getString(0));
      }
    } while (cursor.hasMore());
    cursor.close().await();
    statement.close().await();
  }
}
