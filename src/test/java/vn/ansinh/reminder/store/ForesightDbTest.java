package vn.ansinh.reminder.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.reminder.Wish;
import vn.ansinh.reminder.follow.Following;
import vn.ansinh.reminder.follow.Foresight;
import vn.ansinh.reminder.follow.Foresight.Move;
import vn.ansinh.reminder.follow.Foresight.Seen;

/// What is foreseen is what [Following] then does.
class ForesightDbTest {
  private static final Calendars FIFTH = FollowingDbTest.paid("{rule: ngày 5 hằng tháng}");
  private static final Calendars MOVED =
      FollowingDbTest.paid(
          "{rule: ngày 5 hằng tháng,"
              + " changes: [{day: 2027-02-05, to: 2027-02-02, source: phường}]}");

  private final Ward ward = new Ward("2027-01-10T12:00");

  @BeforeEach
  void subscribers() {
    for (String address : new String[] {"1", "2", "stopped", "unreachable"}) {
      wish(ward.citizen(address));
    }
    wish(ward.citizen("web", "3"));
    ward.card(ward.citizen("4"), "2027-03-01");
    ward.run("update citizen set stopped_at = now() where address = 'stopped'");
    ward.run("update citizen set unreachable_at = now() where address = 'unreachable'");
    following(FIFTH).follow();
  }

  private void wish(CitizenId citizen) {
    ward.in(t -> ward.reminders.add(t, citizen, new Wish.Payment("allowance"), ward.now));
  }

  @AfterEach
  void close() {
    ward.close();
  }

  private Following following(Calendars calendars) {
    Rules rules = Ward.rules(calendars);
    return new Following(
        ward.database.pool(),
        ward.node(rules),
        new Replanning(ward.database.pool(), () -> rules, ward.database.vault(), ward.clock()),
        () -> rules,
        QuietHours.USUAL,
        ward.clock());
  }

  private Seen seen(Calendars now, Calendars after) {
    return new Foresight(
            ward.database.pool(),
            Set.of("telegram"),
            QuietHours.USUAL,
            ward.database.vault(),
            ward.clock())
        .of(Ward.rules(now), after);
  }

  @Test
  void remindersThatMoveAndMessagesThatGoOutAtOnceAreCounted() {
    Seen seen = seen(FIFTH, MOVED);
    assertThat(seen.moves())
        .isEqualTo(
            Map.of(
                new Move(
                    Wish.Kind.PAYMENT,
                    "allowance",
                    LocalDate.of(2027, 2, 4),
                    LocalDate.of(2027, 2, 1)),
                2L));
    assertThat(seen.looked()).isEqualTo(2);
    assertThat(seen.messages()).isEqualTo(2);
    assertThat(seen.atOnce().getFirst().send()).isEqualTo(ward.now);
    assertThat(following(MOVED).follow().orElseThrow().told()).isEqualTo(2);
  }

  @Test
  void lookingAheadChangesNothing() {
    seen(FIFTH, MOVED);
    assertThat(ward.deliveries()).isZero();
    assertThat(following(FIFTH).follow()).isEmpty();
  }

  @Test
  void theSameCalendarsMoveNothing() {
    Seen seen = seen(FIFTH, FIFTH);
    assertThat(seen.moved()).isZero();
    assertThat(seen.atOnce()).isEmpty();
  }

  /// A child who cannot be planned stands for all those who need not be.
  @Test
  void childrenAreCountedAndNotPlannedAnewForADayOfPayment() {
    ward.run(
        """
        insert into reminder (citizen_id, kind, wish, created_at)
        select id, 'vaccination', unsealed('{"kind": "vaccination"}'), now() from citizen where address = '4'""");
    Seen seen = seen(FIFTH, MOVED);
    assertThat(seen.moved()).isEqualTo(2);
    assertThat(seen.looked()).isEqualTo(3);
  }

  @Test
  void aDayThatFallsAwayLeavesNoNextOne() {
    Seen seen = seen(FIFTH, FollowingDbTest.paid("{dates: [2026-12-05]}"));
    assertThat(seen.moves().keySet())
        .containsExactly(new Move(Wish.Kind.PAYMENT, "allowance", LocalDate.of(2027, 2, 4), null));
  }

  @Test
  void whoeverWasToldOfAChangeIsNotToldOfItAgain() {
    following(MOVED).follow();
    following(FIFTH).follow();
    assertThat(seen(FIFTH, MOVED).messages()).isZero();
    assertThat(following(MOVED).follow().orElseThrow().told()).isZero();
  }

  @Test
  void inQuietHoursTheMessagesWaitForTheMorning() {
    ward.now = Ward.moment("2027-01-10T23:00");
    assertThat(seen(FIFTH, MOVED).atOnce().getFirst().send())
        .isEqualTo(Ward.moment("2027-01-11T08:00"));
  }
}
