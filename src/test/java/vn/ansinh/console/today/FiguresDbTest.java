package vn.ansinh.console.today;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.inbox.store.CasePages;

class FiguresDbTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-11-25");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-27");
  private static final Instant NOON = Instant.parse("2026-11-27T05:00:00Z");

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final Figures figures = new Figures(database.pool());

  @BeforeEach
  void fill() {
    run(
        """
        insert into citizen (channel, address, created_at, stopped_at, unreachable_at) values
          ('t', '1', now(), null, null), ('t', '2', now(), null, null),
          ('t', '3', now(), now(), null), ('t', '4', now(), null, now())""");
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private void run(String sql) {
    database.pool().query(sql).execute().await();
  }

  private List<Tally> days() {
    return figures.days(FIRST, TODAY).await();
  }

  @Test
  void everyDayIsThereAndItsEntriesAreAddedUp() {
    run(
        """
        insert into daily_figure (day, outcome, entitlement, questions) values
          ('2026-11-24', 'answered', 'a', 100), ('2026-11-25', 'answered', 'a', 5),
          ('2026-11-25', 'answered', 'b', 4), ('2026-11-27', 'refused', '', 1),
          ('2026-11-27', 'asked_back', 'b', 1)""");
    assertThat(days())
        .containsExactly(
            new Tally(FIRST, Map.of(Figure.ANSWERED, 9L)),
            new Tally(FIRST.plusDays(1), Map.of()),
            new Tally(TODAY, Map.of(Figure.REFUSED, 1L, Figure.ASKED_BACK, 1L)));
    Tally all = Tally.sum(days());
    assertThat(all.questions()).isEqualTo(11);
    assertThat(all.answeredShare()).isEqualTo(81);
    assertThat(new Tally(TODAY, Map.of()).answeredShare()).isZero();
    assertThat(figures.entries(FIRST).await())
        .containsExactly(Map.entry("a", 5L), Map.entry("b", 5L));
  }

  @Test
  void aDayBeginsAtMidnightInVietnam() {
    run(
        """
        insert into rating (citizen_id, entitlement, facet, helpful, rated_at) values
          (1, 'a', 'who', true, '2026-11-24T16:59:59Z'),
          (1, 'b', 'who', true, '2026-11-24T17:00:00Z'),
          (1, 'c', 'who', false, '2026-11-25T16:59:59Z'),
          (2, 'c', 'who', false, '2026-11-26T17:00:00Z')""");
    run(
        """
        insert into delivery (citizen_id, origin, message, state, due_at, created_at, settled_at)
        values
          (1, 0, '{}', 'sent', now(), now(), '2026-11-26T16:59:59Z'),
          (1, 0, '{}', 'sent', now(), now(), '2026-11-26T17:00:00Z'),
          (1, 1, '{}', 'unknown', now(), now(), '2026-11-27T04:00:00Z'),
          (1, 1, '{}', 'withdrawn', now(), now(), '2026-11-20T04:00:00Z'),
          (1, 1, '{}', 'queued', now(), now(), null)""");
    assertThat(days().stream().map(Tally::counts))
        .containsExactly(
            Map.of(Figure.HELPFUL, 1L, Figure.UNHELPFUL, 1L),
            Map.of(Figure.DELIVERY_SENT, 1L),
            Map.of(Figure.UNHELPFUL, 1L, Figure.DELIVERY_SENT, 1L, Figure.DELIVERY_UNKNOWN, 1L));
    assertThat(figures.queued().await()).isEqualTo(1);
  }

  @Test
  void everyOutcomeThatADeliveryCanHaveIsCounted() {
    String check =
        database
            .pool()
            .query(
                "select pg_get_constraintdef(oid) from pg_constraint"
                    + " where conname = 'delivery_state_check'")
            .execute()
            .await()
            .iterator()
            .next()
            .getString(0);
    List<Figure> outcomes =
        Pattern.compile("'(\\w+)'")
            .matcher(check)
            .results()
            .map(found -> found.group(1))
            .filter(state -> !state.equals("queued"))
            .map(state -> Figure.of("delivery_" + state))
            .toList();
    assertThat(outcomes)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Figure.values())
                .filter(each -> each.name().startsWith("DELIVERY_"))
                .toList());
  }

  @Test
  void whatBecameOfMessagesIsCountedOnceForDaysThatAreOver() {
    String sent =
        """
        insert into delivery (citizen_id, origin, message, state, due_at, created_at, settled_at)
        select 1, 1, '{}', 'sent', now(), now(), day::timestamptz
        from unnest(array['2026-11-25T04:00:00Z', '2026-11-26T04:00:00Z', '2026-11-27T04:00:00Z'])
          as d (day)""";
    run(sent);
    assertThat(sentByDay()).containsExactly(1L, 1L, 1L);
    run(sent);
    assertThat(sentByDay()).containsExactly(1L, 2L, 2L);
    assertThat(new Figures(database.pool()).days(FIRST, TODAY).await().getFirst())
        .isEqualTo(sent(2L));
    assertThat(figures.days(FIRST.minusDays(1), TODAY).await().get(1))
        .as("a longer stretch is counted anew")
        .isEqualTo(sent(2L));
  }

  private static Tally sent(long count) {
    Map<Figure, Long> sent = Map.of(Figure.DELIVERY_SENT, count);
    return new Tally(FIRST, sent, Map.of("t", sent));
  }

  @Test
  void whatBecameOfMessagesIsCountedByChannelToo() {
    run("insert into citizen (channel, address, created_at) values ('zalo', 'a', now())");
    run(
        """
        insert into delivery (citizen_id, origin, message, state, due_at, created_at, settled_at)
        select c.id, 1, '{}', state, now(), now(), day::timestamptz
        from citizen c, unnest(array['2026-11-26T04:00:00Z', '2026-11-27T04:00:00Z'],
          array['sent', 'refused']) as d (day, state)
        where c.channel = 'zalo' or c.id = 1 and d.state = 'sent'""");
    Tally all = Tally.sum(days());
    assertThat(all.channels()).containsOnlyKeys("t", "zalo");
    assertThat(all.of("zalo", Figure.DELIVERY_SENT)).isEqualTo(1);
    assertThat(all.lost("zalo")).isEqualTo(1);
    assertThat(all.lost("t")).isZero();
    assertThat(Tally.sum(days())).as("from memory").isEqualTo(all);
  }

  private long soon() {
    return figures
        .reminders(Instant.parse("2026-11-27T04:00:00Z"), Duration.ofHours(24))
        .await()
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  @Test
  void aReminderOfWhomTheOtherChatCanBeReachedIsCounted() {
    run(
        """
        insert into reminder (citizen_id, kind, benefit, wish, next_at, created_at)
        values (4, 'payment', 'merit', '\\x00', '2026-11-27T05:00Z', now())""");
    long before = soon();
    run(
        """
        insert into joined_chat (citizen_id, other_id, joined_at)
        values (4, 1, now()), (1, 4, now())""");
    assertThat(soon()).isEqualTo(before + 1);
    run("update citizen set unreachable_at = now() where id = 1");
    assertThat(soon()).isEqualTo(before);
  }

  private List<Long> sentByDay() {
    return days().stream().map(each -> each.of(Figure.DELIVERY_SENT)).toList();
  }

  @Test
  void broadcastsUnderWayAreCountedByState() {
    assertThat(figures.broadcasts().await()).isEmpty();
    run(
        "insert into officer (login, name, role, created_at) values ('lan', 'Lan', 'writer', now())");
    run(
        """
        insert into broadcast
          (title, body, fills, audience, state, version, created_at, recipients, scheduled_at)
        select state, 'x', '{}', '{}', state, 1, now(), 1,
          case when state = 'scheduled' then now() end
        from unnest(array['draft', 'submitted', 'running', 'running', 'scheduled', 'done']) as b (state)""");
    assertThat(figures.broadcasts().await())
        .containsExactly(
            Map.entry("running", 2L), Map.entry("scheduled", 1L), Map.entry("submitted", 1L));
    assertThat(figures.underWay(2).await())
        .containsExactly(
            new UnderWay(5, "scheduled", "scheduled"), new UnderWay(4, "running", "running"));
  }

  @Test
  void remindersOfTheNextHoursAreThoseThatWillReallyGoOut() {
    run(
        """
        insert into reminder (citizen_id, kind, benefit, wish, next_at, created_at)
        select citizen, kind, case kind when 'payment' then 'merit' end, '\\x00', at::timestamptz,
          now()
        from (values
          (1, 'payment', '2026-11-27T04:59:00Z'), (1, 'payment', '2026-11-28T04:59:59Z'),
          (2, 'payment', '2026-11-28T05:00:00Z'), (2, 'insurance', '2026-11-27T12:00:00Z'),
          (3, 'insurance', '2026-11-27T12:00:00Z'), (4, 'insurance', '2026-11-27T12:00:00Z'))
          as r (citizen, kind, at)""");
    assertThat(figures.reminders(NOON, Duration.ofHours(24)).await())
        .containsExactly(Map.entry("insurance", 1L), Map.entry("payment", 2L));
  }

  @Test
  void whatWaitsIsWhatNobodyHasDealtWith() {
    assertThat(figures.waiting(NOON.minus(Duration.ofDays(7))).await().isNothing()).isTrue();
    run(
        "insert into officer (login, name, role, created_at) values ('lan', 'Lan', 'writer', now())");
    run("insert into unanswered_question (question, asked_on) values ('a', now()), ('a', now())");
    run(
        """
        insert into unhelped_question (question, entitlement, facet, asked_on)
        values ('b', 'x', 'who', now())""");
    run(
        """
        insert into settled_question (source, question_id, officer_id, settled_at)
        values ('unanswered', 1, 1, now()), ('unhelped', 2, 1, now())""");
    run(
        """
        insert into reminder (citizen_id, kind, benefit, wish, created_at)
        values (1, 'payment', 'merit', '\\x00', now())""");
    run(
        """
        insert into reminder_message (reminder_id, due, lead, send_at, outcome, reason, decided_at)
        select 1, '2026-11-27', lead, now(), outcome, reason, at::timestamptz
        from (values
          ('a', 'missed', 'past', '2026-11-27T04:00:00Z'),
          ('b', 'missed', 'superseded', '2026-11-27T04:00:00Z'),
          ('c', 'missed', 'unreachable', '2026-11-19T04:00:00Z'),
          ('d', 'missed', 'stopped', '2026-11-27T04:00:00Z'),
          ('e', 'queued', null, '2026-11-27T04:00:00Z')) as m (lead, outcome, reason, at)""");
    assertThat(
            figures
                .waiting(NOON.minus(Duration.ofDays(7)))
                .await()
                .with(1, 3, new CasePages.Counts(2, 1)))
        .isEqualTo(new Waiting(1, 1, 1, 1, 3, 2, 1));
  }
}
