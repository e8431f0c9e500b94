package vn.ansinh.reminder.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.Chat;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.citizen.joining.JoinCodes;
import vn.ansinh.conversation.joining.Joiner;
import vn.ansinh.conversation.standing.Held;
import vn.ansinh.conversation.standing.Tried;
import vn.ansinh.db.Transaction;
import vn.ansinh.reminder.Wish;

/// Reminders of a citizen with two chats: where they go, and that none is lost or sent twice while
/// chats are joined, chosen and parted.
class JoinedRemindersDbTest {
  private static final String EXPIRES = "2026-12-31";

  private final Ward ward = new Ward("2026-11-23T09:00");
  private final Joiner joiner = new Joiner(() -> Ward.RULES, ward.database.vault());
  private final DueReminders node = ward.node();
  private final Chat telegram = chat("telegram", "4711");
  private final Chat zalo = chat("zalo", "a1");

  @AfterEach
  void close() {
    ward.close();
  }

  private Chat chat(String channel, String address) {
    return new Chat(ward.citizen(channel, address), new Address(channel, address));
  }

  private Tried join() {
    return Transaction.run(
        ward.database.pool(),
        transaction -> {
          joiner.show(transaction, telegram.citizen(), "11112222", ward.now).await();
          return joiner.join(transaction, zalo, "11112222", ward.now);
        });
  }

  private void choose(Chat from, Held.Where where) {
    ward.in(transaction -> joiner.choose(transaction, from.citizen(), where));
  }

  private void part() {
    ward.in(transaction -> joiner.part(transaction, zalo.citizen()));
  }

  private void at(String local) {
    ward.now = Ward.moment(local);
  }

  private void unreachable(Chat chat) {
    ward.run("update citizen set unreachable_at = now() where id = $1", chat.citizen().value());
  }

  /// `telegram 30-before`, in the order of their times.
  private List<String> sent() {
    return ward
        .rows(
            """
            select c.channel, m.lead from reminder_message m
            join delivery d on d.id = m.delivery_id join citizen c on c.id = d.citizen_id
            where m.outcome = 'queued'
            order by m.send_at, m.reminder_id""")
        .stream()
        .map(row -> row.getString(0) + " " + row.getString(1))
        .toList();
  }

  private long saying(String words) {
    return ward.one(
        "select count(*) from delivery where message::text like '%' || $1 || '%'", words);
  }

  @Test
  void aReminderGoesToTheChatInWhichItWasMadeUntilAnotherIsChosen() {
    ward.card(zalo.citizen(), EXPIRES);
    join();
    at("2026-12-01T09:00");
    node.fireDue();
    assertThat(sent()).containsExactly("zalo 30-before");
    ward.run("update delivery set state = 'sent'");
    choose(zalo, Held.Where.OTHER);
    at("2026-12-24T09:00");
    node.fireDue();
    assertThat(sent()).containsExactly("zalo 30-before", "telegram 7-before");
    ward.run("update delivery set state = 'sent'");
    choose(telegram, Held.Where.MADE);
    at("2026-12-31T09:00");
    node.fireDue();
    assertThat(sent()).containsExactly("zalo 30-before", "telegram 7-before", "zalo on-day");
    assertThat(saying("Không gửi được về")).isZero();
  }

  @Test
  void whatWaitsInTheOutboxGoesToTheChatThatIsChosen() {
    ward.card(zalo.citizen(), EXPIRES);
    join();
    at("2026-12-01T09:00");
    node.fireDue();
    choose(zalo, Held.Where.OTHER);
    assertThat(sent()).isEmpty();
    node.fireDue();
    assertThat(sent()).containsExactly("telegram 30-before");
    assertThat(ward.deliveries()).isEqualTo(1);
  }

  @Test
  void whoCannotBeReachedInTheChosenChatHearsOfItInTheOther() {
    ward.card(zalo.citizen(), EXPIRES);
    join();
    unreachable(zalo);
    at("2026-12-01T09:00");
    node.fireDue();
    assertThat(sent()).containsExactly("telegram 30-before");
    assertThat(saying("Không gửi được về Zalo")).isEqualTo(1);
  }

  @Test
  void whoCanBeReachedNowhereHasMissedItOnce() {
    ward.card(zalo.citizen(), EXPIRES);
    join();
    unreachable(zalo);
    unreachable(telegram);
    at("2026-12-01T09:00");
    node.fireDue();
    assertThat(ward.made()).containsExactly("30-before missed unreachable");
  }

