package vn.ansinh.reminder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.citizen.PersonalData;
import vn.ansinh.reminder.ReminderId;

/// A card that ends on 31/12/2026 is told of on 01/12, 24/12, 30/12 and 31/12 at eight in the
/// morning, and on 01/03 and 21/03/2027.
class DueRemindersDbTest {
  private final Ward ward = new Ward("2026-11-23T09:00");
  private final DueReminders node = ward.node();

  @AfterEach
  void close() {
    ward.close();
  }

  private DueReminders.Tick tick(String local) {
    ward.now = Ward.moment(local);
    return node.fireDue();
  }

  /// What was queued so far has left.
  private void sent() {
    ward.run("update delivery set state = 'sent'");
  }

  private CitizenId lan() {
    CitizenId lan = ward.citizen("1");
    ward.card(lan, "2026-12-31");
    return lan;
  }

  @Test
  void aMessageGoesIntoTheOutboxAtItsMinuteAndNotBefore() {
    lan();
    assertThat(tick("2026-12-01T07:59")).isEqualTo(new DueReminders.Tick(0, 0, 0));
    assertThat(tick("2026-12-01T08:00")).isEqualTo(new DueReminders.Tick(1, 1, 0));
    assertThat(ward.made()).containsExactly("30-before queued");
    assertThat(
            ward.one(
                """
                select count(*) from delivery d join reminder_message m on m.delivery_id = d.id
                where origin = 1 and state = 'queued' and leased_by is null"""))
        .isEqualTo(1);
    assertThat(
            ward.one("select count(*) from reminder where next_at = $1", utc("2026-12-24T08:00")))
        .isEqualTo(1);
  }

  private static OffsetDateTime utc(String local) {
    return Ward.moment(local).atOffset(ZoneOffset.UTC);
  }

  @Test
  void aSecondTickOfTheSameMinuteAddsNothing() {
    lan();
    tick("2026-12-01T08:00");
    assertThat(tick("2026-12-01T08:00").queued()).isZero();
    assertThat(ward.deliveries()).isEqualTo(1);
  }

  @Test
  void aReminderThatIsDueOnceMoreByMistakeAddsNothing() {
    lan();
    tick("2026-12-01T08:00");
    ward.run("update reminder set next_at = $1", utc("2026-12-01T08:00"));
    assertThat(tick("2026-12-01T08:01")).isEqualTo(new DueReminders.Tick(1, 0, 0));
    assertThat(ward.deliveries()).isEqualTo(1);
  }

