package vn.ansinh.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.conversation.Inbound.Content;
import vn.ansinh.conversation.forms.Opening;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.Wish;
import vn.ansinh.vaccination.Child;
import vn.ansinh.vaccination.Dose;

/// Signing up, step by step; today is 23 November 2026.
class SignUpTest {
  private static final Wish MOTHERS = new Wish.Insurance("mẹ", LocalDate.parse("2026-12-31"), 3);

  private static ReminderChat chat() {
    return ReminderChat.agreed();
  }

  @Test
  void nothingIsKeptBeforeTheCitizenAgrees() {
    ReminderChat chat = new ReminderChat().say("/nhac");
    assertThat(chat.said()).contains("Chưa có lời nhắc nào");
    chat.tap("Hạn thẻ");
    assertThat(chat.said()).contains("91/2025/QH15", "/xoadulieu", "Giữ bao lâu");
    assertThat(chat.acts).isEmpty();
    chat.tap("Đồng ý");
    assertThat(chat.acts).singleElement().isInstanceOf(Act.Consent.class);
    assertThat(chat.said()).contains("Thẻ bảo hiểm y tế của ai");
    chat.say("mẹ", "31/12/2026", "3").tap("Đúng, nhắc tôi");
    assertThat(chat.wish()).isEqualTo(MOTHERS);
    assertThat(chat.said()).contains("Đã đặt lời nhắc", "mẹ", "31/12/2026", "01/12/2026");
  }

  @Test
  void whoDoesNotAgreeKeepsNothingAndIsAnsweredAsBefore() {
    ReminderChat chat = new ReminderChat().say("nhắc tôi gia hạn thẻ bhyt").tap("Không đồng ý");
    assertThat(chat.isFilling()).isFalse();
    assertThat(chat.acts).isEmpty();
    assertThat(chat.say("tien gia bao nhieu").said()).contains("540.000");
  }

