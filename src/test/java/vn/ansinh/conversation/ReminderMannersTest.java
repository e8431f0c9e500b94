package vn.ansinh.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.ansinh.conversation.Inbound.Content;
import vn.ansinh.conversation.forms.Opening;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.reminder.Wish;

/// What is personal stays with the person, and nothing is taken for what it is not.
class ReminderMannersTest {
  @Test
  void anEditedMessageAnswersNoStep() {
    ReminderChat chat = ReminderChat.agreed().say("nhắc tôi gia hạn thẻ của mẹ");
    String asked = chat.said();
    chat.hear(new Content.Edited("31/12/2027"));
    assertThat(chat.said()).startsWith("Tin vừa sửa không được tính").endsWith(asked);
    assertThat(chat.say("31/12/2026", "3").tap("Đúng").wish())
        .isEqualTo(new Wish.Insurance("mẹ", LocalDate.of(2026, 12, 31), 3));
  }

  @Test
  void inAGroupItSaysThatRemindersAreForAPrivateChat() {
    ReminderChat group = ReminderChat.inAGroup();
    assertThat(group.say("nhắc tôi gia hạn thẻ").said()).contains("khung chat riêng");
    assertThat(group.isFilling()).isFalse();
    assertThat(group.hear(new Content.Reminders(Opening.Matter.LIST)).said())
        .contains("khung chat riêng");
    assertThat(group.hear(new Content.Reminders(Opening.Matter.ERASE)).tap("Xóa hết").acts)
        .containsExactly(new Act.Erase());
  }

  @Test
  void whatIsHeldNamesTheConsentWithItsTimeAndVersion() {
    assertThat(ReminderChat.agreed().hear(new Content.Reminders(Opening.Matter.DATA)).said())
        .containsPattern("đồng ý .* lúc \\d\\d:\\d\\d ngày 23/11/2026 \\(theo bản ngày .+\\)");
  }
}
