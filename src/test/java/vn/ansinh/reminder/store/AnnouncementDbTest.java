package vn.ansinh.reminder.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.calendar.Span;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.citizen.PersonalData;
import vn.ansinh.citizen.joining.JoinedChats;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.MessageJson;
import vn.ansinh.knowledge.Grade;
import vn.ansinh.knowledge.days.PaymentDays;
import vn.ansinh.knowledge.days.SessionDays;
import vn.ansinh.reminder.Planned;
import vn.ansinh.reminder.Planned.Reason;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.Wish;

/// The allowance of February is paid before Tết.
class AnnouncementDbTest {
  private static final PaymentDays ALLOWANCE =
      new PaymentDays(
          "allowance", "trợ cấp", "", Grade.A, "phường", "ward", SessionDays.NONE.days());

  private final Ward ward = new Ward("2027-01-10T12:00");
  private final DueReminders node = ward.node();

  @AfterEach
  void close() {
    ward.close();
  }

  private ReminderId subscriber(String address, String benefit) {
    CitizenId citizen = ward.citizen(address);
    return ward.in(
        transaction ->
            ward.reminders.add(transaction, citizen, new Wish.Payment(benefit), ward.now));
  }

  private Planned changed(String before, String instead) {
    return new Planned(
        ward.now,
        LocalDate.parse(instead),
        "changed-" + before,
        new Reason.Payday(ALLOWANCE, Span.of(LocalDate.parse(instead))));
  }

  private DueReminders.Tick announce(Planned... changes) {
    return node.announce(Map.of("allowance", List.of(changes)));
  }

  @Test
  void whoWishesToHearOfTheBenefitIsToldAtOnceAndNobodyElse() {
    ReminderId wanted = subscriber("1", "allowance");
    subscriber("2", "pension");
    ward.card(ward.citizen("3"), "2027-12-31");
    assertThat(announce(changed("2027-02-05", "2027-02-02")))
        .isEqualTo(new DueReminders.Tick(1, 1, 0));
    assertThat(
            ward.one(
                """
                select m.reminder_id from delivery d
                join reminder_message m on m.delivery_id = d.id
                where d.origin = 1 and d.due_at = $1""",
                ward.now.atOffset(ZoneOffset.UTC)))
        .isEqualTo(wanted.value());
    assertThat(ward.deliveries()).isEqualTo(1);
  }

  @Test
  void aSecondNodeThatSeesTheSameChangeAddsNothing() {
    subscriber("1", "allowance");
    announce(changed("2027-02-05", "2027-02-02"));
    DueReminders.Tick again =
        ward.node().announce(Map.of("allowance", List.of(changed("2027-02-05", "2027-02-02"))));
    assertThat(again).isEqualTo(new DueReminders.Tick(1, 0, 0));
    assertThat(ward.deliveries()).isEqualTo(1);
  }

  @Test
  void twoMonthsThatArePaidOnTheSameDayAreBothToldOf() {
    subscriber("1", "allowance");
    assertThat(announce(changed("2027-02-05", "2027-02-02"), changed("2027-03-05", "2027-02-02")))
        .isEqualTo(new DueReminders.Tick(1, 2, 0));
    assertThat(ward.made())
        .containsExactlyInAnyOrder("changed-2027-02-05 queued", "changed-2027-03-05 queued");
  }

  @Test
  void whoHasEndedItOrWantsSilenceIsNotTold() {
    CitizenId gone = ward.citizen("1");
    ReminderId ended =
        ward.in(
            transaction ->
                ward.reminders.add(transaction, gone, new Wish.Payment("allowance"), ward.now));
    ward.in(transaction -> ward.reminders.end(transaction, ended, gone, ward.now));
    CitizenId silent = ward.citizen("2");
    ward.in(
        transaction ->
            ward.reminders.add(transaction, silent, new Wish.Payment("allowance"), ward.now));
    ward.in(transaction -> new PersonalData().stop(transaction, silent, ward.now));
    assertThat(announce(changed("2027-02-05", "2027-02-02")))
        .isEqualTo(new DueReminders.Tick(1, 0, 1));
    assertThat(ward.made()).containsExactly("changed-2027-02-05 missed stopped");
  }

