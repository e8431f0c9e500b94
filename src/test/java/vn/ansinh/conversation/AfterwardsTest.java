package vn.ansinh.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.conversation.Inbound.Content;
import vn.ansinh.conversation.forms.Opening.Matter;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.Wish;
import vn.ansinh.vaccination.Child;

/// What the buttons of reminders do later; today is 23 November 2026.
class AfterwardsTest {
  private static final ReminderId ID = new ReminderId(1);
  private static final LocalDate BORN = LocalDate.parse("2026-09-03");

  private static ReminderChat chat(Wish wish) {
    ReminderChat chat = ReminderChat.agreed();
    chat.wishes.put(ID, wish);
    return chat;
  }

  private static ReminderChat card(String expires) {
    return chat(new Wish.Insurance("mẹ", LocalDate.parse(expires), 3));
  }

  private static ReminderChat child() {
    return chat(new Wish.Vaccination("Na", new Child(BORN, List.of()), null));
  }

  private static LocalDate expires(ReminderChat chat) {
    return ((Wish.Insurance) chat.wish()).expires();
  }

  @Test
  void aRenewedCardStopsTheRestAndProposesTheNextDate() {
    ReminderChat chat = card("2026-12-01").tapData("r:renewed:1");
    assertThat(expires(chat)).isEqualTo("2027-12-01");
    assertThat(chat.said()).contains("01/12/2027");
    assertThat(chat.tap("Đúng rồi").said()).contains("01/11/2027");
    assertThat(chat.isFilling()).isFalse();
  }

  @Test
  void theProposedDateCanBeCorrected() {
    ReminderChat chat = card("2026-12-01").tapData("r:renewed:1").say("31/12/2027");
    assertThat(expires(chat)).isEqualTo("2027-12-31");
    chat = card("2026-12-01").tapData("r:renewed:1").tap("Ngày khác").say("01/2026");
    assertThat(chat.isFilling()).isTrue();
    assertThat(expires(chat.say("15-6-2027"))).isEqualTo("2027-06-15");
  }

  @Test
  void aCardRenewedLateIsGoodForAYearFromNow() {
    assertThat(expires(card("2026-10-01").tapData("r:renewed:1"))).isEqualTo("2027-11-22");
  }

  @Test
  void aSecondDeviceSeesThatTheCardIsRenewed() {
    ReminderChat chat = card("2026-12-01").tapData("r:renewed:1").tapData("r:renewed:1");
    assertThat(expires(chat)).isEqualTo("2027-12-01");
    assertThat(chat.said()).contains("Đã ghi rồi");
  }

  @Test
  void aGivenDoseIsRecordedWithItsDay() {
    ReminderChat chat = child().tapData("r:given:1");
    assertThat(chat.said()).contains("vừa tiêm mũi nào");
    assertThat(chat.labels()).contains("✅ 5 trong 1 mũi 1");
    chat.tap("✅ Lao", "Xong", "Hôm qua");
    Wish.Vaccination wish = (Wish.Vaccination) chat.wish();
    assertThat(wish.child().given())
        .isNotEmpty()
        .noneMatch(given -> given.dose().vaccine().equals("bcg"))
        .allMatch(given -> given.day().equals(LocalDate.parse("2026-11-22")));
    assertThat(chat.said()).contains("Đã ghi", "Na", "22/11/2026");
  }

  @Test
  void anotherDayMayBeWrittenAndOneThatCannotBeIsAskedAgain() {
    ReminderChat chat = child().tapData("r:given:1").tap("Xong");
    assertThat(chat.say("1/9/2026").said()).contains("trước ngày sinh", "tiêm ngày nào?");
    assertThat(chat.labels()).contains("Hôm nay", "Hôm qua", "Thôi");
    assertThat(chat.say("25/11/2026").said()).contains("chưa đến");
    assertThat(chat.say("hôm nay").said()).contains("23/11/2026");
    assertThat(chat.isFilling()).isFalse();
  }

  @Test
  void aDoseGivenTooEarlySaysThatItMayNotCount() {
    ReminderChat chat = child().tapData("r:given:1").tap("Xong").say("20/10/2026");
    assertThat(chat.said()).contains("có thể chưa đủ ngày");
  }

  @Test
  void noDoseMarkedIsNoDoseGiven() {
    ReminderChat chat = child().tapData("r:given:1");
    for (String label : List.copyOf(chat.labels())) {
      if (label.startsWith("✅")) {
        chat.tap(label);
      }
    }
    assertThat(chat.tap("Xong").said()).contains("Chưa đánh dấu mũi nào");
  }