  @Test
  void twoNodesThatFireAtOnceShareTheWork() {
    for (int i = 0; i < 3_000; i++) {
      ward.card(ward.citizen("c" + i), "2026-12-31");
    }
    ward.now = Ward.moment("2026-12-01T08:00");
    List<CompletableFuture<DueReminders.Tick>> both =
        Stream.of(node, ward.node())
            .map(each -> CompletableFuture.supplyAsync(each::fireDue))
            .toList();
    assertThat(both.stream().mapToInt(each -> each.join().queued()).sum()).isEqualTo(3_000);
    assertThat(ward.deliveries()).isEqualTo(3_000);
    assertThat(ward.one("select count(distinct citizen_id) from delivery")).isEqualTo(3_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reminder_message", "delivery", "reminder"})
  void whateverStatementBreaksNothingHasHappenedAndTheNextTickDoesIt(String table) {
    lan();
    ward.run(
        "create function broken() returns trigger language plpgsql as $$ begin raise 'down'; end $$");
    ward.run(
        "create trigger broken before insert or update on "
            + table
            + " for each row execute function broken()");
    assertThatThrownBy(() -> tick("2026-12-01T08:00")).hasMessageContaining("down");
    assertThat(ward.made()).isEmpty();
    assertThat(ward.deliveries()).isZero();

    ward.run("drop trigger broken on " + table);
    assertThat(tick("2026-12-01T08:01").queued()).isEqualTo(1);
    assertThat(ward.deliveries()).isEqualTo(1);
  }

  @Test
  void whatBreaksWhileARepetitionIsTakenOutOfTheQueueLeavesNothingInIt() {
    lan();
    tick("2026-12-01T08:00");
    ward.run("update reminder set next_at = $1", utc("2026-12-01T08:00"));
    ward.run(
        "create function broken() returns trigger language plpgsql as $$ begin raise 'down'; end $$");
    ward.run(
        "create trigger broken before delete on delivery for each row execute function broken()");
    assertThatThrownBy(() -> tick("2026-12-01T08:01")).hasMessageContaining("down");
    assertThat(ward.deliveries()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-12-01T08:01", "2026-12-01T09:00", "2026-12-02T08:00"})
  void afterAMinuteAnHourOrADayOfDownTimeItIsSentLate(String back) {
    lan();
    assertThat(tick(back).queued()).isEqualTo(1);
    assertThat(ward.made()).containsExactly("30-before queued");
  }

  @Test
  void afterADayOfDownTimeOnlyTheLastMessageAboutADayIsSent() {
    lan();
    tick("2026-12-24T08:00");
    sent();
    assertThat(tick("2026-12-31T08:30")).isEqualTo(new DueReminders.Tick(1, 1, 1));
    assertThat(ward.made())
        .containsExactly(
            "30-before missed superseded",
            "7-before queued",
            "1-before missed superseded",
            "on-day queued");
  }

  @Test
  void whatIsPointlessIsNotSentLateButNamed() {
    lan();
    tick("2026-12-30T08:00");
    sent();
    assertThat(tick("2027-01-01T00:00")).isEqualTo(new DueReminders.Tick(1, 0, 1));
    assertThat(ward.made().getLast()).isEqualTo("on-day missed past");
    ReminderReport report =
        ReminderReport.read(ward.database.pool(), Ward.moment("2026-12-31T00:00"), 10).await();
    assertThat(report.missed()).containsEntry(Missed.PAST, 1L);
    assertThat(report.lost()).extracting(ReminderReport.Lost::lead).containsExactly("on-day");
  }

  @Test
  void whatIsLateInTheNightWaitsForTheMorningUnlessTheDayIsOverByThen() {
    lan();
    tick("2026-12-01T23:00");
    assertThat(ward.made()).containsExactly("30-before queued");
    assertThat(ward.one("select count(*) from delivery where due_at = $1", utc("2026-12-02T08:00")))
        .isEqualTo(1);
    tick("2026-12-30T12:00");
    tick("2026-12-31T21:00");
    assertThat(ward.made().getLast()).isEqualTo("on-day missed past");
  }

  @Test
  void aClockThatStepsAnHourForthAndBackChangesNothing() {
    lan();
    tick("2026-12-01T07:30");
    assertThat(tick("2026-12-01T08:30").queued()).isEqualTo(1);
    assertThat(tick("2026-12-01T07:31").reminders()).isZero();
    assertThat(tick("2026-12-01T08:00").reminders()).isZero();
    sent();
    assertThat(tick("2026-12-24T09:00").queued()).isEqualTo(1);
    assertThat(tick("2026-12-24T08:00").reminders()).isZero();
    assertThat(ward.deliveries()).isEqualTo(2);
  }

  @Test
  void whoCannotBeReachedOrWantsSilenceGetsNothingAndGoesOnWhenTheyAreBack() {
    CitizenId lan = lan();
    ward.run("update citizen set unreachable_at = now()");
    tick("2026-12-01T08:00");
    ward.run("update citizen set unreachable_at = null");
    ward.in(transaction -> new PersonalData().stop(transaction, lan, ward.now));
    tick("2026-12-24T08:00");
    assertThat(ward.deliveries()).isZero();
    ward.in(transaction -> new PersonalData().resume(transaction, lan));
    tick("2026-12-30T08:00");
    assertThat(ward.made())
        .containsExactly(
            "30-before missed unreachable", "7-before missed stopped", "1-before queued");
  }

  @Test
  void aChannelThatMayOnlyAnswerIsNotWrittenTo() {
    ward.card(ward.citizen("web", "w"), "2026-12-31");
    tick("2026-12-01T08:00");
    assertThat(ward.made()).containsExactly("30-before missed channel");
  }

  @Test
  void askingForSilenceWithdrawsWhatIsQueuedButNotAnswers() {
    CitizenId lan = lan();
    tick("2026-12-01T08:00");
    ward.run(
        """
        insert into delivery (citizen_id, origin, message, state, due_at, created_at)
        values ($1, 0, '{}', 'queued', now(), now())""",
        lan.value());
    ward.in(transaction -> new PersonalData().stop(transaction, lan, ward.now));
    assertThat(ward.one("select count(*) from delivery where state = 'withdrawn' and origin = 1"))
        .isEqualTo(1);
    assertThat(ward.one("select count(*) from delivery where state = 'queued' and origin = 0"))
        .isEqualTo(1);
  }

  @Test
  void whatWaitedTooLongInTheOutboxIsPlannedAnewForTheNextMorning() {
    lan();
    tick("2026-12-01T08:00");
    tick("2026-12-01T20:00");
    assertThat(ward.deliveries()).isEqualTo(1);
    assertThat(ward.one("select count(*) from delivery where due_at = $1", utc("2026-12-02T08:00")))
        .isEqualTo(1);
    assertThat(ward.made()).containsExactly("30-before queued");
  }

  @Test
  void whatMayHaveArrivedIsNotPlannedAnewButListed() {
    lan();
    tick("2026-12-01T08:00");
    ward.run("update delivery set unknowns = 1");
    tick("2026-12-01T20:00");
    ReminderReport report =
        ReminderReport.read(ward.database.pool(), Ward.moment("2026-12-01T00:00"), 10).await();
    assertThat(report.doubtful()).isEqualTo(1);
    assertThat(report.doubts()).extracting(ReminderReport.Doubt::state).containsExactly("unknown");
    assertThat(ward.deliveries()).isEqualTo(1);
  }

  @Test
  void whatALivingNodeHasInHandIsLeftToIt() {
    lan();
    tick("2026-12-01T08:00");
    ward.run("insert into node values (gen_random_uuid(), now() + interval '1 minute')");
    ward.run("update delivery set leased_by = (select id from node)");
    assertThat(tick("2026-12-01T20:00").reminders()).isZero();
    ward.run("update node set alive_until = now()");
    assertThat(tick("2026-12-01T20:01").queued()).isEqualTo(1);
  }

  @Test
  void aCancelledReminderSendsNothingAnyMore() {
    CitizenId lan = ward.citizen("1");
    ReminderId id = ward.card(lan, "2026-12-31");
    tick("2026-12-01T08:00");
    boolean ended = ward.in(transaction -> ward.reminders.end(transaction, id, lan, ward.now));
    assertThat(ended).isTrue();
    assertThat(ward.deliveries()).isZero();
    assertThat(tick("2026-12-24T08:00").reminders()).isZero();
  }

  @Test
  void whatTakesMoreThanOneBatchIsDoneInOneTickEvenWhenSomeCannotBePlanned() {
    for (int i = 0; i < 2_100; i++) {
      ward.card(ward.citizen("c" + i), "2026-12-31");
    }
    ward.run("update reminder set wish = wish || '\\x00' where id % 700 = 0");
    ward.now = Ward.moment("2026-12-01T08:00").plus(Duration.ofMinutes(1));
    assertThat(node.fireDue().queued()).isEqualTo(2_097);
    assertThat(ward.deliveries()).isEqualTo(2_097);
  }
}
