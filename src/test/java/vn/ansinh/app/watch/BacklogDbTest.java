package vn.ansinh.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.db.RowsRead;
import vn.ansinh.db.TestDatabase;

class BacklogDbTest {
  private static final int ANNOUNCED = 2_000;
  private static final Clock TEN =
      Clock.fixed(Instant.parse("2026-12-01T03:00:00Z"), VietnamTime.ZONE);

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final MeterRegistry meters = new SimpleMeterRegistry();

  /// A broadcast from half past nine, a reminder from a quarter to ten, a reply from five to.
  @BeforeEach
  void queue() {
    run(
        "insert into citizen (channel, address, created_at)"
            + " select 'telegram', n, now() from generate_series(1, %d) n".formatted(ANNOUNCED));
    run(
        """
        insert into broadcast (title, body, fills, audience, state, version, created_at, recipients)
        values ('a', 'b', '{}', '{"everyone": true}', 'running', 1, now(), 0)""");
    delivery(2, "02:30", "1", "true");
    delivery(1, "02:45", "null", "id = 1");
    delivery(0, "02:55", "null", "id = 2");
    run("analyze");
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private void delivery(int origin, String due, String broadcast, String whose) {
    run(
        """
        insert into delivery (citizen_id, origin, message, state, due_at, created_at, broadcast_id)
        select id, %d, '{}', 'queued', '2026-12-01T%sZ', now(), %s from citizen where %s order by id"""
            .formatted(origin, due, broadcast, whose));
  }

  private void run(String sql) {
    database.pool().query(sql).execute().await();
  }

  private double gauge(String name, String origin) {
    return meters.get(name).tag("origin", origin).gauge().value();
  }

  @Test
  void whatWaitsIsCountedByItsOriginAndTheOldestTold() {
    new Backlog(database.pool(), meters, TEN).look().await();
    assertThat(gauge("ansinh.queue.messages", "broadcast")).isEqualTo(ANNOUNCED);
    assertThat(gauge("ansinh.queue.messages", "reminder")).isEqualTo(1);
    assertThat(gauge("ansinh.queue.messages", "reply")).isEqualTo(1);
    assertThat(gauge("ansinh.queue.oldest.seconds", "broadcast")).isEqualTo(30 * 60);
    assertThat(gauge("ansinh.queue.oldest.seconds", "reminder")).isEqualTo(15 * 60);
    assertThat(gauge("ansinh.queue.oldest.seconds", "reply")).isEqualTo(5 * 60);
  }

  @Test
  void aLargeBroadcastIsReadOnceToBeCountedAndNotForWhatElseWaits() {
    long read =
        RowsRead.of(
            vertx, database, "delivery", pool -> new Backlog(pool, meters, TEN).look().await());
    assertThat(read).isBetween((long) ANNOUNCED, ANNOUNCED + 100L);
  }
}
