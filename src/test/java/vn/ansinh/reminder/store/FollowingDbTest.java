package vn.ansinh.reminder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.days.PaymentDays;
import vn.ansinh.knowledge.days.PaymentFile;
import vn.ansinh.knowledge.days.SessionDays;
import vn.ansinh.knowledge.file.ScheduleFiles;
import vn.ansinh.reminder.Wish;
import vn.ansinh.reminder.follow.Following;
import vn.ansinh.reminder.follow.Following.Followed;
import vn.ansinh.vaccination.Schedule;
import vn.ansinh.yaml.YamlDocument;
import vn.ansinh.yaml.YamlFault;
import vn.ansinh.yaml.YamlFields;

/// The allowance is paid on the fifth of each month; that of February is moved before Tết.
class FollowingDbTest {
  private static final Calendars FIFTH = paid("{rule: ngày 5 hằng tháng}");
  private static final Calendars MOVED =
      paid(
          "{rule: ngày 5 hằng tháng,"
              + " changes: [{day: 2027-02-05, to: 2027-02-02, source: phường}]}");

  private final Ward ward = new Ward("2027-01-10T12:00");

  static Calendars paid(String days) {
    Consumer<YamlFault> faults =
        fault -> {
          throw new AssertionError(fault);
        };
    String file =
        "allowance: {name: Trợ cấp, grade: A, source: phường, contact: ward, days: " + days + "}";
    Map<String, PaymentDays> payments =
        PaymentFile.read(
            YamlFields.of(YamlDocument.parse(file).root(), faults).entries(),
            Set.of("ward"),
            faults);
    return new Calendars(Schedule.EMPTY, SessionDays.NONE, payments, Calendars.NONE.working());
  }

  private Following node(Calendars calendars) {
    return node(calendars, QuietHours.USUAL);
  }

  /// A node that has just started.
  private Following node(Calendars calendars, QuietHours quiet) {
    Rules rules = Ward.rules(calendars);
    return new Following(
        ward.database.pool(),
        ward.node(rules),
        new Replanning(ward.database.pool(), () -> rules, ward.database.vault(), ward.clock()),
        () -> rules,
        quiet,
        ward.clock());
  }

  @BeforeEach
  void aSubscriber() {
    CitizenId lan = ward.citizen("1");
    ward.in(t -> ward.reminders.add(t, lan, new Wish.Payment("allowance"), ward.now));
  }

  @AfterEach
  void close() {
    ward.close();
  }

  @Test
  void theFirstNodeOfAllPlansAndTellsNobody() {
    assertThat(node(FIFTH).follow()).contains(new Followed(0, 1));
  }

  @Test
  void aChangeThatWasMadeWhileNoNodeRanIsToldOf() {
    node(FIFTH).follow();
    assertThat(node(MOVED).follow()).contains(new Followed(1, 1));
    assertThat(ward.made()).containsExactly("changed-2027-02-05 queued");
  }

  @Test
  void oneNodeDoesItForAllAndOnce() {
    Following first = node(FIFTH);
    first.follow();
    assertThat(first.follow()).isEmpty();
    assertThat(node(FIFTH).follow()).isEmpty();
    node(MOVED).follow();
    assertThat(node(MOVED).follow()).isEmpty();
    assertThat(ward.deliveries()).isEqualTo(1);
  }

  @Test
  void whatANodeLeftInTheMiddleTheNextOneFinishesAndTellsNobodyTwice() {
    node(FIFTH).follow();
    ward.run(
        "create function broken() returns trigger language plpgsql as $$ begin raise 'down'; end $$");
    ward.run(
        "create trigger broken before insert or update on followed_calendars"
            + " for each row execute function broken()");
    Following dying = node(MOVED);
    assertThatThrownBy(dying::follow).hasMessageContaining("down");
    ward.run("drop trigger broken on followed_calendars");
    assertThat(dying.follow()).contains(new Followed(0, 0));
    assertThat(node(MOVED).follow()).isEmpty();
    assertThat(ward.deliveries()).isEqualTo(1);
  }

  @Test
  void aDayThatBecameKnownInTheNightIsMissedWhenItMoves() {
    node(FIFTH).follow();
    ward.now = Ward.moment("2027-05-20T03:15");
    node(FIFTH).replan();
    ward.now = Ward.moment("2027-05-20T12:00");
    Calendars later =
        paid(
            "{rule: ngày 5 hằng tháng,"
                + " changes: [{day: 2027-06-05, to: 2027-06-04, source: phường}]}");
    assertThat(node(later).follow().orElseThrow().told()).isEqualTo(1);
  }

  @Test
  void otherQuietHoursMoveRemindersToo() {
    node(FIFTH).follow();
    ward.run("update reminder set next_at = next_at + interval '1 hour'");
    assertThat(node(FIFTH).follow()).isEmpty();
    QuietHours shorter = new QuietHours(LocalTime.of(8, 0), LocalTime.of(19, 30));
    assertThat(node(FIFTH, shorter).follow()).contains(new Followed(0, 1));
  }

  @Test
  void calendarsAreRecognisedInAnyProcess() {
    Calendars shipped =
        ScheduleFiles.calendars(
            Path.of("knowledge-base"),
            ward.clock(),
            faults -> {
              throw new AssertionError(faults);
            });
    assertThat(
            List.of(
                    QuietHours.USUAL,
                    shipped.payments(),
                    shipped.sessions(),
                    shipped.schedule().rules(),
                    shipped.working().holidays().in(2027))
                .toString())
        .doesNotContainPattern("@[0-9a-f]{5,}");
  }
}
