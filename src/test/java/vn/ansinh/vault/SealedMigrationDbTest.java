package vn.ansinh.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.db.TestDatabase;

/// What the release before there were keys has left is there afterwards, sealed.
class SealedMigrationDbTest {
  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.at(vertx, "19");

  @BeforeEach
  void fill() {
    run(
        """
        insert into citizen (channel, address, created_at)
        values ('telegram', '1', now()), ('telegram', '2', now())""");
    run(
        """
        insert into reminder (citizen_id, wish, created_at) values
          (1, '{"kind": "vaccination", "nickname": "bé Mít", "born": "2026-09-03", "given": []}', now()),
          (2, '{"kind": "payment", "benefit": "merit"}', now())""");
    run(
        """
        insert into conversation values
          (1, '{"form": {"nickname": "bé Mít"}}', now()), (2, '{}', now())""");
    run(
        """
        insert into profile values
          (1, 'kp-1', '{merit,parents}', '{health}', now()), (2, null, '{}', '{}', now())""");
    run("insert into handout values ('a', 1, 'a.ics', 'text/calendar', 'lịch của bé Mít', now())");
    run(
        """
        insert into officer (login, name, role, totp_secret, created_at)
        values ('lan', 'Lan', 'writer', 'bí mật', now())""");
    database.migrate();
    database.seal();
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private void run(String sql) {
    database.pool().query(sql).execute().await();
  }

  private Row row(String sql) {
    return database.pool().query(sql).execute().await().iterator().next();
  }

  private JsonObject json(Column column, String sql) {
    return database.vault().json(column, 1, row(sql).getBuffer(0));
  }

  @Test
  void everyValueIsTheSameAsBeforeAndWhatIsAskedForStaysOpen() {
    assertThat(json(Column.REMINDER_WISH, "select wish from reminder where id = 1"))
        .isEqualTo(
            new JsonObject(
                """
                {"kind": "vaccination", "nickname": "bé Mít", "born": "2026-09-03", "given": []}"""));
    assertThat(row("select kind, benefit from reminder where id = 2").toJson())
        .isEqualTo(JsonObject.of("kind", "payment", "benefit", "merit"));
    assertThat(
            json(Column.CONVERSATION_STATE, "select state from conversation where citizen_id = 1"))
        .isEqualTo(new JsonObject("{\"form\": {\"nickname\": \"bé Mít\"}}"));
    assertThat(row("select state from conversation where citizen_id = 2").getBuffer(0)).isNull();
    Buffer[] marks = row("select marks from profile").getArrayOfBuffers(0);
    assertThat(Arrays.stream(marks).map(database.vault()::openMark))
        .containsExactly("neighbourhood kp-1", "group merit", "group parents", "topic health");
    assertThat(row("select count(*) from profile").getLong(0)).isEqualTo(1);
    assertThat(
            database
                .vault()
                .open(Column.HANDOUT_CONTENT, 1, row("select content from handout").getBuffer(0)))
        .isEqualTo("lịch của bé Mít".getBytes());
    assertThat(
            database
                .vault()
                .open(Column.OFFICER_TOTP, 1, row("select totp_secret from officer").getBuffer(0)))
        .isEqualTo("bí mật".getBytes());
  }

  @Test
  void nothingOfItStandsOpen() {
    for (Column column : Column.values()) {
      Row all =
          row("select coalesce(string_agg(t::text, ' '), '') from %s t".formatted(column.table));
      assertThat(all.getString(0))
          .doesNotContain("Mít", HexFormat.of().formatHex("Mít".getBytes()))
          .doesNotContain(HexFormat.of().formatHex("bí mật".getBytes()))
          .doesNotContain(HexFormat.of().formatHex("parents".getBytes()));
    }
  }
}
