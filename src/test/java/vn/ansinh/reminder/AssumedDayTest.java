package vn.ansinh.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ansinh.conversation.standing.Doses;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.vaccination.Child;
import vn.ansinh.vaccination.Dose;
import vn.ansinh.vaccination.DoseForecast;
import vn.ansinh.vaccination.Forecast;
import vn.ansinh.vaccination.Why;

/// A dose that was given on a day that nobody knows counts on an assumed one, and all that is
/// counted from there says so.
class AssumedDayTest {
  private static final Dose FIRST = new Dose("dpt-hepb-hib", 1);
  private static final Dose SECOND = new Dose("dpt-hepb-hib", 2);
  private static final Calendars CALENDARS = Rehearsal.sessions("{rule: ngày 15–17 hằng tháng}");
  private static final LocalDate ON = LocalDate.parse("2026-03-20");

  private static Wish.Vaccination child(boolean dayKnown) {
    Child.Given given = new Child.Given(FIRST, LocalDate.parse("2026-03-01"), dayKnown);
    return new Wish.Vaccination(
        "Bin", new Child(LocalDate.parse("2026-01-01"), List.of(given)), null);
  }

  private static DoseForecast line(Child child, Dose dose) {
    return Forecast.of(CALENDARS.schedule(), child, ON).stream()
        .filter(each -> each.rule().dose().equals(dose))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theForecastCountsByTheAssumedDay() {
    DoseForecast.Open known = (DoseForecast.Open) line(child(true).child(), SECOND);
    DoseForecast.Open assumed = (DoseForecast.Open) line(child(false).child(), SECOND);
    assertThat(assumed).isEqualTo(known.whenAssumed()).isNotEqualTo(known);
  }

  @Test
  void anAssumedDayIsNeverHeldToBeTooEarly() {
    List<Child.Given> given = new ArrayList<>();
    given.add(new Child.Given(FIRST, LocalDate.parse("2026-03-10")));
    given.add(new Child.Given(SECOND, LocalDate.parse("2026-03-15"), false));
    Child child = new Child(LocalDate.parse("2026-01-01"), given);
    assertThat(line(child, SECOND).status()).isEqualTo(DoseForecast.Status.DONE);
  }

  @Test
  void anAssumedDayMakesNoOtherDoseTooEarly() {
    List<Child.Given> given = new ArrayList<>();
    given.add(new Child.Given(FIRST, LocalDate.parse("2026-03-10"), false));
    given.add(new Child.Given(SECOND, LocalDate.parse("2026-03-15")));
    Child child = new Child(LocalDate.parse("2026-01-01"), given);
    assertThat(line(child, FIRST).status()).isEqualTo(DoseForecast.Status.DONE);
    assertThat(line(child, SECOND).status()).isEqualTo(DoseForecast.Status.DONE);
  }

  @Test
  void aKnownDayPutsAnAssumedOneBeforeIt() {
    LocalDate day = LocalDate.parse("2026-02-20");
    Child after =
        new Doses(CALENDARS.schedule()).given(child(false).child(), Set.of(SECOND), day, ON);
    assertThat(after.given())
        .containsExactlyInAnyOrder(
            new Child.Given(FIRST, day, false), new Child.Given(SECOND, day));
    assertThat(line(after, FIRST)).extracting("dayKnown").isEqualTo(false);
    assertThat(line(after, SECOND).status()).isEqualTo(DoseForecast.Status.DONE);
  }

  @Test
  void ofOneDayTheDosesCountInTheirOrder() {
    LocalDate day = LocalDate.parse("2026-03-10");
    Child child =
        new Child(
            LocalDate.parse("2026-01-01"),
            List.of(new Child.Given(SECOND, day), new Child.Given(FIRST, day, false)));
    assertThat(line(child, FIRST)).extracting("dayKnown").isEqualTo(false);
    assertThat(line(child, SECOND)).extracting("dayKnown").isEqualTo(true);
  }

  @Test
  void theReasonSaysThatTheDayIsNotKnown() {
    Why why = new Why(Rehearsal.BASE.phrases(), CALENDARS.schedule());
    assertThat(why.of(line(child(false).child(), FIRST)))
        .startsWith("Đã tiêm, chưa rõ ngày")
        .doesNotContain("Đã ghi nhận");
    assertThat(why.of(line(child(false).child(), SECOND))).contains("tạm tính vì chưa rõ ngày");
    assertThat(why.of(line(child(true).child(), SECOND))).doesNotContain("tạm tính");
  }

  @Test
  void thePlanAndTheMessageSayWhatTheyAreCountedFrom() {
    ReminderTexts texts = new ReminderTexts(Rehearsal.BASE, CALENDARS);
    LocalDate due = LocalDate.parse("2026-04-15");
    for (boolean dayKnown : List.of(true, false)) {
      Wish.Vaccination wish = child(dayKnown);
      Planned planned =
          Rehearsal.planner(CALENDARS)
              .between(
                  wish,
                  Rehearsal.at(ON.atStartOfDay()),
                  Rehearsal.at(due.plusDays(1).atStartOfDay()))
              .stream()
              .filter(each -> each.doses().contains(SECOND) && each.due().equals(due))
              .findFirst()
              .orElseThrow();
      assertThat(texts.why(planned).contains("(tạm tính, vì chưa rõ ngày tiêm mũi trước)"))
          .isEqualTo(!dayKnown);
      assertThat(texts.text(wish, planned, due).plain().contains("tạm tính vì chưa rõ ngày"))
          .isEqualTo(!dayKnown);
    }
  }
}
