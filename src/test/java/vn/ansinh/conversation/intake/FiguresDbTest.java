package vn.ansinh.conversation.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FiguresDbTest {
  private final OpenConversations open = new OpenConversations();

  @AfterEach
  void close() {
    open.close();
  }

  /// Stops what writes: what was counted until now is written.
  private void write() {
    open.conversations.writeFigures(open.vertx).run();
  }

  /// `day outcome entitlement questions`
  private List<String> figures() {
    write();
    return StreamSupport.stream(
            open.database
                .pool()
                .query(
                    """
                    select concat_ws(' ', day, outcome, nullif(entitlement, ''), questions)
                    from daily_figure
                    order by day, outcome, entitlement""")
                .execute()
                .await()
                .spliterator(),
            false)
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void questionsAreCountedByWhatBecameOfThemAndNothingElseIs() {
    LocalDate today = LocalDate.ofInstant(open.clock.now, vn.ansinh.calendar.VietnamTime.ZONE);
    open.text("a", "1", "hưu trí xã hội").await();
    open.text("b", "2", "hưu trí xã hội").await();
    open.text("b", "3", "xyzzy plugh quux").await();
    open.text("b", "4", "chào").await();
    open.text("b", "2", "hưu trí xã hội").await();
    assertThat(figures())
        .containsExactly(today + " answered sp-social-pension 2", today + " refused 1");
    open.clock.now = open.clock.now.plus(Duration.ofDays(1));
    open.text("a", "5", "hưu trí xã hội").await();
    assertThat(figures()).hasSize(3).contains(today.plusDays(1) + " answered sp-social-pension 1");
  }

  @Test
  void manyAtOnceAreAllCounted() {
    Future.all(
            IntStream.range(0, 200)
                .mapToObj(
                    each ->
                        open.text(
                            "chat" + each,
                            "k" + each,
                            each % 2 == 0 ? "hưu trí xã hội" : "mai táng phí"))
                .toList())
        .await();
    write();
    assertThat(open.count("select sum(questions)::bigint from daily_figure")).isEqualTo(200);
  }

  @Test
  void theyAreWrittenWithoutBeingAskedFor() {
    Runnable stop = open.conversations.writeFigures(open.vertx);
    open.text("a", "1", "hưu trí xã hội").await();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> open.count("select count(*) from daily_figure") == 1);
    stop.run();
  }

  @Test
  void whatCouldNotBeWrittenIsWrittenLater() {
    open.text("a", "1", "hưu trí xã hội").await();
    open.database.pool().query("alter table daily_figure rename to away").execute().await();
    assertThatThrownBy(this::write).hasMessageContaining("daily_figure");
    open.database.pool().query("alter table away rename to daily_figure").execute().await();
    open.text("a", "2", "hưu trí xã hội").await();
    write();
    assertThat(open.count("select sum(questions)::bigint from daily_figure")).isEqualTo(2);
  }

  @Test
  void questionsOfProgramsAreCountedToo() {
    open.conversations.ask("hưu trí xã hội", LocalDate.parse("2026-11-23"), null).await();
    write();
    assertThat(open.count("select sum(questions)::bigint from daily_figure")).isEqualTo(1);
  }
}
