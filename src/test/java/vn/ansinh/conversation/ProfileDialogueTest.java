package vn.ansinh.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.citizen.Profile;
import vn.ansinh.conversation.Inbound.Content;
import vn.ansinh.conversation.forms.Opening;
import vn.ansinh.conversation.standing.Act;

/// `/hoso`: what concerns a citizen, chosen by buttons.
class ProfileDialogueTest {
  private static final Content PROFILE = new Content.Reminders(Opening.Matter.PROFILE);

  @Test
  void nothingIsKeptBeforeTheCitizenAgreed() {
    ReminderChat chat = new ReminderChat().hear(PROFILE);
    assertThat(chat.said()).contains("Xin phép").contains("/xoadulieu");
    assertThat(chat.tapData("p:groups:merit").acts).isEmpty();
    assertThat(chat.said()).contains("Xin phép");
    assertThat(chat.tap("Không đồng ý").said()).contains("không giữ gì");
    assertThat(chat.profile).isEqualTo(Profile.NOTHING);
  }

  @Test
  void theConsentToRemindersIsNoConsentToThis() {
    assertThat(ReminderChat.agreed().hear(PROFILE).said()).contains("Xin phép");
  }

  @Test
  void placeGroupsAndTopicsAreChosenAndTakenBackInPlace() {
    ReminderChat chat = new ReminderChat().hear(PROFILE).tap("Đồng ý");
    assertThat(chat.acts).hasSize(1).first().isInstanceOf(Act.ProfileConsent.class);
    chat.tap("Nơi ở", "Khu phố 2", "Xong", "Nhóm", "Người có công", "Cha mẹ", "Xong");
    chat.tap("Chủ đề", "Người cao tuổi", "Xong");
    assertThat(chat.profile)
        .isEqualTo(new Profile("kp-2", List.of("merit", "parents"), List.of("elderly")));
    assertThat(chat.said()).contains("Khu phố 2", "Người có công", "Cha mẹ", "Người cao tuổi");
    chat.tap("Nhóm", "✅ Người có công");
    assertThat(chat.profile.groups()).containsExactly("parents");
    assertThat(chat.tap("Xong", "Nơi ở", "Khu phố 3").profile.neighbourhood()).isEqualTo("kp-3");
  }

  @Test
  void aNumberAnswersWhereThereAreNoButtons() {
    ReminderChat chat = new ReminderChat().hear(PROFILE).tap("Đồng ý");
    chat.say("1", "2");
    assertThat(chat.profile.neighbourhood()).isEqualTo("kp-2");
  }

  @Test
  void whatIsHeldIsShownAndDeleted() {
    ReminderChat chat = new ReminderChat().hear(PROFILE).tap("Đồng ý", "Nhóm", "Người có công");
    chat.hear(new Content.Reminders(Opening.Matter.DATA));
    assertThat(chat.said())
        .contains("Nhóm: Người có công")
        .containsPattern("giữ hồ sơ lúc \\d\\d:\\d\\d ngày 23/11/2026");
    chat.hear(PROFILE).tap("Xóa hồ sơ");
    assertThat(chat.profile).isEqualTo(Profile.NOTHING);
  }

  @Test
  void aChoiceThatIsNoMoreIsNotKept() {
    ReminderChat chat = new ReminderChat().hear(PROFILE).tap("Đồng ý");
    assertThat(chat.tapData("p:groups:no-such-group").acts).isEmpty();
    assertThat(chat.said()).contains("nhóm nào");
  }

  @Test
  void inAGroupAndOnTheWebItSaysWhere() {
    assertThat(ReminderChat.inAGroup().hear(PROFILE).said()).contains("khung chat riêng");
    assertThat(ReminderChat.inAGroup().tapData("p:groups:merit").acts).isEmpty();
    assertThat(ReminderChat.onTheWeb().say("/hoso").said()).contains("Telegram");
  }
}