  @Test
  void aMessageThatIsTurnedBackGoesToTheOtherChatOnce() {
    ward.card(zalo.citizen(), EXPIRES);
    join();
    at("2026-12-01T09:00");
    node.fireDue();
    ward.run(
        "update delivery set state = 'unreachable', settled_at = $1",
        ward.now.atOffset(java.time.ZoneOffset.UTC));
    unreachable(zalo);
    node.fireDue();
    node.fireDue();
    assertThat(sent()).containsExactly("telegram 30-before");
    assertThat(saying("Không gửi được về Zalo")).isEqualTo(1);
    assertThat(ward.deliveries()).isEqualTo(2);
  }

  @Test
  void aMessageThatMayHaveArrivedIsNotSentToTheOtherChat() {
    ward.card(zalo.citizen(), EXPIRES);
    join();
    at("2026-12-01T09:00");
    node.fireDue();
    ward.run(
        "update delivery set state = 'unreachable', unknowns = 1, settled_at = $1",
        ward.now.atOffset(java.time.ZoneOffset.UTC));
    unreachable(zalo);
    node.fireDue();
    assertThat(sent()).containsExactly("zalo 30-before");
  }

  @Test
  void theSameCardOnBothSidesIsOneAndWhatOneHasToldIsNotToldAgain() {
    ward.card(telegram.citizen(), EXPIRES);
    at("2026-12-01T09:00");
    node.fireDue();
    ward.run("update delivery set state = 'sent'");
    ward.card(zalo.citizen(), EXPIRES);
    assertThat(join()).isEqualTo(new Tried.Joined("Telegram", 1, false));
    node.fireDue();
    at("2026-12-24T09:00");
    node.fireDue();
    assertThat(sent()).containsExactly("telegram 30-before", "telegram 7-before");
    assertThat(ward.one("select count(*) from reminder where ended_at is null")).isEqualTo(1);
  }

  @Test
  void whatOnlyTheOneThatEndsHasToldIsNotToldAgainByTheOther() {
    ward.card(telegram.citizen(), EXPIRES);
    ward.run("update reminder set next_at = '2026-12-24T02:00Z'");
    ward.card(zalo.citizen(), EXPIRES);
    at("2026-12-01T09:00");
    node.fireDue();
    ward.run("update delivery set state = 'sent'");
    join();
    node.fireDue();
    assertThat(sent()).containsExactly("zalo 30-before");
    at("2026-12-24T09:00");
    node.fireDue();
    assertThat(sent()).containsExactly("zalo 30-before", "telegram 7-before");
  }

  @Test
  void whatIsQueuedOnBothSidesLeavesOnce() {
    ward.card(telegram.citizen(), EXPIRES);
    ward.card(zalo.citizen(), EXPIRES);
    at("2026-12-01T09:00");
    node.fireDue();
    assertThat(ward.deliveries()).isEqualTo(2);
    join();
    node.fireDue();
    assertThat(sent()).containsExactly("telegram 30-before");
    assertThat(ward.deliveries()).isEqualTo(1);
  }

  @Test
  void whatIsDueOnBothSidesAndNotYetFiredLeavesOnce() {
    ward.card(telegram.citizen(), EXPIRES);
    ward.card(zalo.citizen(), EXPIRES);
    at("2026-12-01T09:00");
    join();
    node.fireDue();
    assertThat(sent()).containsExactly("telegram 30-before");
  }

  @Test
  void whileTicksFireChatsAreJoinedChosenAndPartedAndEachMessageLeavesOnce() {
    at("2026-12-01T09:00");
    for (int round = 0; round < 10; round++) {
      ward.now = Ward.moment("2026-11-23T09:00");
      ward.card(telegram.citizen(), EXPIRES);
      ward.card(zalo.citizen(), EXPIRES);
      at("2026-12-01T09:00");
      CompletableFuture<?> ticks =
          CompletableFuture.allOf(
              IntStream.range(0, 2)
                  .mapToObj(_ -> CompletableFuture.runAsync(() -> tick(ward.node())))
                  .toArray(CompletableFuture[]::new));
      join();
      choose(zalo, Held.Where.HERE);
      part();
      ticks.join();
      node.fireDue();
      assertThat(sent()).as("round %d", round).hasSize(1).allMatch(each -> each.contains("30"));
      assertThat(ward.deliveries()).isEqualTo(1);
      ward.run("delete from delivery");
      ward.run("delete from reminder");
    }
  }

