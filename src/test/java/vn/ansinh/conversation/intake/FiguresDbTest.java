package vn.ansinh.conversation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FiguresDbTest {
  private final OpenConversations open = new OpenConversations();

  @AfterEach
  void close() {
    open.close();
  }

  /// `day outcome entitlement questions`, the slots added up.
  private List<String> figures() {
    return StreamSupport.stream(
            open.database
                .pool()
                .query(
                    """
                    select concat_ws(' ', day, outcome, nullif(entitlement, ''), sum(questions))
                    from daily_figure group by day, outcome, entitlement
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
    assertThat(open.count("select sum(questions)::bigint from daily_figure")).isEqualTo(200);
    assertThat(open.count("select max(slot)::bigint from daily_figure")).isBetween(0L, 3L);
  }

  @Test
  void questionsOfProgramsAreCountedToo() {
    open.conversations.ask("hưu trí xã hội", LocalDate.parse("2026-11-23"), null).await();
    assertThat(open.count("select sum(questions)::bigint from daily_figure")).isEqualTo(1);
  }
}
