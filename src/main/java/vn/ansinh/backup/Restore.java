package vn.ansinh.backup;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ansinh.db.Database;
import vn.ansinh.db.Transaction;

/// Fills an empty database from a backup: all of it or nothing, and as often as it takes.
public final class Restore {
  private static final int ROWS = 1_000;
  private static final int CHARACTERS = 1 << 20;

  /// What migrations and the first start of a service write by themselves; of nobody's making, and
  /// replaced.
  private static final Set<String> OF_A_START =
      Set.of(
          "audit_end",
          "data_key",
          "erased_key_salt",
          "followed_calendars",
          "job_run",
          "officer_link");

  private final Path file;
  private final @Nullable Passphrase passphrase;
  private final Header header;

  private Restore(Path file, @Nullable Passphrase passphrase, Header header) {
    this.file = file;
    this.passphrase = passphrase;
    this.header = header;
  }

  /// Whether it takes a passphrase to open it.
  public static boolean isEncrypted(Path file) {
    return BackupReader.isEncrypted(file);
  }

  /// Reads all of the file and changes nothing.
  ///
  /// @throws BackupException when it is damaged, cut, or opened with the wrong passphrase
  public static Restore of(Path file, @Nullable Passphrase passphrase) {
    try (BackupReader in = BackupReader.open(file, passphrase)) {
      Header header = Header.parse(in.line());
      for (long i = 0; i < header.rows(); i++) {
        in.line();
      }
      in.end();
      return new Restore(file, passphrase, header);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static BackupException unreadable(Path file, IOException cause) {
    return new BackupException("Không đọc được tệp %s.".formatted(file), cause);
  }

  public Header header() {
    return header;
  }

  /// Whatever stops it leaves the database empty, to be filled by the next try. No service may run
  /// on it.
  ///
  /// @throws BackupException when the database is not fit; it is as it was then
  public void into(Database database) {
    if (!database.knows(header.migration())) {
      throw new BackupException(
          "Bản sao lưu này của một bản An Sinh mới hơn (bước cập nhật %s): dùng đúng bản ấy."
              .formatted(header.migration()));
    }
    Transaction.run(database.pool(), Restore::emptyTables);
    if (!database.migrations().current().equals(header.migration())) {
      database.remake(header.migration());
    }
    Transaction.run(database.pool(), this::fill);
    database.migrate();
    database.pool().query("analyze").execute().await();
  }

  private static List<Table> emptyTables(SqlConnection connection) {
    List<Table> tables = Table.all(connection);
    if (tables.isEmpty()) {
      return tables;
    }
    // A service that starts now waits before its first step.
    connection.query("lock table node in access exclusive mode").execute().await();
    if (exists(connection, "node where alive_until > now()")) {
      throw new BackupException(
          "Dịch vụ đang chạy trên cơ sở dữ liệu này: dừng nó, chờ nửa phút rồi làm lại.");
    }
    for (Table table : tables) {
      if (!OF_A_START.contains(table.name()) && exists(connection, table.quoted())) {
        throw new BackupException(
            "Cơ sở dữ liệu này đã có dữ liệu (bảng %s): chỉ phục hồi vào cơ sở dữ liệu trống."
                .formatted(table.name()));
      }
    }
    return tables;
  }

  private static boolean exists(SqlConnection connection, String rows) {
    return connection
        .query("select exists (select from " + rows + ")")
        .execute()
        .await()
        .iterator()
        .next()
        .getBoolean(0);
  }

  private Header fill(SqlConnection connection) {
    List<Table> tables = emptyTables(connection);
    compare(tables);
    try (BackupReader in = BackupReader.open(file, passphrase)) {
      in.line();
      for (Table table : tables.reversed()) {
        triggers(connection, table, "disable");
        connection.query("delete from " + table.quoted()).execute().await();
      }
      for (Header.Part part : header.parts()) {
        Table table = part.in(tables);
        rows(connection, table, part.rows(), in);
        sequences(connection, table, part);
        triggers(connection, table, "enable");
      }
      // Nobody has put another file in its place meanwhile.
      in.end();
      return header;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private void compare(List<Table> tables) {
    Set<String> here = tables.stream().map(Table::name).collect(Collectors.toSet());
    Set<String> there = header.parts().stream().map(Header.Part::table).collect(Collectors.toSet());
    if (!here.equals(there)) {
      throw new BackupException(
          "Bản sao lưu có các bảng khác với cơ sở dữ liệu ở cùng bước cập nhật: không dùng được.");
    }
  }

  /// Those of our own would refuse what was refused when it first happened, or do it again.
  private static void triggers(SqlConnection connection, Table table, String what) {
    if (table.guarded()) {
      connection
          .query("alter table %s %s trigger user".formatted(table.quoted(), what))
          .execute()
          .await();
    }
  }

  private static void rows(SqlConnection connection, Table table, long rows, BackupReader in) {
    StringBuilder batch = new StringBuilder();
    int held = 0;
    for (long i = 1; i <= rows; i++) {
      batch.append(batch.isEmpty() ? '[' : ',').append(in.line());
      held++;
      if (i == rows || held == ROWS || batch.length() > CHARACTERS) {
        insert(connection, table, batch.append(']').toString());
        batch.setLength(0);
        held = 0;
      }
    }
  }

  private static void insert(SqlConnection connection, Table table, String rows) {
    connection
        .preparedQuery(
            """
            insert into %1$s (%2$s) overriding system value
            select %2$s from jsonb_populate_recordset(null::%1$s, $1::text::jsonb)"""
                .formatted(table.quoted(), table.columnList()))
        .execute(Tuple.of(rows))
        .await();
  }

  private static void sequences(SqlConnection connection, Table table, Header.Part part) {
    part.sequences()
        .forEach(
            (column, last) ->
                connection
                    .preparedQuery("select setval(pg_get_serial_sequence($1, $2), $3)")
                    .execute(Tuple.of(table.quoted(), column, last))
                    .await());
  }
}
