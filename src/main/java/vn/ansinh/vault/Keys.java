package vn.ansinh.vault;

import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.db.Transaction;

/// The keys in the file beside those that the database knows. Writes the table `data_key`.
///
/// All methods block until they are done: not for an event loop.
public final class Keys {
  /// So that two nodes change them one after the other; what is sealed meanwhile does not wait.
  static final String ALONE = "lock table data_key in share row exclusive mode";

  /// Foreign key violation.
  private static final String IN_USE = "23503";

  private static final String CANARY = "data_key.canary ";
  private static final byte[] SONG = "An Sinh".getBytes(StandardCharsets.UTF_8);

  private final Pool pool;
  private final KeyFile file;
  private final Clock clock;

  public Keys(Pool pool, KeyFile file, Clock clock) {
    this.pool = pool;
    this.file = file;
    this.clock = clock;
  }

  /// A key.
  ///
  /// @param seals whether new values are sealed by it
  /// @param madeAt when the database first knew it
  /// @param rows in which it is used
  public record Line(long id, boolean seals, Instant madeAt, long rows) {}

  /// What is done in the transaction in which the keys were changed.
  public interface Witness {
    /// @param key that was added or removed
    void note(SqlConnection transaction, long key);
  }

  /// Opens with the keys of the file, once they are found to be those of the database.
  ///
  /// @param mayMake whether a first key may be made when there is no file: only where what is
  ///     written beside the database lasts as long as the database
  /// @throws VaultException when the file is not that of the database; a new key is never made when
  ///     something may have been sealed
  public Vault open(boolean mayMake) {
    return alone(
        (connection, canaries) -> {
          if (mayMake && canaries.isEmpty() && !file.exists()) {
            file.create();
          }
          return new Vault(file, checked(connection, canaries));
        });
  }

  /// Seals from now on as the file says by now.
  public void refresh(Vault vault) {
    vault.use(alone((connection, canaries) -> checked(connection, canaries)));
  }

  /// Adds a key that seals from now on; the others stay, to read by.
  ///
  /// @return its number
  public long rotate(Witness witness) {
    return alone(
        (connection, canaries) -> {
          Keyring keys = checked(connection, canaries).rotated();
          witness.note(connection, keys.primary());
          // Before the commit: a key that the file has and the database does not know is taken up
          // at the next start; the other way round nothing would start any more.
          file.write(keys);
          introduce(connection, keys, keys.primary());
          return keys.primary();
        });
  }

  /// Removes a key by which nothing is sealed any more.
  ///
  /// @throws VaultException for one that is unknown, seals, or is still in use
  public void retire(long key, Witness witness) {
    Keyring left =
        alone(
            (connection, canaries) -> {
              Keyring keys = checked(connection, canaries);
              if (!canaries.containsKey(key)) {
                throw new VaultException("Không có khóa %d.".formatted(key));
              }
              if (keys.primary() == key) {
                throw new VaultException(
                    "Khóa %d đang dùng để mã hóa; chạy `keys rotate` trước.".formatted(key));
              }
              remove(connection, key);
              witness.note(connection, key);
              return keys.without(key);
            });
    // After the commit: until then a row may still need it.
    file.write(left);
  }

  public List<Line> list() {
    Keyring keys = file.read();
    Map<Long, Long> uses = uses();
    List<Line> lines = new ArrayList<>();
    for (Row row :
        pool.query("select id, made_at from data_key order by made_at, id").execute().await()) {
      long id = row.getLong(0);
      lines.add(
          new Line(
              id,
              id == keys.primary(),
              row.getOffsetDateTime(1).toInstant(),
              uses.getOrDefault(id, 0L)));
    }
    return lines;
  }

  private Map<Long, Long> uses() {
    Map<Long, Long> uses = new TreeMap<>();
    for (Column column : Column.values()) {
      pool.query(
              "select %1$s_key, count(*) from %2$s where %1$s_key is not null group by 1"
                  .formatted(column.column, column.table))
          .execute()
          .await()
          .forEach(row -> uses.merge(row.getLong(0), row.getLong(1), Long::sum));
    }
    return uses;
  }

  private interface Work<T> {
    T on(SqlConnection connection, Map<Long, Buffer> canaries);
  }

  /// Two nodes that start at once do it one after the other.
  private <T> T alone(Work<T> work) {
    return Transaction.run(
        pool,
        connection -> {
          connection.query(ALONE).execute().await();
          Map<Long, Buffer> canaries = new TreeMap<>();
          connection
              .query("select id, canary from data_key")
              .execute()
              .await()
              .forEach(row -> canaries.put(row.getLong(0), row.getBuffer(1)));
          return work.on(connection, canaries);
        });
  }

  /// What the file holds; keys that are new to the database are made known to it.
  private Keyring checked(SqlConnection connection, Map<Long, Buffer> canaries) {
    if (!file.exists()) {
      throw missing(canaries.isEmpty());
    }
    Keyring keys = file.read();
    canaries.forEach((id, canary) -> check(keys, id, canary));
    keys.all().keySet().stream()
        .filter(id -> !canaries.containsKey(id))
        .forEach(id -> introduce(connection, keys, id));
    return keys;
  }

  private VaultException missing(boolean nothingSealed) {
    String what =
        nothingSealed
            ? ": tạo bằng lệnh `keys create`, chép cho mọi máy chạy dịch vụ và giữ một bản ở nơi an toàn."
            : ", mà cơ sở dữ liệu đã có dữ liệu mã hóa: đặt lại tệp khóa đã dùng. An Sinh không tự làm khóa"
                + " mới, vì khóa mới không đọc được dữ liệu cũ.";
    return new VaultException(
        "Không có tệp khóa %s (data.key-file)%s".formatted(file.path(), what));
  }

  private void check(Keyring keys, long id, Buffer canary) {
    try {
      keys.key(id).aead().decrypt(canary.getBytes(), bound(id));
    } catch (GeneralSecurityException e) {
      throw new VaultException(
          ("Tệp khóa %s (data.key-file) không phải tệp khóa của cơ sở dữ liệu này: thiếu khóa %d. Đặt lại"
                  + " tệp khóa đã dùng.")
              .formatted(file.path(), id),
          e);
    }
  }

  private void introduce(SqlConnection connection, Keyring keys, long id) {
    try {
      Buffer canary = Buffer.buffer(keys.key(id).aead().encrypt(SONG, bound(id)));
      connection
          .preparedQuery("insert into data_key (id, canary, made_at) values ($1, $2, $3)")
          .execute(Tuple.of(id, canary, clock.instant().atOffset(ZoneOffset.UTC)))
          .await();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bound(long id) {
    return (CANARY + id).getBytes(StandardCharsets.UTF_8);
  }

  private static void remove(SqlConnection connection, long key) {
    try {
      connection.preparedQuery("delete from data_key where id = $1").execute(Tuple.of(key)).await();
    } catch (PgException e) {
      if (IN_USE.equals(e.getSqlState())) {
        throw new VaultException(
            ("Khóa %d còn dùng; mỗi đêm dịch vụ mã hóa lại dữ liệu cũ bằng khóa mới, `keys list` cho biết còn"
                    + " bao nhiêu.")
                .formatted(key),
            e);
      }
      throw e;
    }
  }
}
