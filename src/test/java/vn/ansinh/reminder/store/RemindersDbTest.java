package vn.ansinh.reminder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.citizen.Consents.Purpose.ANNOUNCEMENTS;
import static vn.ansinh.citizen.Consents.Purpose.REMINDERS;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.citizen.Consents;
import vn.ansinh.citizen.export.Export;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.Wish;
import vn.ansinh.reminder.store.Reminders.Standing;
import vn.ansinh.vaccination.Child;
import vn.ansinh.vaccination.Dose;

class RemindersDbTest {
  private static final Wish CHILD =
      new Wish.Vaccination(
          "Bống",
          new Child(
              LocalDate.parse("2026-08-01"),
              List.of(
                  new Child.Given(new Dose("bcg", 1), LocalDate.parse("2026-08-02")),
                  new Child.Given(new Dose("opv", 1), LocalDate.parse("2026-10-01"), false))),
          LocalDate.parse("2026-12-01"));

  private final Ward ward = new Ward("2026-11-23T09:00");
  private final CitizenId lan = ward.citizen("1");
  private final CitizenId minh = ward.citizen("2");

  @AfterEach
  void close() {
    ward.close();
  }

  private static Wish card(String expires) {
    return new Wish.Insurance("mẹ", LocalDate.parse(expires), 2);
  }

  private List<Standing> of(CitizenId citizen) {
    return ward.in(transaction -> ward.reminders.of(transaction, citizen));
  }

  @Test
  void everyKindOfWishIsReadBackAsItWasKept() {
    List<Wish> wishes = List.of(card("2026-12-31"), CHILD, new Wish.Payment("social-pension"));
    wishes.forEach(
        wish -> ward.in(transaction -> ward.reminders.add(transaction, lan, wish, ward.now)));
    assertThat(of(lan)).extracting(Standing::wish).isEqualTo(wishes);
    assertThat(of(lan).getFirst().next()).isEqualTo(Ward.moment("2026-12-01T08:00"));
  }

  @Test
  void whatACitizenIsShownOfADoseSaysThatItsDayIsNotKnown() {
    ward.in(transaction -> ward.reminders.add(transaction, lan, CHILD, ward.now));
    JsonObject held =
        ward.in(transaction -> new Export(ward.database.vault()).of(transaction, lan));
    JsonObject wish = held.getJsonArray("reminders").getJsonObject(0).getJsonObject("wish");
    assertThat(wish.getJsonArray("given").encode())
        .isEqualTo("[[\"bcg\",1,\"2026-08-02\"],[\"opv\",1,\"2026-10-01\",\"day-unknown\"]]");
  }

  @Test
  void nobodyReadsChangesOrEndsTheReminderOfAnother() {
    ReminderId id = ward.card(lan, "2026-12-31");
    Optional<Standing> found = ward.in(transaction -> ward.reminders.find(transaction, id, minh));
    boolean changed =
        ward.in(t -> ward.reminders.change(t, id, minh, card("2027-12-31"), ward.now));
    boolean ended = ward.in(t -> ward.reminders.end(t, id, minh, ward.now));
    assertThat(found).isEmpty();
    assertThat(changed).isFalse();
    assertThat(ended).isFalse();
    assertThat(of(minh)).isEmpty();
    assertThat(of(lan)).extracting(Standing::wish).containsExactly(card("2026-12-31"));
  }

  @Test
  void aChangedWishHasItsOwnNextMessageAndTheQueuedOneOfTheOldIsTakenBack() {
    ReminderId id = ward.card(lan, "2026-12-31");
    ward.now = Ward.moment("2026-12-01T08:00");
    ward.node().fireDue();
    boolean renewed = ward.in(t -> ward.reminders.change(t, id, lan, card("2027-12-31"), ward.now));
    assertThat(renewed).isTrue();
    assertThat(ward.deliveries()).isZero();
    assertThat(of(lan).getFirst().next()).isEqualTo(Ward.moment("2027-12-01T08:00"));
  }

  @Test
  void aCorrectionKeepsTheMessageThatIsStillToBeTold() {
    ReminderId id = ward.card(lan, "2026-12-31");
    ward.now = Ward.moment("2026-12-01T08:00");
    ward.node().fireDue();
    Wish corrected = new Wish.Insurance("mẹ", LocalDate.parse("2026-12-31"), 3);
    ward.in(t -> ward.reminders.change(t, id, lan, corrected, ward.now.plusSeconds(60)));
    ward.now = ward.now.plusSeconds(120);
    assertThat(ward.node().fireDue().queued()).isEqualTo(1);
    assertThat(ward.deliveries()).isEqualTo(1);
  }

  @Test
  void whatWasSentIsNotSentAgainAfterAChangeBackAndForth() {
    ReminderId id = ward.card(lan, "2026-12-31");
    ward.now = Ward.moment("2026-12-01T08:00");
    ward.node().fireDue();
    ward.run("update delivery set state = 'sent'");
    ward.in(t -> ward.reminders.change(t, id, lan, card("2027-06-30"), ward.now));
    ward.in(t -> ward.reminders.change(t, id, lan, card("2026-12-31"), ward.now));
    ward.run("update reminder set next_at = '2026-12-01T01:00Z'");
    assertThat(ward.node().fireDue().queued()).isZero();
    assertThat(ward.deliveries()).isEqualTo(1);
  }

  @Test
  void anEndedReminderIsGoneForItsOwner() {
    ReminderId id = ward.card(lan, "2026-12-31");
    boolean ended = ward.in(t -> ward.reminders.end(t, id, lan, ward.now));
    boolean again = ward.in(t -> ward.reminders.end(t, id, lan, ward.now));
    int count = ward.in(t -> ward.reminders.count(t, lan));
    assertThat(ended).isTrue();
    assertThat(again).isFalse();
    assertThat(count).isZero();
    assertThat(of(lan)).isEmpty();
  }

  @Test
  void consentIsKeptWithItsVersionAndTheGuardiansWord() {
    Consents consents = new Consents();
    Consents.Consent plain = new Consents.Consent(REMINDERS, "1", false, ward.now);
    Consents.Consent guardian =
        new Consents.Consent(REMINDERS, "1", true, ward.now.plusSeconds(60));
    Consents.Consent other = new Consents.Consent(ANNOUNCEMENTS, "2", false, ward.now);
    ward.in(t -> consents.give(t, lan, plain));
    ward.in(t -> consents.give(t, lan, guardian));
    ward.in(t -> consents.give(t, lan, other));
    Optional<Consents.Consent> given = ward.in(t -> consents.last(t, lan, REMINDERS));
    Optional<Consents.Consent> none = ward.in(t -> consents.last(t, minh, REMINDERS));
    assertThat(given).contains(guardian);
    assertThat(none).isEmpty();
  }

  @Test
  void otherCalendarsGiveOtherNextDates() {
    ward.card(lan, "2026-12-31");
    ward.run("update reminder set next_at = '2026-12-05T01:00Z'");
    ward.card(minh, "2026-12-31");
    int changed =
        new Replanning(ward.database.pool(), () -> Ward.RULES, ward.database.vault(), ward.clock())
            .replan();
    assertThat(changed).isEqualTo(1);
    assertThat(of(lan).getFirst().next()).isEqualTo(Ward.moment("2026-12-01T08:00"));
  }
}
