package vn.ansinh.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.db.Database;
import vn.ansinh.db.DatabaseSettings;
import vn.ansinh.db.TestDatabase;

/// What is saved comes back, and nothing else does.
class BackupDbTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-28T02:30:00Z"), VietnamTime.ZONE);
  private static final Passphrase SECRET = new Passphrase("một hai ba bốn năm");

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase source = TestDatabase.fresh(vertx);
  private final TestDatabase bare = TestDatabase.bare(vertx);
  private final List<Database> opened = new ArrayList<>();

  @TempDir private Path directory = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void fill() {
    file = directory.resolve("a.backup");
    EveryTable.fill(source.pool());
  }

  @AfterEach
  void close() {
    opened.forEach(Database::close);
    source.close();
    bare.close();
    vertx.close().await();
  }

  private Database open(TestDatabase database) {
    Database visited =
        Database.visit(vertx, new DatabaseSettings(database.uri(), Path.of("unused"), 1));
    opened.add(visited);
    return visited;
  }

  private Header backup(@Nullable Passphrase passphrase) {
    return new Backup(open(source), CLOCK).write(file, passphrase);
  }

  private void restore(TestDatabase into, @Nullable Passphrase passphrase) {
    Restore.of(file, passphrase).into(open(into));
  }

  /// Every row of every table that is kept, as text.
  private static Map<String, List<String>> rows(Pool pool) {
    Map<String, List<String>> rows = new TreeMap<>();
    for (Row table :
        pool.query(
                """
                select tablename::text from pg_tables where schemaname = 'public'
                  and tablename !~ '^(node|lease|qrtz_.*|flyway_schema_history)$'""")
            .execute()
            .await()) {
      List<String> all = new ArrayList<>();
      pool.query("select t::text from %s t order by 1".formatted(table.getString(0)))
          .execute()
          .await()
          .forEach(row -> all.add(row.getString(0)));
      rows.put(table.getString(0), all);
    }
    return rows;
  }

  private static final class AskedClock extends Clock {
    private final Runnable asked;

    AskedClock(Runnable asked) {
      this.asked = asked;
    }

    @Override
    public Instant instant() {
      asked.run();
      return CLOCK.instant();
    }

    @Override
    public ZoneId getZone() {
      return CLOCK.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static long nextCitizen(Pool pool) {
    return pool.query(
            "insert into citizen (channel, address, created_at) values ('x', 'y', now()) returning id")
        .execute()
        .await()
        .iterator()
        .next()
        .getLong(0);
  }

  @Test
  void everyRowOfEveryTableComesBack() throws IOException {
    assertThat(rows(source.pool()))
        .as("a table without a row here is not tried: add one to EveryTable")
        .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());

    Header header = backup(null);
    restore(bare, null);

    assertThat(rows(bare.pool())).isEqualTo(rows(source.pool()));
    assertThat(header.rows())
        .isEqualTo(rows(source.pool()).values().stream().mapToLong(List::size).sum());
    assertThat(header.made()).isEqualTo(CLOCK.instant());
    assertThat(directory.toFile().list()).containsExactly("a.backup");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void numbersGoOnWhereTheyWereAndTheLogIsGuardedAgain() {
    backup(null);
    restore(bare, null);

    // The fourth was given and taken back.
    assertThat(nextCitizen(bare.pool())).isEqualTo(5).isEqualTo(nextCitizen(source.pool()));
    for (String sql :
        List.of(
            "delete from audit",
            "delete from audit_end",
            "insert into audit values (4, now(), 'service', null, '', '', '', '')")) {
      assertThatThrownBy(() -> bare.pool().query(sql).execute().await())
          .hasMessageContaining("audit log");
    }
  }

  @Test
  void theRowsAreThoseOfOneMoment() {
    Backup backup =
        new Backup(
            open(source),
            // Asked once the snapshot is taken, and before the rows are read.
            new AskedClock(
                () -> {
                  nextCitizen(source.pool());
                  source.pool().query("delete from handout").execute().await();
                }));
    Map<String, List<String>> before = rows(source.pool());

    backup.write(file, null);
    restore(bare, null);

    assertThat(rows(bare.pool())).isEqualTo(before).isNotEqualTo(rows(source.pool()));
  }

  @Test
  void anEncryptedBackupComesBackWithItsPassphraseOnly() throws IOException {
    backup(SECRET);

    assertThat(Restore.isEncrypted(file)).isTrue();
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .startsWith("ansinh-backup 1 argon2id ");
    assertThatThrownBy(() -> restore(bare, new Passphrase("một hai ba bốn sáu")))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("Mật khẩu không đúng");
    assertThatThrownBy(() -> restore(bare, null)).hasMessageContaining("cần mật khẩu");
    assertThat(rows(bare.pool())).isEmpty();
    restore(bare, SECRET);
    assertThat(rows(bare.pool())).isEqualTo(rows(source.pool()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCutFileIsRefusedBeforeAnythingIsWritten(boolean encrypted) throws IOException {
    Passphrase passphrase = encrypted ? SECRET : null;
    backup(passphrase);
    byte[] whole = Files.readAllBytes(file);

    for (int length : new int[] {0, 10, 60, whole.length / 2, whole.length - 9, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> restore(bare, passphrase))
          .as("%d of %d", length, whole.length)
          .isInstanceOf(BackupException.class);
    }
    assertThat(rows(bare.pool())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFlippedByteIsRefusedBeforeAnythingIsWritten(boolean encrypted) throws IOException {
    Passphrase passphrase = encrypted ? SECRET : null;
    backup(passphrase);
    byte[] whole = Files.readAllBytes(file);

    // The time in the header of gzip, from the 20th byte on, says nothing.
    for (int at : new int[] {3, 40, whole.length / 3, whole.length / 2, whole.length - 5}) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x10;
      Files.write(file, flipped);
      assertThatThrownBy(() -> restore(bare, passphrase))
          .as("%d of %d", at, whole.length)
          .isInstanceOf(BackupException.class);
    }
    assertThat(rows(bare.pool())).isEmpty();
  }

  /// Though gzip has nothing against it.
  @Test
  void aSumThatDoesNotFitIsRefused() throws IOException {
    try (BackupWriter out = new BackupWriter(file, null)) {
      out.line(new Header("19", CLOCK.instant(), List.of()).json());
      out.line("0".repeat(64));
    }
    assertThatThrownBy(() -> restore(bare, null)).hasMessageContaining("hỏng");
  }

  @Test
  void onlyAnEmptyDatabaseThatNobodyUsesIsFilled() {
    backup(null);
    try (TestDatabase used = TestDatabase.fresh(vertx)) {
      nextCitizen(used.pool());
      assertThatThrownBy(() -> restore(used, null)).hasMessageContaining("bảng citizen");
      used.pool().query("delete from citizen").execute().await();
      used.pool()
          .query("insert into node values (gen_random_uuid(), now() + interval '1 hour')")
          .execute()
          .await();
      assertThatThrownBy(() -> restore(used, null)).hasMessageContaining("đang chạy");
      used.pool().query("update node set alive_until = now()").execute().await();
      used.pool().query("insert into job_run values ('inbox', now())").execute().await();

      restore(used, null);

      assertThat(rows(used.pool())).isEqualTo(rows(source.pool()));
      opened.forEach(Database::close);
      opened.clear();
    }
  }

  @Test
  void aRestoreThatIsCutOffLeavesNothingAndIsDoneAgain() {
    backup(null);
    Database into = open(bare);
    into.migrate();
    // What one of the last tables asks of a row ends the connection.
    bare.pool()
        .query(
            """
            create function cut_off() returns boolean language sql
            return pg_terminate_backend(pg_backend_pid());
            alter table profile add constraint cut_off check (cut_off())""")
        .execute()
        .await();

    assertThatThrownBy(() -> Restore.of(file, null).into(into)).isNotNull();
    assertThat(rows(bare.pool()).get("citizen")).isEmpty();

    bare.pool().query("alter table profile drop constraint cut_off").execute().await();
    restore(bare, null);
    assertThat(rows(bare.pool())).isEqualTo(rows(source.pool()));
  }

  @Test
  void aBackupOfAnOlderProgramIsMigratedAndOneOfANewerIsRefused() throws IOException {
    Database old = open(bare);
    old.remake("18");
    bare.pool()
        .query("insert into citizen (channel, address, created_at) values ('web', 'w', now())")
        .execute()
        .await();
    new Backup(old, CLOCK).write(file, null);
    try (TestDatabase fresh = TestDatabase.fresh(vertx)) {
      restore(fresh, null);
      assertThat(rows(fresh.pool()).get("citizen")).hasSize(1);
      assertThat(rows(fresh.pool())).containsKey("job_run");
      opened.forEach(Database::close);
      opened.clear();
    }

    Files.delete(file);
    try (BackupWriter out = new BackupWriter(file, null)) {
      out.line(new Header("9999", CLOCK.instant(), List.of()).json());
      out.end();
    }
    assertThatThrownBy(() -> restore(bare, null)).hasMessageContaining("mới hơn");
  }

  @Test
  void whatIsThereIsNotOverwrittenAndWhatAKillLeftIs() throws IOException {
    Files.writeString(directory.resolve("a.backup.part"), "cut");
    backup(null);
    assertThat(directory.toFile().list()).containsExactly("a.backup");
    assertThatThrownBy(() -> backup(null)).hasMessageContaining("đã có rồi");
    Path other = directory.resolve("b.backup");
    AskedClock stopped =
        new AskedClock(
            () -> {
              throw new IllegalStateException("stopped");
            });
    assertThatThrownBy(() -> new Backup(open(source), stopped).write(other, null))
        .hasMessage("stopped");
    assertThat(directory.toFile().list()).containsExactly("a.backup");
    Path nowhere = directory.resolve("no").resolve("a");
    assertThatThrownBy(() -> new Backup(open(source), CLOCK).write(nowhere, null))
        .hasMessageContaining("Không ghi được");
  }
}