  @Test
  void laterPutsTheChildOffToADay() {
    ReminderChat chat = child().tapData("r:later:1").tap("1 tuần");
    assertThat(((Wish.Vaccination) chat.wish()).notBefore()).isEqualTo("2026-11-30");
    chat = child().tapData("r:later:1").say("15/12");
    assertThat(((Wish.Vaccination) chat.wish()).notBefore()).isEqualTo("2026-12-15");
    chat = child().tapData("r:later:1").say("15/12/2029");
    assertThat(chat.said()).contains("xa quá");
  }

  @Test
  void laterOnACardLeavesThePlanAsItIs() {
    ReminderChat chat = card("2026-12-31").tapData("r:later:1");
    assertThat(chat.acts).isEmpty();
    assertThat(chat.said()).contains("01/12/2026");
  }

  @Test
  void endingAsksOnce() {
    ReminderChat chat = card("2026-12-31").tapData("r:end:1");
    assertThat(chat.acts).isEmpty();
    assertThat(chat.tap("Giữ lại").said()).contains("mẹ");
    chat.tapData("r:end:1").tap("Thôi nhắc");
    assertThat(chat.acts).containsExactly(new Act.End(ID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "r:renewed:9",
        "r:given:9",
        "r:later:9",
        "r:show:9",
        "r:end:9",
        "n:end:9",
        "n:change:9"
      })
  void aButtonOfAnErasedReminderSaysSo(String data) {
    ReminderChat chat = card("2026-12-31").tapData(data);
    assertThat(chat.said()).contains("đã bỏ hoặc đã xóa");
    assertThat(chat.acts).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n:save", "n:date:2026-12-31", "n:date:x", "n:people:99", "n:mark:none", "n:dose:x.1",
        "n:agree", "n:fix:date", "n:add:nothing", "n:change:x", "n:end:x", "n:guardian:yes"
      })
  void aButtonOfNoOpenFormDoesNothing(String data) {
    ReminderChat chat = card("2026-12-31").tapData(data);
    assertThat(chat.acts).isEmpty();
    assertThat(chat.said()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"n:date:x", "n:people:99", "n:dose:x.1", "n:fix:x", "n:benefit:x", "n:save"})
  void aButtonOfAnotherFormChangesNothing(String data) {
    ReminderChat chat = ReminderChat.agreed().say("nhắc gia hạn thẻ").tapData(data);
    assertThat(chat.wishes).isEmpty();
    assertThat(chat.isFilling()).isTrue();
  }

  @Test
  void whatIsKeptCanBeChanged() {
    ReminderChat chat = card("2026-12-31").say("/nhac").tap("Thẻ của mẹ").tap("Sửa");
    chat.tap("Số người", "2 người", "Đúng");
    assertThat(chat.wish()).isEqualTo(new Wish.Insurance("mẹ", LocalDate.parse("2026-12-31"), 2));
    ReminderChat other = child().tapData("n:change:1").tap("Tên gọi").say("Bi").tap("Đúng");
    assertThat(((Wish.Vaccination) other.wish()).nickname()).isEqualTo("Bi");
    assertThat(((Wish.Vaccination) other.wish()).child().born()).isEqualTo(BORN);
  }

  @Test
  void everythingHeldIsShown() {
    ReminderChat chat = card("2026-12-31").hear(new Content.Reminders(Matter.DATA));
    assertThat(chat.said())
        .contains("mẹ", "31/12/2026", "3 người", "Đã đồng ý")
        // There are no buttons to tap.
        .doesNotContain("Bấm vào từng lời nhắc");
    assertThat(chat.acts).containsExactly(new Act.Export());
  }

  @Test
  void erasingAsksOnceAndForgetsTheConversation() {
    ReminderChat chat = card("2026-12-31").say("xóa dữ liệu của tôi");
    assertThat(chat.wishes).hasSize(1);
    chat.tap("Xóa hết");
    assertThat(chat.wishes).isEmpty();
    assertThat(chat.said()).contains("Đã xóa hết");
    assertThat(chat.turn().next().subject()).isNull();
    assertThat(chat.say("nhắc gia hạn thẻ").said()).contains("91/2025/QH15");
  }

  @Test
  void messagesAreStoppedAndResumed() {
    ReminderChat chat = card("2026-12-31").say("đừng nhắc nữa");
    assertThat(chat.acts).containsExactly(new Act.Stop());
    assertThat(chat.said()).contains("/tieptuc");
    assertThat(chat.say("/nhac").said()).contains("đang dừng");
    assertThat(chat.hear(new Content.Reminders(Matter.RESUME)).acts)
        .containsExactly(new Act.Resume());
  }

  @Test
  void buttonsWorkAlsoMonthsLater() {
    ReminderChat chat = card("2026-12-31");
    chat.now = Instant.parse("2027-03-01T03:00:00Z");
    assertThat(expires(chat.tapData("r:renewed:1"))).isEqualTo("2028-02-29");
  }
}
