package vn.ansinh.reminder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.citizen.CitizenId;

class ReminderReportDbTest {
  private final Ward ward = new Ward("2026-11-23T09:00");
  private final DueReminders node = ward.node();

  @AfterEach
  void close() {
    ward.close();
  }

  private void tick(String local) {
    ward.now = Ward.moment(local);
    node.fireDue();
  }

  private ReminderReport report(String since, int most) {
    return ReminderReport.read(ward.database.pool(), Ward.moment(since), most).await();
  }

  @Test
  void whereNothingHappenedNothingIsReported() {
    ReminderReport report = report("2026-01-01T00:00", 10);
    assertThat(report.queued()).isZero();
    assertThat(report.missed()).isEmpty();
    assertThat(report.lost()).isEmpty();
    assertThat(report.doubtful()).isZero();
    assertThat(report.doubts()).isEmpty();
  }

  @Test
  void itCountsWhatWasQueuedAndNamesTheReasonsOfTheRest() {
    ward.card(ward.citizen("1"), "2026-12-31");
    CitizenId blocked = ward.citizen("2");
    ward.card(blocked, "2026-12-31");
    ward.card(ward.citizen("web", "w"), "2026-12-31");
    ward.run("update citizen set unreachable_at = now() where id = $1", blocked.value());
    tick("2026-12-01T08:00");
    ReminderReport report = report("2026-12-01T00:00", 10);
    assertThat(report.queued()).isEqualTo(1);
    assertThat(report.missed()).isEqualTo(Map.of(Missed.UNREACHABLE, 1L, Missed.CHANNEL, 1L));
    assertThat(report.lost())
        .extracting(ReminderReport.Lost::why)
        .containsExactly(Missed.UNREACHABLE, Missed.CHANNEL);
    assertThat(report.lost().getFirst().at()).isEqualTo(Ward.moment("2026-12-01T08:00"));
  }

  @Test
  void itBeginsAtItsMomentAndListsNoMoreThanAskedForButCountsAll() {
    for (int i = 0; i < 3; i++) {
      ward.card(ward.citizen("web", "w" + i), "2026-12-31");
    }
    tick("2026-12-01T08:00");
    assertThat(report("2026-12-01T08:00", 2).lost()).hasSize(2);
    assertThat(report("2026-12-01T08:00", 2).missed()).containsEntry(Missed.CHANNEL, 3L);
    assertThat(report("2026-12-01T08:01", 2).missed()).isEmpty();
  }

  @Test
  void aSendWithoutAnAnswerIsListedWhereverItStandsAndTheRepliesAreNot() {
    for (int i = 0; i < 4; i++) {
      ward.card(ward.citizen("c" + i), "2026-12-31");
    }
    tick("2026-12-01T08:00");
    ward.run(
        """
        update delivery set unknowns = n, state = case n when 1 then 'sent' else 'queued' end
        from (select id, row_number() over (order by id) - 1 as n from delivery) as numbered
        where numbered.id = delivery.id""");
    ward.run("update delivery set origin = 0 where unknowns = 3");
    ReminderReport report = report("2026-12-01T00:00", 1);
    assertThat(report.doubtful()).isEqualTo(2);
    assertThat(report.doubts()).extracting(ReminderReport.Doubt::unknowns).containsExactly(2);
    assertThat(report("2026-12-01T00:00", 10).doubts())
        .extracting(ReminderReport.Doubt::state)
        .containsExactly("queued", "sent");
  }

  @Test
  void whatMayHaveLeftWhenItsNodeDiedIsListedOnceItIsTooLate() {
    ward.card(ward.citizen("1"), "2026-12-31");
    tick("2026-12-01T08:00");
    ward.run("update delivery set begun = 1, leased_by = gen_random_uuid()");
    tick("2026-12-01T20:00");
    assertThat(report("2026-12-01T00:00", 10).doubts())
        .extracting(ReminderReport.Doubt::state, ReminderReport.Doubt::unknowns)
        .containsExactly(tuple("unknown", 1));
    assertThat(ward.deliveries()).isEqualTo(1);
  }
}