  @Test
  void moreSubscribersThanOneBatchAreAllTold() {
    for (int i = 0; i < 1_001; i++) {
      subscriber("c" + i, "allowance");
    }
    assertThat(announce(changed("2027-02-05", "2027-02-02")))
        .isEqualTo(new DueReminders.Tick(1_001, 1_001, 0));
    assertThat(ward.one("select count(distinct citizen_id) from delivery")).isEqualTo(1_001);
  }

  @Test
  void whatCouldNotLeaveBeforeTheEveningLeavesTheNextMorning() {
    subscriber("1", "allowance");
    announce(changed("2027-02-05", "2027-02-02"));
    ward.now = Ward.moment("2027-01-10T20:00");
    node.fireDue();
    assertThat(ward.made()).containsExactly("changed-2027-02-05 queued");
    assertThat(
            ward.one(
                "select count(*) from delivery where due_at = $1 and good_until = $2",
                Ward.moment("2027-01-11T08:00").atOffset(ZoneOffset.UTC),
                Ward.moment("2027-01-11T19:50").atOffset(ZoneOffset.UTC)))
        .isEqualTo(1);
  }

  @Test
  void whatCouldNotLeaveBeforeItsDayWasOverIsNamedInTheReport() {
    subscriber("1", "allowance");
    ward.now = Ward.moment("2027-02-02T12:00");
    announce(changed("2027-02-05", "2027-02-02"));
    ward.now = Ward.moment("2027-02-02T20:00");
    node.fireDue();
    assertThat(ward.made()).containsExactly("changed-2027-02-05 missed past");
    assertThat(ward.deliveries()).isZero();
  }

  @Test
  void whatIsPublishedTooLateIsNamedInTheReport() {
    subscriber("1", "allowance");
    ward.now = Ward.moment("2027-02-02T21:00");
    assertThat(announce(changed("2027-02-05", "2027-02-02")))
        .isEqualTo(new DueReminders.Tick(1, 0, 1));
    assertThat(ward.made()).containsExactly("changed-2027-02-05 missed past");
  }

  /// A citizen who wishes to hear of the allowance on Zalo, with a joined chat on Telegram.
  private void joined() {
    CitizenId zalo = ward.citizen("zalo", "a1");
    ward.in(
        transaction ->
            ward.reminders.add(transaction, zalo, new Wish.Payment("allowance"), ward.now));
    CitizenId telegram = ward.citizen("telegram", "4711");
    ward.in(transaction -> new JoinedChats().join(transaction, zalo, telegram, ward.now));
    announce(changed("2027-02-05", "2027-02-02"));
  }

  private void turnedBack(int unknowns) {
    ward.run(
        "update delivery set state = 'unreachable', unknowns = $2, settled_at = $1",
        ward.now.atOffset(ZoneOffset.UTC),
        unknowns);
    ward.run("update citizen set unreachable_at = now() where channel = 'zalo'");
  }

  /// `telegram queued`, in the order in which they were written.
  private List<String> written() {
    return ward
        .rows(
            """
            select c.channel || ' ' || d.state
            from delivery d join citizen c on c.id = d.citizen_id order by d.id""")
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void newsThatOneChatTurnsBackGoesToTheOtherOnce() {
    joined();
    turnedBack(0);
    node.fireDue();
    node.fireDue();
    ward.node().fireDue();
    assertThat(written()).containsExactly("zalo unreachable", "telegram queued");
    assertThat(ward.made()).containsExactly("changed-2027-02-05 queued");
    Message instead =
        MessageJson.decode(
            ward.rows("select d.message from delivery d order by id desc limit 1")
                .getFirst()
                .getJsonObject(0));
    assertThat(instead.text().plain())
        .contains("Không gửi được về Zalo")
        .doesNotContain("số:", "1. ");
    assertThat(instead.choices()).hasSize(1);
  }

  @Test
  void newsThatMayHaveArrivedOrIsNoLongerGoodOrHasNowhereToGoStaysWhereItIs() {
    joined();
    turnedBack(1);
    node.fireDue();
    turnedBack(0);
    ward.run("update citizen set unreachable_at = now()");
    node.fireDue();
    ward.run("update citizen set unreachable_at = null where channel = 'telegram'");
    ward.now = Ward.moment("2027-01-10T20:00");
    node.fireDue();
    assertThat(written()).containsExactly("zalo unreachable");
  }
}
