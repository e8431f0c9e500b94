package vn.ansinh.reminder.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.days.SessionFile;
import vn.ansinh.knowledge.file.ScheduleFiles;
import vn.ansinh.reminder.Wish;
import vn.ansinh.reminder.follow.Following;
import vn.ansinh.reminder.follow.Following.Followed;
import vn.ansinh.reminder.follow.Foresight;
import vn.ansinh.vaccination.Child;
import vn.ansinh.vaccination.Dose;
import vn.ansinh.yaml.YamlDocument;

/// The station vaccinates from the 15th to the 17th of each month. Na's doses of the second month
/// are due from 14 December on, so she is told of the session on the 12th.
class MovedSessionDbTest {
  private static final LocalDate BORN = LocalDate.parse("2026-10-14");
  private static final Wish.Vaccination NA =
      new Wish.Vaccination(
          "Na",
          new Child(
              BORN,
              List.of(
                  new Child.Given(new Dose("hepb-birth", 1), BORN),
                  new Child.Given(new Dose("bcg", 1), BORN.plusDays(1)))),
          null);
  private static final Rules BEFORE = sessions("");

  private final Ward ward = new Ward("2026-12-01T12:00");

  /// @param change `day: 2026-12-15, to: 2026-12-22`; empty for none
  private static Rules sessions(String change) {
    Calendars shipped =
        ScheduleFiles.calendars(
            Path.of("knowledge-base"),
            Clock.fixed(Ward.moment("2026-12-01T12:00"), VietnamTime.ZONE),
            faults -> {
              throw new AssertionError(faults);
            });
    String changes = change.isEmpty() ? "" : ", changes: [{" + change + ", source: trạm báo}]";
    String file =
        "place: Trạm y tế\nsource: trạm\ndays: {rule: ngày 15–17 hằng tháng" + changes + "}";
    return Ward.rules(
        new Calendars(
            shipped.schedule(),
            SessionFile.read(
                YamlDocument.parse(file).root(),
                fault -> {
                  throw new AssertionError(fault);
                }),
            shipped.payments(),
            shipped.working()));
  }

  private Followed follow(Rules rules) {
    Following node =
        new Following(
            ward.database.pool(),
            ward.node(rules),
            new Replanning(ward.database.pool(), () -> rules, ward.database.vault(), ward.clock()),
            () -> rules,
            QuietHours.USUAL,
            ward.clock());
    return node.follow().orElse(new Followed(0, 0));
  }

  @BeforeEach
  void aChildIsSignedUp() {
    CitizenId lan = ward.citizen("1");
    ward.in(t -> ward.reminders.add(t, lan, NA, ward.now));
    follow(BEFORE);
  }

  @AfterEach
  void close() {
    ward.close();
  }

  private void told() {
    ward.now = Ward.moment("2026-12-12T08:00");
    ward.node(BEFORE).fireDue();
    assertThat(ward.made()).containsExactly("3-before queued");
    sent();
  }

  private void sent() {
    ward.run("update delivery set state = 'sent', settled_at = now()");
  }

  private String last() {
    return ward.rows("select message::text from delivery order by id desc limit 1")
        .getFirst()
        .getString(0);
  }

  @Test
  void whoWasToldOfASessionHearsAtOnceThatItMoved() {
    told();
    ward.now = Ward.moment("2026-12-13T10:00");
    assertThat(follow(sessions("day: 2026-12-15, to: 2026-12-22")).told()).isEqualTo(1);
    assertThat(ward.made()).containsExactly("3-before queued", "changed-2026-12-15 queued");
    assertThat(last())
        .contains("Na: lịch của bé")
        .contains("từ 15/12/2026 đến 17/12/2026", "ngày 22/12/2026", "Trạm y tế", "trạm báo")
        .contains("Bé nên đi ngày", "5 trong 1, mũi 1");
  }

