package vn.ansinh.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.db.TestDatabase;

/// Keys outside the database, what they seal inside, and what becomes of both when keys change.
class VaultDbTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC);
  private static final Keys.Witness NOBODY = (_, _) -> {};
  private static final String MARKER = "bé Mít Tố Nữ";

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);

  @TempDir private Path directory = Path.of("");
  private KeyFile file = new KeyFile(directory);

  @BeforeEach
  void name() {
    file = new KeyFile(directory.resolve("keys").resolve("keys.json"));
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private Keys keys() {
    return new Keys(database.pool(), file, CLOCK);
  }

  private List<Row> run(String sql, Object... values) {
    List<Row> rows = new ArrayList<>();
    database
        .pool()
        .preparedQuery(sql)
        .execute(Tuple.from(List.of(values)))
        .await()
        .forEach(rows::add);
    return rows;
  }

  private long count(String sql) {
    return run(sql).getFirst().getLong(0);
  }

  /// Of that many citizens something in every column, written before there were keys.
  private void fill(int many) {
    run(
        """
        with c as (
          insert into citizen (channel, address, created_at)
          select 'telegram', n, now() from generate_series(1, $1::int) n returning id),
        r as (
          insert into reminder (citizen_id, kind, wish, created_at)
          select id, 'vaccination', unsealed('{"nickname":"bé Mít Tố Nữ"}'), now() from c),
        v as (
          insert into conversation
          select id, unsealed('{"form":"bé Mít Tố Nữ"}'), now() from c),
        h as (
          insert into handout
          select sha256(id::text::bytea), id, 'a.json', 'application/json',
            unsealed('tệp của bé Mít Tố Nữ'), now() from c),
        p as (
          insert into profile (citizen_id, marks, updated_at)
          select id, array[unsealed('neighbourhood kp-1'), unsealed('group merit')], now() from c),
        o as (
          insert into officer (login, name, role, totp_secret, created_at)
          select 'officer' || id, 'x', 'writer', '\\x00' || 'secret'::bytea, now() from c
          returning id)
        insert into officer_session
          (token_hash, officer_id, stage, new_totp_secret, created_at, seen_at, expires_at)
        select sha256(id::text::bytea), id, 'password', '\\x00' || 'new secret'::bytea,
          now(), now(), now() from o""",
        many);
  }

  private String dump() {
    StringBuilder all = new StringBuilder();
    for (Column column : Column.values()) {
      run("select t::text from %s t".formatted(column.table))
          .forEach(row -> all.append(row.getString(0)).append('\n'));
    }
    return all.toString();
  }

  /// What opens by a vault: of each row, one line.
  private List<String> opened(Vault vault) {
    List<String> all = new ArrayList<>();
    for (Column column : Column.values()) {
      for (Row row :
          run("select %s, %s from %s".formatted(column.owner, column.column, column.table))) {
        all.add(
            column == Column.PROFILE_MARKS
                ? Stream.of(row.getArrayOfBuffers(1)).map(vault::openMark).toList().toString()
                : new String(
                    vault.open(column, row.getString(0), row.getBuffer(1)),
                    StandardCharsets.UTF_8));
      }
    }
    return all;
  }

  @Test
  void theFirstKeyIsMadeForItsOwnerAloneAndStaysTheSame() throws IOException {
    Buffer sealed = keys().open(true).seal(Column.REMINDER_WISH, 7, MARKER.getBytes());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThat(keys().open(true).open(Column.REMINDER_WISH, 7, sealed))
        .isEqualTo(MARKER.getBytes());
    assertThat(count("select count(*) from data_key")).isEqualTo(1);
  }

  @Test
  void aValueThatWasMovedDoesNotOpen() {
    Vault vault = keys().open(true);
    Buffer sealed = vault.seal(Column.REMINDER_WISH, 7, MARKER.getBytes());
    assertThat(vault.seal(Column.REMINDER_WISH, 7, MARKER.getBytes())).isNotEqualTo(sealed);
    assertThatThrownBy(() -> vault.open(Column.REMINDER_WISH, 8, sealed))
        .hasMessage("reminder.wish does not open");
    assertThatThrownBy(() -> vault.open(Column.CONVERSATION_STATE, 7, sealed))
        .hasMessage("conversation.state does not open");
    Buffer bent =
        sealed.copy().setByte(sealed.length() - 1, (byte) ~sealed.getByte(sealed.length() - 1));
    assertThatThrownBy(() -> vault.open(Column.REMINDER_WISH, 7, bent))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> vault.open(Column.REMINDER_WISH, 7, Buffer.buffer("\0" + MARKER)))
        .as("what is not sealed is not read")
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aLostFileIsAFaultAndNoNewKeyIsMade() throws IOException {
    keys().open(true);
    Files.delete(file.path());
    assertThatThrownBy(() -> keys().open(true))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("Không có tệp khóa", "không tự làm khóa mới");
    assertThat(file.path()).doesNotExist();
  }

  @Test
  void anotherOrABrokenFileIsAFault() throws IOException {
    keys().open(true);
    Files.delete(file.path());
    file.create();
    assertThatThrownBy(() -> keys().open(true))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("không phải tệp khóa của cơ sở dữ liệu này");
    Files.writeString(file.path(), "{\"aead\": 1}");
    assertThatThrownBy(() -> keys().open(true))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("đã hỏng");
    assertThatThrownBy(file::create).hasMessageContaining("không ghi đè");
  }

  @Test
  void aKeyIsNotMadeWhereItMayNotLast() {
    assertThatThrownBy(() -> keys().open(false))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("keys create");
    assertThat(count("select count(*) from data_key")).isZero();
  }

  @Test
  void twoNodesThatStartAtOnceMakeOneKeyAndSealEverythingOnce() {
    fill(1_300);
    assertThat(dump()).contains(hex(MARKER), hex("kp-1"), hex("new secret"));
    List<CompletableFuture<Vault>> nodes =
        IntStream.range(0, 2).mapToObj(_ -> CompletableFuture.supplyAsync(this::start)).toList();
    Vault vault = nodes.getFirst().join();
    nodes.getLast().join();
    assertThat(count("select count(*) from data_key")).isEqualTo(1);
    assertThat(dump()).doesNotContain(hex(MARKER), hex("kp-1"), hex("merit"), hex("secret"));
    assertThat(opened(vault))
        .hasSize(6 * 1_300)
        .contains("{\"nickname\":\"bé Mít Tố Nữ\"}", "[neighbourhood kp-1, group merit]", "secret");
    assertThat(new Resealing(database.pool(), vault).isUnsealed()).isFalse();
  }

  private Vault start() {
    Vault vault = keys().open(true);
    new Resealing(database.pool(), vault).sealFirst();
    return vault;
  }

  private static String hex(String text) {
    return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anOldKeyStillOpensAndANodeThatHasNotHeardOfTheNewOneReadsTheFileAgain() {
    Vault other = keys().open(true);
    Buffer old = other.seal(Column.REMINDER_WISH, 7, MARKER.getBytes());
    Buffer mark = other.mark("group merit");
    keys().rotate(NOBODY);
    Vault vault = keys().open(true);
    assertThat(vault.open(Column.REMINDER_WISH, 7, old)).isEqualTo(MARKER.getBytes());
    assertThat(vault.openMark(mark)).isEqualTo("group merit");
    assertThat(vault.mark("group merit")).isNotEqualTo(mark);
    assertThat(vault.marks("group merit")).contains(mark, vault.mark("group merit"));
    Buffer fresh = vault.seal(Column.REMINDER_WISH, 7, MARKER.getBytes());
    assertThat(other.open(Column.REMINDER_WISH, 7, fresh)).isEqualTo(MARKER.getBytes());
  }

  @Test
  void everythingIsSealedAnewAlsoWhenThatIsKilledAndOnlyThenTheOldKeyGoes() {
    fill(1_300);
    Vault vault = start();
    long old = vault.keys().primary();
    List<String> before = opened(vault);
    long fresh = keys().rotate(NOBODY);
    assertThatThrownBy(() -> keys().retire(old, NOBODY))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("còn dùng");
    assertThatThrownBy(() -> keys().retire(fresh, NOBODY))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("đang dùng để mã hóa");
    run(
        """
        create function die() returns trigger language plpgsql as $$
        begin
          perform pg_terminate_backend(pg_backend_pid());
          return new;
        end
        $$""");
    run(
        """
        create trigger die before update on reminder for each row
        when (new.id = 700) execute function die()""");
    Sealing sealing = new Sealing(database.pool(), keys(), vault);
    assertThatThrownBy(sealing::reseal).isInstanceOf(Exception.class);
    assertThat(count("select count(*) from reminder where wish_key = " + fresh)).isEqualTo(500);
    assertThat(opened(keys().open(true))).containsExactlyInAnyOrderElementsOf(before);
    run("drop trigger die on reminder");
    assertThat(sealing.reseal()).isEqualTo(6 * 1_300 - 500);
    assertThat(sealing.reseal()).isZero();
    keys().retire(old, NOBODY);
    assertThat(keys().list())
        .singleElement()
        .satisfies(line -> assertThat(line.rows()).isEqualTo(6 * 1_300));
    assertThat(opened(keys().open(true))).containsExactlyInAnyOrderElementsOf(before);
  }
}
