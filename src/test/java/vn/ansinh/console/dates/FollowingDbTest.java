package vn.ansinh.console.dates;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.console.dates.Following.Count;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.reminder.Wish;

class FollowingDbTest {
  private static final Instant END = Instant.parse("2026-12-27T05:00:00Z");

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);

  @BeforeEach
  void fill() {
    run(
        """
        insert into citizen (channel, address, created_at, stopped_at, unreachable_at) values
          ('t', '1', now(), null, null), ('t', '2', now(), now(), null),
          ('t', '3', now(), null, now())""");
    run(
        """
        insert into reminder (citizen_id, kind, benefit, wish, next_at, created_at)
        select citizen, wish::jsonb ->> 'kind', wish::jsonb ->> 'benefit', unsealed(wish),
          at::timestamptz, now() from (values
          (1, '{"kind": "payment", "benefit": "merit"}', '2026-12-27T04:59:59Z'),
          (1, '{"kind": "payment", "benefit": "merit"}', '2026-12-27T05:00:00Z'),
          (1, '{"kind": "payment", "benefit": "pension-cash"}', '2026-12-01T00:00:00Z'),
          (1, '{"kind": "insurance"}', '2026-12-01T00:00:00Z'),
          (1, '{"kind": "insurance"}', null),
          (2, '{"kind": "vaccination"}', '2026-12-01T00:00:00Z'),
          (3, '{"kind": "vaccination"}', '2026-12-01T00:00:00Z')) as r (citizen, wish, at)""");
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private void run(String sql) {
    database.pool().query(sql).execute().await();
  }

  @Test
  void remindersThatWillGoOutAreCountedByKindAndBenefit() {
    List<Count> counts = new Following(database.pool()).before(END).await();
    assertThat(counts)
        .containsExactly(
            new Count("insurance", "", 1),
            new Count("payment", "merit", 1),
            new Count("payment", "pension-cash", 1));
    assertThat(Following.of(counts, Wish.Kind.PAYMENT)).isEqualTo(2);
    assertThat(Following.of(counts, Wish.Kind.VACCINATION)).isZero();
    assertThat(Following.ofBenefit(counts, "merit")).isEqualTo(1);
    assertThat(Following.ofBenefit(counts, "pension-account")).isZero();
  }
}