  @Test
  void whoWillHearOfAMoveIsCountedBefore() {
    ward.now = Ward.moment("2026-12-10T10:00");
    Rules moved = sessions("day: 2026-12-15, to: 2026-12-22");
    assertThat(foreseen(moved)).isZero();
    told();
    ward.now = Ward.moment("2026-12-13T10:00");
    assertThat(foreseen(moved)).isEqualTo(1);
    follow(moved);
    assertThat(foreseen(moved)).isZero();
  }

  private long foreseen(Rules after) {
    return new Foresight(
            ward.database.pool(),
            Set.of("telegram"),
            QuietHours.USUAL,
            ward.database.vault(),
            ward.clock())
        .of(BEFORE, after.calendars())
        .messages();
  }

  @Test
  void theNewDayIsToldOfInItsOwnTimeToo() {
    told();
    ward.now = Ward.moment("2026-12-13T10:00");
    Rules moved = sessions("day: 2026-12-15, to: 2026-12-22");
    follow(moved);
    sent();
    ward.now = Ward.moment("2026-12-19T08:00");
    ward.node(moved).fireDue();
    sent();
    ward.now = Ward.moment("2026-12-22T08:00");
    ward.node(moved).fireDue();
    assertThat(ward.made())
        .containsExactly(
            "3-before queued", "changed-2026-12-15 queued", "3-before queued", "on-day queued");
  }

  @Test
  void whoWasNotToldYetHearsInTimeOnly() {
    ward.now = Ward.moment("2026-12-10T10:00");
    assertThat(follow(sessions("day: 2026-12-15, to: 2026-12-22")).told()).isZero();
    assertThat(ward.made()).isEmpty();
  }

  @Test
  void nobodyIsToldTwice() {
    told();
    ward.now = Ward.moment("2026-12-13T10:00");
    Rules moved = sessions("day: 2026-12-15, to: 2026-12-22");
    follow(moved);
    assertThat(follow(moved).told()).isZero();
    assertThat(ward.deliveries()).isEqualTo(2);
  }

  @Test
  void aSecondMoveIsToldOfToo() {
    told();
    ward.now = Ward.moment("2026-12-13T10:00");
    follow(sessions("day: 2026-12-15, to: 2026-12-22"));
    assertThat(follow(sessions("day: 2026-12-15, to: 2026-12-23")).told()).isEqualTo(1);
    assertThat(last()).contains("ngày 22/12/2026", "ngày 23/12/2026");
  }

  @Test
  void atNightItWaitsForTheMorning() {
    told();
    ward.now = Ward.moment("2026-12-13T21:30");
    follow(sessions("day: 2026-12-15, to: 2026-12-22"));
    assertThat(
            ward.one(
                "select count(*) from delivery where due_at = $1",
                Ward.moment("2026-12-14T08:00").atOffset(ZoneOffset.UTC)))
        .isEqualTo(1);
  }

  @Test
  void aDayThatStaysIsNoNews() {
    told();
    ward.now = Ward.moment("2026-12-13T10:00");
    assertThat(follow(sessions("day: 2026-12-15, to: 2026-12-15..2026-12-16")).told()).isZero();
  }

  @Test
  void aSessionThatFallsAwayIsToldOf() {
    told();
    ward.now = Ward.moment("2026-12-13T10:00");
    assertThat(follow(sessions("day: 2026-12-15")).told()).isEqualTo(1);
    assertThat(ward.made()).containsExactly("3-before queued", "cancelled queued");
    assertThat(last()).contains("từ 15/12/2026 đến 17/12/2026 không còn nữa");
  }

  @Test
  void whoIsNotReadyOnTheNewDayIsNotSentThere() {
    told();
    ward.now = Ward.moment("2026-12-12T10:00");
    assertThat(follow(sessions("day: 2026-12-15, to: 2026-12-13")).told()).isEqualTo(1);
    assertThat(last()).contains("ngày 13/12/2026", "chưa tới ngày tiêm").doesNotContain("nên đi");
  }
}
