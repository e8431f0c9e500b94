package vn.ansinh.officer.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.OfficerId;
import vn.ansinh.officer.log.AuditPages.Line;
import vn.ansinh.officer.log.AuditPages.Wanted;

class AuditPagesDbTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-27T03:00:00Z"), ZoneOffset.UTC);
  private static final Actor LAN = new Actor.Member(new OfficerId(1));

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final AuditPages pages = new AuditPages(database.pool());

  @BeforeEach
  void fill() {
    database
        .pool()
        .query(
            """
            insert into officer (login, name, role, created_at)
            values ('lan', 'Lan', 'writer', now()), ('mai', 'Mai', 'reader', now())""")
        .execute()
        .await();
    for (int i = 0; i < 3; i++) {
      record(LAN, "broadcast.approve", "broadcast " + i);
      record(new Actor.CommandLine(), "officer.reset", "officer 2");
      record(new Actor.Stranger(), "session.refused", "");
    }
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private void record(Actor actor, String act, String object) {
    database
        .pool()
        .withTransaction(
            transaction ->
                new Audit(CLOCK)
                    .record(transaction, actor, act, object, new JsonObject().put("how", "x")))
        .await();
  }

  private List<Long> numbers(String officer, String act, @Nullable Long before, int size) {
    return pages.read(new Wanted(officer, act, before), size).await().stream()
        .map(line -> line.entry().number())
        .toList();
  }

  @Test
  void theNewestComesFirstAndOneMoreTellsThatAPageFollows() {
    assertThat(numbers("", "", null, 4)).containsExactly(9L, 8L, 7L, 6L, 5L);
    assertThat(numbers("", "", 6L, 9)).containsExactly(5L, 4L, 3L, 2L, 1L);
    assertThat(numbers("", "", 1L, 9)).isEmpty();
  }

  @Test
  void whoAndWhatCanBeChosen() {
    assertThat(numbers("lan", "", null, 9)).containsExactly(7L, 4L, 1L);
    assertThat(numbers("lan", "officer.reset", null, 9)).isEmpty();
    assertThat(numbers("", "officer.reset", 8L, 9)).containsExactly(5L, 2L);
    assertThat(numbers("mai", "", null, 9)).isEmpty();
    assertThat(numbers("nobody", "", null, 9)).isEmpty();
    assertThat(pages.acts().await())
        .containsExactly("broadcast.approve", "officer.reset", "session.refused");
  }

  @Test
  void officersAreShownByTheirLogin() {
    List<Line> lines = pages.read(new Wanted("", "", null), 3).await();
    assertThat(lines).extracting(Line::officer).startsWith(null, null, "lan");
    assertThat(lines).extracting(Line::object).startsWith("", "mai", "broadcast 2");
    assertThat(lines.getFirst().details()).containsEntry("how", "x");
  }
}