  private static void tick(DueReminders node) {
    for (int i = 0; i < 5; i++) {
      node.fireDue();
    }
  }

  @Test
  void likeCardsWithOtherDaysOrNamesAndOtherPaymentsStayApart() {
    ward.card(telegram.citizen(), EXPIRES);
    ward.card(zalo.citizen(), "2027-03-31");
    wish(zalo, new Wish.Insurance("bố", LocalDate.parse(EXPIRES), 2));
    wish(telegram, new Wish.Payment("social-pension"));
    wish(zalo, new Wish.Payment("merit"));
    assertThat(join()).isEqualTo(new Tried.Joined("Telegram", 0, false));
    assertThat(ward.one("select count(*) from reminder where ended_at is null")).isEqualTo(5);
  }

  @Test
  void theSameCardHasTheLargerHouseholdAndTheSamePaymentIsOne() {
    wish(telegram, new Wish.Insurance("Mẹ", LocalDate.parse(EXPIRES), 2));
    wish(zalo, new Wish.Insurance(" mẹ ", LocalDate.parse(EXPIRES), 4));
    wish(zalo, new Wish.Payment("merit"));
    wish(telegram, new Wish.Payment("merit"));
    assertThat(join()).isEqualTo(new Tried.Joined("Telegram", 2, false));
    List<Reminders.Standing> left =
        ward.in(transaction -> ward.reminders.of(transaction, telegram.citizen()));
    assertThat(left)
        .extracting(Reminders.Standing::wish)
        .containsExactly(
            new Wish.Insurance("Mẹ", LocalDate.parse(EXPIRES), 4), new Wish.Payment("merit"));
    assertThat(left)
        .extracting(Reminders.Standing::chat)
        .containsExactly(telegram.citizen(), zalo.citizen());
  }

  private void wish(Chat chat, Wish wish) {
    ward.in(transaction -> ward.reminders.add(transaction, chat.citizen(), wish, ward.now));
  }

  @Test
  void partedChatsKeepWhatWasMadeInThemAndItsMessagesComeHome() {
    ward.card(telegram.citizen(), EXPIRES);
    join();
    choose(zalo, Held.Where.HERE);
    at("2026-12-01T09:00");
    node.fireDue();
    assertThat(sent()).containsExactly("zalo 30-before");
    part();
    node.fireDue();
    assertThat(sent()).containsExactly("telegram 30-before");
    assertThat(ward.deliveries()).isEqualTo(1);
    CitizenId alone = zalo.citizen();
    List<Reminders.Standing> left = ward.in(transaction -> ward.reminders.of(transaction, alone));
    assertThat(left).isEmpty();
  }

  @Test
  void silenceInOneIsSilenceInBoth() {
    ward.card(telegram.citizen(), EXPIRES);
    ward.run("update citizen set stopped_at = now() where channel = 'zalo'");
    assertThat(join()).isEqualTo(new Tried.Joined("Telegram", 0, true));
    at("2026-12-01T09:00");
    node.fireDue();
    assertThat(ward.made()).containsExactly("30-before missed stopped");
  }

  @Test
  void ofABroadcastThatWaitsForBothOneIsSent() {
    ward.run(
        """
        insert into delivery
          (citizen_id, origin, message, state, due_at, created_at, broadcast_id)
        select id, 2, '{}', 'queued', now(), now(), 1 from citizen""");
    join();
    assertThat(
            ward
                .rows(
                    """
                    select c.channel || ' ' || d.state || coalesce(' ' || d.reason, '')
                    from delivery d join citizen c on c.id = d.citizen_id order by d.id""")
                .stream()
                .map(row -> row.getString(0)))
        .containsExactly("telegram queued", "zalo withdrawn joined");
  }

  @Test
  void theCodeIsUsedUp() {
    join();
    part();
    Tried again =
        Transaction.run(
            ward.database.pool(),
            transaction -> joiner.look(transaction, zalo, "11112222", ward.now));
    assertThat(again).isEqualTo(new Tried.Wrong(JoinCodes.MOST_WRONG - 1));
  }
}
