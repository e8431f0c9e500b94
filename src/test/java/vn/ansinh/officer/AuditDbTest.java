package vn.ansinh.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.db.TestDatabase;

class AuditDbTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-27T03:00:00.123456789Z"), ZoneOffset.UTC);

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final Audit audit = new Audit(CLOCK);

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private Future<Long> record(String act) {
    return database
        .pool()
        .withTransaction(
            transaction ->
                audit.record(
                    transaction, new Actor.CommandLine(), act, "x", new JsonObject().put("a", 1)));
  }

  private List<Row> rows(String sql) {
    List<Row> rows = new ArrayList<>();
    database.pool().query(sql).execute().await().forEach(rows::add);
    return rows;
  }

  @Test
  void writersAtTheSameTimeMakeOneChainWithoutGaps() {
    Future.join(IntStream.range(0, 40).mapToObj(each -> record("act " + each)).toList()).await();
    byte[] previous = Entry.BEGINNING;
    long number = 0;
    for (Row row : rows("select number, at, act, hash from audit order by number")) {
      number++;
      assertThat(row.getLong(0)).isEqualTo(number);
      Entry entry =
          new Entry(
              number,
              row.getOffsetDateTime(1).toInstant(),
              "command-line",
              null,
              row.getString(2),
              "x",
              "{\"a\":1}");
      assertThat(row.getBuffer(3).getBytes()).isEqualTo(entry.hash(previous));
      previous = row.getBuffer(3).getBytes();
    }
    assertThat(number).isEqualTo(40);
  }

  @Test
  void whatWasNotCommittedIsNotInTheLog() {
    record("first").await();
    assertThatThrownBy(
            () ->
                database
                    .pool()
                    .withTransaction(
                        transaction ->
                            audit
                                .record(
                                    transaction,
                                    new Actor.Stranger(),
                                    "undone",
                                    "",
                                    new JsonObject())
                                .compose(_ -> Future.failedFuture("broken")))
                    .await())
        .hasMessageContaining("broken");
    assertThat(record("second").await()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit set act = 'other'",
        "delete from audit",
        "truncate audit",
        "delete from audit_end",
        "update audit_end set number = 0",
        "insert into audit values (7, now(), 'stranger', null, 'a', '', '{}', '')"
      })
  void theLogIsOnlyAddedTo(String sql) {
    record("first").await();
    assertThatThrownBy(() -> database.pool().query(sql).execute().await())
        .hasMessageContaining("audit log");
    assertThat(rows("select 1 from audit where act = 'first'")).hasSize(1);
  }
}