  @Test
  void whoAgreedIsNotAskedAgain() {
    ReminderChat chat = new ReminderChat().say("nhắc tôi gia hạn thẻ").say("đồng ý", "thôi");
    assertThat(chat.say("nhắc tôi gia hạn thẻ").said()).contains("của ai");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nhắc gia hạn thẻ bhyt của mẹ hết hạn 31/12/2026, nhà 3 người",
        "nhac gia han the bhyt cua mẹ het han 31-12 nha 3 nguoi",
        "đặt nhắc thẻ của mẹ hạn 31/12, 3 người cùng đóng",
        "nhắc tôi thẻ bảo hiểm y tế của mẹ sắp hết hạn ngày 31/12/2026, ba người",
      })
  void oneMessageMaySayEverything(String text) {
    ReminderChat chat = chat().say(text);
    assertThat(chat.said()).contains("xem lại", "mẹ", "31/12/2026", "3");
    assertThat(chat.tap("Đúng").wish()).isEqualTo(MOTHERS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mẹ|31/12/2026|3",
        "của mẹ|31-12|ba người",
        "thẻ của mẹ ạ|hết hạn cuối tháng 12|3 người ạ",
        "mẹ, 31/12/2026|3 người|",
        "mẹ hết hạn 31/12/2026|nhà có 3 khẩu|",
        "31/12/2026|mẹ|3",
        "3 người|mẹ|ngày 31 tháng 12 năm 2026",
        "mẹ|3 người|31/12/2026",
        "mẹ, 31/12, 3 người||"
      })
  void theStepsMayBeAnsweredInAnyOrder(String first, String second, String third) {
    ReminderChat chat = chat().say("nhac gia han the bhyt");
    for (String text : new String[] {first, second, third}) {
      if (text != null) {
        chat.say(text);
      }
    }
    assertThat(chat.tap("Đúng").wish()).isEqualTo(MOTHERS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "31/12/2025|dùng được sau 30 ngày kể từ ngày đóng đủ",
        "25/08/2026|đến nay đã 90 ngày",
        "31/8/2037|xa quá",
        "31/02|không có nhiều ngày",
        "31/13/2026|12 tháng",
        "tháng 12|là ngày nào",
        "31/12/2090|xa quá",
        "31/12/3000|1900 đến năm 2100",
        "chịu|Chưa hiểu đây là ngày nào",
        "30/12/2026 hoặc 31/12/2026|nhiều ngày khác nhau"
      })
  void aDateThatCannotBeIsAskedAgainWithTheReason(String date, String reason) {
    ReminderChat chat = chat().say("nhắc gia hạn thẻ", "mẹ", date);
    assertThat(chat.said()).contains(reason, "hết hạn ngày nào");
    assertThat(chat.say("31/12/2026", "3").tap("Đúng").wish()).isEqualTo(MOTHERS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Today is 23/11/2026. From the 90th day of a gap on a new card waits.
        "22/11/2026|đã hết hạn 1 ngày|Còn 89 ngày|19/02/2027",
        "hết hạn hôm qua|đã hết hạn 1 ngày|Còn 89 ngày|19/02/2027",
        "30/9/2026|đã hết hạn 54 ngày|Còn 36 ngày|28/12/2026",
        "đã hết hạn 30/9|đã hết hạn 54 ngày|Còn 36 ngày|28/12/2026",
        "26/08/2026|đã hết hạn 89 ngày|Còn 1 ngày, kể cả hôm nay|23/11/2026",
      })
  void aCardThatHasEndedIsToldHowLongContinuityCanBeKept(
      String date, String ended, String left, String last) {
    ReminderChat chat = chat().say("nhắc gia hạn thẻ", "mẹ", date, "3");
    assertThat(chat.said()).contains("xem lại", ended, left, last, "đóng ngay hôm nay");
    chat.tap("Đúng");
    assertThat(chat.wish()).isInstanceOf(Wish.Insurance.class);
    assertThat(chat.said()).contains("Đã đặt lời nhắc", left, "3 người cùng đóng cả năm hết");
  }

  @Test
  void aCardThatHasEndedIsRemindedOfOnTheDaysThatAreLeft() {
    ReminderChat chat = chat().say("nhắc gia hạn thẻ", "mẹ", "30/9/2026", "3").tap("Đúng");
    assertThat(chat.said()).contains("Lần nhắc tới: 08:00 ngày 29/11/2026");
    chat = chat().say("nhắc gia hạn thẻ", "mẹ", "26/8/2026", "3").tap("Đúng");
    assertThat(chat.said()).doesNotContain("Lần nhắc tới", "chưa có ngày nào");
  }

  @Test
  void aDateByTheMoonIsShownByBothCalendars() {
    ReminderChat chat = chat().say("nhắc gia hạn thẻ", "mẹ", "rằm tháng giêng", "1");
    assertThat(chat.said()).contains("15/1 âm lịch, tức thứ Bảy 20/02/2027");
    chat = chat().say("nhắc gia hạn thẻ", "mẹ", "âm 15/8", "1");
    assertThat(chat.said()).contains("15/8 âm lịch, tức thứ Tư 15/09/2027");
    // Put right by the common calendar it is one of that.
    chat.tap("Sửa", "Ngày hết hạn").say("15/9/2027");
    assertThat(chat.said()).contains("Hết hạn 15/09/2027").doesNotContain("âm lịch");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nhắc gia hạn thẻ|mẹ|âm 15/5/2026|15/5 âm lịch, tức thứ Hai 29/06/2026",
        "nhắc lịch tiêm cho bé|Na|âm 15/12/2026|15/12 âm lịch, tức thứ Sáu 22/01/2027",
      })
  void aDateByTheMoonThatIsNotTakenIsShownByBothCalendars(
      String opening, String name, String date, String both) {
    assertThat(chat().say(opening, name, date).said()).contains(both, " ngày nào?");
  }

  @Test
  void aCardThatHasEndedByTheMoonIsShownByBothCalendars() {
    ReminderChat chat = chat().say("nhắc gia hạn thẻ", "mẹ", "âm 15/8/2026", "1");
    assertThat(chat.said()).contains("15/8 âm lịch, tức thứ Sáu 25/09/2026", "đã hết hạn 59 ngày");
  }

  @Test
  void anOpeningThatNamesADateThatIsNotTakenSaysWhy() {
    ReminderChat chat = chat().say("nhắc gia hạn thẻ của mẹ hết hạn 31/12/2025");
    assertThat(chat.said())
        .contains(
            "Thẻ hết hạn ngày 31/12/2025", "viết ngày hết hạn của thẻ mới", "hết hạn ngày nào");
    assertThat(chat.say("31/12/2026", "3").tap("Đúng").wish()).isEqualTo(MOTHERS);
    chat = chat().say("nhắc gia hạn thẻ của mẹ hết hạn 31/02/2027");
    assertThat(chat.said()).contains("không có nhiều ngày", "hết hạn ngày nào");
  }

  @Test
  void anOpeningThatIsNotTakenSaysWhyBeforeTheConsentToo() {
    ReminderChat chat = new ReminderChat().say("nhắc gia hạn thẻ của mẹ hết hạn 31/12/2025");
    assertThat(chat.said()).contains("Thẻ hết hạn ngày 31/12/2025");
    assertThat(chat.labels()).contains("Đồng ý");
    chat.tap("Đồng ý");
    assertThat(chat.said()).contains("hết hạn ngày nào");
  }

  @Test
  void aBirthByTheMoonIsShownByBothCalendars() {
    ReminderChat chat = chat().say("nhắc lịch tiêm cho bé", "Na", "âm 15/8", "phải", "chưa tiêm");
    assertThat(chat.said()).contains("15/8 âm lịch, tức thứ Sáu 25/09/2026");
  }

  @ParameterizedTest
  @ValueSource(strings = {"thôi", "hủy", "huy bo", "thôi không nhắc nữa", "để sau ạ", "Thoi"})
  void everyStepCanBeCancelled(String word) {
    List<List<String>> before =
        List.of(
            List.of(),
            List.of("mẹ"),
            List.of("mẹ", "31/12/2026"),
            List.of("mẹ", "31/12/2026", "3"));
    for (List<String> said : before) {
      ReminderChat chat = chat().say("nhắc gia hạn thẻ").say(said.toArray(String[]::new));
      assertThat(chat.isFilling()).isTrue();
      chat.say(word);
      assertThat(chat.isFilling()).as("%s after %s", word, said).isFalse();
      assertThat(chat.wishes).isEmpty();
      assertThat(chat.said()).contains("Đã thôi");
    }
    assertThat(chat().say("nhắc lịch tiêm cho bé", "Na").tap("Thôi").isFilling()).isFalse();
  }

  @Test
  void everyStepCanBeCorrectedByWordsAndByButtons() {
    ReminderChat chat = chat().say("nhắc gia hạn thẻ", "bố", "sai rồi");
    assertThat(chat.said()).contains("của ai");
    chat.say("mẹ", "30/12/2026", "sửa ngày", "31/12/2026", "2", "sai rồi");
    assertThat(chat.labels()).contains("Tên gọi", "Ngày hết hạn", "Số người");
    assertThat(chat.say("số người", "3").tap("Đúng").wish()).isEqualTo(MOTHERS);

    ReminderChat other = chat().say("nhắc gia hạn thẻ", "bố").tap("Sửa câu trước").say("mẹ");
    other.say("30/12/2026").tap("2 người", "Sửa", "Ngày hết hạn").say("31/12/2026");
    other.tap("Sửa", "Số người", "3 người", "Đúng");
    assertThat(other.wish()).isEqualTo(MOTHERS);
  }

  @Test
  void aCorrectionMayBringTheRightAnswer() {
    ReminderChat chat = chat().say("nhắc gia hạn thẻ", "mẹ", "30/12/2026");
    chat.say("nhầm, 31/12/2026").say("3");
    assertThat(chat.tap("Đúng").wish()).isEqualTo(MOTHERS);
    ReminderChat late = chat().say("nhắc gia hạn thẻ của mẹ", "30/12/2026", "3", "ngày 31/12/2026");
    assertThat(late.said()).contains("31/12/2026");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|của ai",
        "mẹ|hết hạn ngày nào",
        "mẹ;31/12/2026|mấy người",
        "mẹ;31/12/2026;3|xem lại"
      })
  void aQuestionInTheMiddleIsAnsweredAndTheStepComesAgain(String before, String step) {
    ReminderChat chat = chat().say("nhắc gia hạn thẻ");
    if (!before.isEmpty()) {
      chat.say(before.split(";"));
    }
    chat.say("tiền già bao nhiêu");
    assertThat(chat.said()).contains("540.000", step);
    assertThat(chat.isFilling()).isTrue();
  }

  @Test
  void anAnswerThatIsATaskOfAnotherKindIsAnsweredToo() {
    ReminderChat chat = chat().say("nhắc gia hạn thẻ");
    chat.say("thủ tục xin trợ cấp hưu trí xã hội");
    assertThat(chat.said()).contains("hưu trí xã hội", "của ai");
    assertThat(chat.say("Nguyễn Thị Thu Hà").said()).contains("Nguyễn Thị Thu Hà");
  }

  @Test
  void aFormThatIsPassedOverThreeTimesIsGivenUp() {
    ReminderChat chat = chat().say("nhắc gia hạn thẻ", "mẹ");
    chat.say("tiền già bao nhiêu", "tiền già bao nhiêu");
    assertThat(chat.isFilling()).isTrue();
    chat.say("tiền già bao nhiêu");
    assertThat(chat.isFilling()).isFalse();
    assertThat(chat.said()).doesNotContain("hết hạn ngày nào");
  }

  @Test
  void aFormIsForgottenAfterHalfAnHourAndItsButtonsSaySo() {
    ReminderChat chat = chat().say("nhắc gia hạn thẻ", "mẹ", "31/12/2026", "3");
    chat.after(Duration.ofMinutes(30)).tap("Đúng, nhắc tôi");
    assertThat(chat.said()).contains("bỏ dở");
    assertThat(chat.wishes).isEmpty();
  }

  @Test
  void aSecondTapOnTheSameButtonKeepsNothingTwice() {
    ReminderChat chat = chat().say("nhắc gia hạn thẻ", "mẹ", "31/12/2026", "3").tap("Đúng");
    chat.tapData("n:save");
    assertThat(chat.wishes).hasSize(1);
    chat.say("nhắc gia hạn thẻ của mẹ hạn 31/12/2026 3 người").tap("Đúng");
    assertThat(chat.said()).contains("đã có rồi");
    assertThat(chat.wishes).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<b>mẹ</b>|chữ cái",
        "[mẹ](https://example.org)|chữ cái",
        "**mẹ**|chữ cái",
        "12345678|chữ cái",
        "0|từ 1 đến 20",
        "Nguyễn Thị Thu Hà Nguyễn Thị Thu Hà Nguyễn Thị Thu Hà|dài quá"
      })
  void aNameThatIsNoneIsAskedAgain(String name, String reason) {
    ReminderChat chat = chat().say("nhắc gia hạn thẻ");
    if (reason.startsWith("từ")) {
      chat.say("mẹ", "31/12/2026");
    }
    assertThat(chat.say(name).said()).contains(reason);
    assertThat(chat.isFilling()).isTrue();
  }

  @Test
  void aNameOfTenThousandLettersIsRefused() {
    ReminderChat chat = chat().say("nhắc gia hạn thẻ").say("mẹ".repeat(5_000));
    assertThat(chat.said()).contains("dài quá", "của ai");
  }

  @Test
  void aChildIsSignedUpWithItsGuardiansWord() {
    ReminderChat chat = chat().say("nhac lich tiem cho be").say("Na", "3/9/2026");
    assertThat(chat.said()).contains("cha, mẹ hoặc người giám hộ");
    chat.tap("cha mẹ", "Đã tiêm đủ");
    assertThat(chat.said()).contains("Na", "03/09/2026", "tạm lấy ngày");
    chat.tap("Đúng, nhắc tôi");
    assertThat(chat.acts.getFirst())
        .isInstanceOfSatisfying(
            Act.Consent.class, consent -> assertThat(consent.guardian()).isTrue());
    Wish.Vaccination wish = (Wish.Vaccination) chat.wish();
    assertThat(wish.nickname()).isEqualTo("Na");
    assertThat(wish.child().given())
        .extracting(given -> given.dose().vaccine())
        .contains("bcg", "hepb-birth", "dpt-hepb-hib");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bé A|A",
        "bé a|a",
        "be a ạ|a",
        "bé A ạ|A",
        "Bé An A|An A",
        "A|A",
        "cu Tí|Tí",
        "cu Tí nhé|Tí",
        "bé Na 2|Na 2",
        "bé Na ạ|Na",
        "be na a|na",
        "bé Thảo Nhã|Thảo Nhã",
        "A Páo|A Páo",
        "Bé Cu|Cu"
      })
  void aNicknameKeepsItsLetters(String said, String name) {
    assertThat(chat().say("nhắc lịch tiêm cho bé", said, "3/9/2026").said())
        .contains("của bé " + name + "?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nhắc lịch tiêm cho bé A sinh 3/9/2026|A",
        "nhắc lịch tiêm cho cu Tí sinh 3/9/2026|Tí",
        "nhắc lịch tiêm cho bé Na 2 sinh 3/9/2026|Na 2",
        "nhắc lịch tiêm cho bé Na 2, sinh ngày 3/9/2026|Na 2",
        "nhắc lịch tiêm cho bé Na 3/9/2026|Na",
        "nhắc lịch tiêm cho bé Gia Hân sinh 3/9/2026|Gia Hân",
        "nhắc lịch tiêm cho bé Cẩm Tú, 3/9/2026|Cẩm Tú"
      })
  void aNicknameIsFoundWholeInsideAnOpening(String opening, String name) {
    ReminderChat chat = chat().say(opening);
    if (chat.said().contains("sinh ngày nào")) {
      chat.say("3/9/2026");
    }
    assertThat(chat.said()).contains("của bé " + name + "?");
  }

  @Test
  void aDoseMarkedByATapIsNeverShownWithItsAssumedDayAsAFact() {
    ReminderChat chat = chat().say("nhắc lịch tiêm cho bé Na sinh 3/9/2026", "phải");
    chat.tap("Chọn từng mũi", "5 trong 1 mũi 1", "Xong", "Đúng");
    Wish.Vaccination wish = (Wish.Vaccination) chat.wish();
    assertThat(wish.child().given())
        .containsExactly(
            new Child.Given(new Dose("dpt-hepb-hib", 1), LocalDate.parse("2026-11-03"), false));
    chat.say("/nhac").tap("Lịch của bé Na");
    assertThat(chat.said())
        .contains("mũi 1: đã tiêm, chưa rõ ngày [", "; ngày tạm tính vì mũi trước chưa rõ ngày [")
        .doesNotContain("ngày 03/11/2026, tính là đủ");
    assertThat(chat.say("/dulieu").said())
        .contains("5 trong 1 mũi 1: đã tiêm, chưa rõ ngày (tạm tính 03/11/2026)");
  }

  @Test
  void anAssumedDayFollowsACorrectedBirth() {
    ReminderChat chat = chat().say("nhắc lịch tiêm cho bé Na sinh 3/9/2026", "phải");
    chat.tap("Chọn từng mũi", "5 trong 1 mũi 1", "Xong", "Đúng");
    chat.say("/nhac").tap("Lịch của bé Na", "Sửa", "Ngày sinh").say("3/8/2026").tap("Đúng");
    Wish.Vaccination wish = (Wish.Vaccination) chat.wish();
    assertThat(wish.child().given())
        .containsExactly(
            new Child.Given(new Dose("dpt-hepb-hib", 1), LocalDate.parse("2026-10-03"), false));
  }

  @Test
  void aDoseOfAnUnknownDayKeepsItsPlaceInTheSeries() {
    Child known =
        new Child(
            LocalDate.parse("2026-04-01"),
            List.of(new Child.Given(new Dose("dpt-hepb-hib", 1), LocalDate.parse("2026-09-20"))));
    ReminderChat chat = chat();
    chat.wishes.put(new ReminderId(1), new Wish.Vaccination("Na", known, null));
    chat.say("/nhac").tap("Lịch của bé Na", "Sửa", "Các mũi", "5 trong 1 mũi 2", "Xong", "Đúng");
    // A month after the first, and not on 1 July, as for a child in time.
    assertThat(((Wish.Vaccination) chat.wish()).child().given())
        .containsExactly(
            new Child.Given(new Dose("dpt-hepb-hib", 1), LocalDate.parse("2026-09-20")),
            new Child.Given(new Dose("dpt-hepb-hib", 2), LocalDate.parse("2026-10-20"), false));
    chat.say("/nhac").tap("Lịch của bé Na");
    assertThat(chat.said())
        .contains("5 trong 1, mũi 1: ngày 20/09/2026, tính là đủ")
        .contains("5 trong 1, mũi 2: đã tiêm, chưa rõ ngày");
  }

  @Test
  void withoutTheGuardiansWordNoChildIsKept() {
    ReminderChat chat = chat().say("nhắc lịch tiêm cho bé Na sinh 3/9/2026").say("không");
    assertThat(chat.isFilling()).isFalse();
    assertThat(chat.wishes).isEmpty();
    assertThat(chat.said()).contains("cha, mẹ hoặc người giám hộ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nhắc lịch tiêm cho bé Na sinh 3/9/2026|phải|chưa tiêm mũi nào",
        "nhac lich tiem chung cho con ten Na sinh ngay 3-9-2026|vang|chua tiem",
        "đặt nhắc tiêm cho cháu Na sn 03/09/2026|đúng rồi ạ|chưa"
      })
  void aChildMayBeSignedUpByWordsAlone(String opening, String word, String doses) {
    ReminderChat chat = chat().say(opening, word, doses, "đúng");
    Wish.Vaccination wish = (Wish.Vaccination) chat.wish();
    assertThat(wish.nickname()).isEqualToIgnoringCase("Na");
    assertThat(wish.child().born()).isEqualTo("2026-09-03");
    assertThat(wish.child().given()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3/9/2027|chưa đến",
        "3/9/1826|1900 đến năm 2100",
        "3/9/1930|16 tuổi",
        "31/02/2026|không có nhiều ngày"
      })
  void aBirthThatCannotBeIsAskedAgainWithTheReason(String born, String reason) {
    ReminderChat chat = chat().say("nhắc lịch tiêm cho bé", "Na", born);
    assertThat(chat.said()).contains(reason, "sinh ngày nào");
  }

  @Test
  void dosesAreMarkedOneByOneInPlace() {
    ReminderChat chat = chat().say("nhắc lịch tiêm cho bé Na sinh 3/9/2026", "phải");
    chat.tap("Chọn từng mũi");
    assertThat(chat.turn().inPlace()).isTrue();
    chat.tap("Lao", "5 trong 1 mũi 1", "5 trong 1 mũi 1");
    assertThat(chat.labels()).contains("✅ Lao mũi 1", "5 trong 1 mũi 1");
    chat.tap("Xong", "Đúng");
    Wish.Vaccination wish = (Wish.Vaccination) chat.wish();
    assertThat(wish.child().given()).hasSize(1);
    assertThat(wish.child().given().getFirst().dose()).isEqualTo(new Dose("bcg", 1));
    assertThat(wish.child().given().getFirst().day()).isEqualTo("2026-09-03");
  }

  @Test
  void anotherBirthAsksForTheDosesAgain() {
    ReminderChat chat = chat().say("nhắc lịch tiêm cho bé Na sinh 3/9/2026", "phải", "đúng lịch");
    chat.say("sửa ngày sinh", "3/10/2026");
    assertThat(chat.said()).contains("đã tiêm những mũi nào");
  }

  @Test
  void aPaymentIsChosenByButtonByWordsOrFromTheOpening() {
    Wish pension = new Wish.Payment("social-pension");
    ReminderChat chat = chat().say("/nhac").tap("Ngày nhận tiền", "hưu trí xã hội", "Đúng");
    assertThat(chat.wish()).isEqualTo(pension);
    chat = chat().say("nhắc ngày lĩnh trợ cấp hưu trí xã hội", "đúng");
    assertThat(chat.wish()).isEqualTo(pension);
    chat = chat().say("nhắc tôi ngày lĩnh tiền", "hưu trí xã hội", "ok");
    assertThat(chat.wish()).isEqualTo(pension);
    assertThat(chat.said()).contains("chưa biết ngày chi trả");
  }

  @Test
  void noMoreThanTwentyAreKept() {
    ReminderChat chat = chat();
    for (int i = 1; i <= 20; i++) {
      chat.say("nhắc lịch tiêm cho bé Na" + i, "3/9/2026", "phải", "chưa", "đúng");
    }
    assertThat(chat.wishes).hasSize(20);
    assertThat(chat.say("nhắc lịch tiêm cho bé").said()).contains("nhiều nhất 20");
    assertThat(chat.isFilling()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nhắc lại câu trước đi",
        "phường có nhắc lịch tiêm không",
        "có ai nhắc tôi đi tiêm không",
        "nhạc tôi thích",
        "mũi nhắc của vắc xin bạch hầu tiêm khi nào",
        "nhắc lịch tiêm có mất tiền không",
        "gia hạn thẻ bảo hiểm y tế thế nào",
        "tiền già bao nhiêu"
      })
  void aQuestionThatOnlySpeaksOfRemindingIsAQuestion(String text) {
    assertThat(Opening.of(text)).isEmpty();
    ReminderChat chat = chat().say(text);
    assertThat(chat.isFilling()).isFalse();
    assertThat(chat.reads()).as("nothing is read for it").isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Huy", "bố", "bo", "Nhâm", "ba", "bà Năm", "chú Tư", "Mai", "Thu", "tôi"})
  void whatIsANameIsTakenForOne(String name) {
    ReminderChat chat = chat().say("nhắc gia hạn thẻ", name);
    assertThat(chat.said()).contains("Thẻ của " + name + " hết hạn ngày nào");
  }

  @Test
  void aCryForHelpInTheMiddleIsAnsweredFirst() {
    ReminderChat chat = chat().say("nhắc lịch tiêm cho bé", "bé bất tỉnh rồi");
    assertThat(chat.said()).contains("115");
  }

  @Test
  void remindersAreOfferedUnderMatchingAnswers() {
    ReminderChat chat = chat().say("gia hạn thẻ bảo hiểm y tế thế nào");
    assertThat(chat.tap("🔔 Nhắc tôi").said()).contains("của ai");
    chat = chat().say("tiền già bao nhiêu").tap("Nhắc tôi");
    assertThat(chat.said()).contains("trợ cấp hưu trí xã hội", "xem lại");
    chat = chat().say("tiền già bao nhiêu").say("nhắc tôi");
    assertThat(chat.said()).contains("xem lại");
  }

  @Test
  void whereNobodyCanBeWrittenToFirstItSaysWhere() {
    ReminderChat web = ReminderChat.onTheWeb();
    assertThat(web.say("/nhac").said()).contains("Telegram");
    assertThat(web.say("nhắc tôi gia hạn thẻ").said()).contains("Telegram");
    assertThat(web.say("tiền già bao nhiêu").labels()).noneMatch(each -> each.contains("Nhắc"));
    assertThat(web.say("/xoadulieu").tap("Xóa hết").acts).containsExactly(new Act.Erase());
  }

  @Test
  void aVoiceMessageInTheMiddleKeepsTheForm() {
    ReminderChat chat = chat().say("nhắc gia hạn thẻ").hear(new Content.Unsupported());
    assertThat(chat.said()).contains("chỉ đọc được chữ", "của ai");
  }
}
