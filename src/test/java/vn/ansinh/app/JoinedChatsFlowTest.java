package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.ansinh.reminder.Wish;
import vn.ansinh.telegram.FakeUpdates;
import vn.ansinh.telegram.Fault;
import vn.ansinh.vaccination.Child;

/// One person with a chat on Telegram and one on a messenger without buttons, from the code to the
/// erasure of both.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JoinedChatsFlowTest {
  private static final long LAN = 4711;
  private static final String Z = "zalo-lan";
  private static final Pattern CODE = Pattern.compile("NOI (\\d{4}) (\\d{4})");
  private static final LocalDate EXPIRES = LocalDate.of(2026, 12, 31);

  private final TwoMessengers both = new TwoMessengers();

  @AfterEach
  void close() {
    both.close();
  }

  /// The digits of the code in a message.
  private static String code(String message) {
    Matcher matcher = CODE.matcher(message);
    assertThat(matcher.find()).as(message).isTrue();
    return matcher.group(1) + matcher.group(2);
  }

  /// @return what is said where the code was typed, once the other chat has heard of it
  private String join() {
    both.zalo(Z, "NOI " + code(both.telegram(LAN, "/noi")));
    int told = both.telegramTexts(LAN).size() + 1;
    String joined = both.zalo(Z, "1");
    both.awaitTelegram(LAN, told);
    return joined;
  }

  private static Wish card(String name) {
    return new Wish.Insurance(name, EXPIRES, 2);
  }

  private long reminders() {
    return both.count("select count(*) from reminder where ended_at is null");
  }

  @Test
  void aCodeOfOneChatJoinsItToTheOneInWhichItIsTypedAfterThePersonAgreed() {
    String shown = both.telegram(LAN, "Nối Zalo và Telegram");
    assertThat(shown).contains("10 phút", "/tachnoi", "cả hai khung chat đều là của mình");
    String sure = both.zalo(Z, "  noi " + code(shown).replace("", " "));
    assertThat(sure).contains("Zalo", "Telegram", "lời nhắc", "/tachnoi", "1. Đồng ý nối");
    assertThat(both.count("select count(*) from joined_chat")).isZero();
    int told = both.telegramTexts(LAN).size() + 1;
    assertThat(both.zalo(Z, "1")).contains("Đã nối Zalo với Telegram", "1. Gửi về Zalo");
    both.awaitTelegram(LAN, told);
    assertThat(both.telegramTexts(LAN).getLast()).contains("vừa được nối với Zalo");
    assertThat(both.count("select count(*) from consent where purpose = 'joining'")).isEqualTo(1);
    assertThat(both.telegram(LAN, "/noi")).contains("đã nối với Zalo");
  }

  @Test
  void whoDoesNotAgreeIsNotJoinedAndTheCodeStaysGood() {
    String code = code(both.telegram(LAN, "/noi"));
    both.zalo(Z, code);
    assertThat(both.zalo(Z, "Không nối")).contains("vẫn riêng");
    assertThat(both.count("select count(*) from joined_chat")).isZero();
    assertThat(both.zalo(Z, "/noi " + code)).contains("Đồng ý nối");
  }

  @Test
  void theCodeGoesTheOtherWayToo() {
    String code = code(both.zalo(Z, "kết nối tài khoản"));
    assertThat(both.telegram(LAN, "/noi " + code)).contains("Zalo");
    assertThat(both.tap(LAN, "Đồng ý nối")).contains("Đã nối Telegram với Zalo");
  }

  @Test
  void anExpiredAUsedAnUnknownAndTheOwnCodeJoinNothing() {
    String old = code(both.telegram(LAN, "/noi"));
    both.clock.advance(Duration.ofMinutes(10));
    String wrong = both.zalo(Z, old);
    assertThat(wrong).contains("không đúng, đã dùng rồi hoặc quá hạn", "4 lần");
    assertThat(both.zalo(Z, "NOI 0000 0000")).isEqualTo(wrong.replace("4 lần", "3 lần"));
    assertThat(both.telegram(LAN, code(both.telegram(LAN, "/noi"))))
        .contains("mã của chính khung chat này");
    String used = code(both.telegram(LAN, "/noi"));
    both.zalo(Z, used);
    both.zalo(Z, "1");
    both.zalo(Z, "/tachnoi");
    assertThat(both.zalo(Z, used)).contains("4 lần");
    assertThat(both.count("select count(*) from joined_chat")).isZero();
  }

  @Test
  void aCodeThatRunsOutBeforeThePersonAgreesJoinsNothing() {
    both.zalo(Z, code(both.telegram(LAN, "/noi")));
    both.clock.advance(Duration.ofMinutes(11));
    assertThat(both.zalo(Z, "1")).contains("quá hạn");
    assertThat(both.count("select count(*) from joined_chat")).isZero();
  }

  @Test
  void afterFiveWrongCodesEvenTheRightOneWaits() {
    String code = code(both.telegram(LAN, "/noi"));
    for (int i = 1; i <= 4; i++) {
      assertThat(both.zalo(Z, "NOI 0000 000" + i)).contains((5 - i) + " lần");
    }
    assertThat(both.zalo(Z, "NOI 0000 0005")).contains("đợi 15 phút");
    assertThat(both.zalo(Z, code)).contains("đợi 15 phút");
    both.clock.advance(Duration.ofMinutes(15));
    assertThat(both.zalo(Z, code(both.telegram(LAN, "/noi")))).contains("Đồng ý nối");
  }

  @Test
  void aThirdChatAndOneOnTheSameMessengerAreNotJoined() {
    assertThat(both.zalo("another", code(both.zalo(Z, "/noi")))).contains("hai ứng dụng");
    join();
    String third = code(both.zalo("third", "/noi"));
    assertThat(both.telegram(LAN, third)).contains("đã nối với Zalo", "/tachnoi");
    assertThat(both.count("select count(*) from joined_chat")).isEqualTo(2);
  }

  @Test
  void groupsAreNotJoined() {
    both.api.push(FakeUpdates.group(-100, 3, "/noi@ansinh_thu_bot"));
    both.awaitTelegram(-100, 1);
    assertThat(both.telegramTexts(-100).getFirst()).contains("nhóm").doesNotContain("NOI");
    assertThat(both.count("select count(*) from joining")).isZero();
  }

  @Test
  void theCodeOfWhoHadEverythingErasedIsGone() {
    String code = code(both.telegram(LAN, "/noi"));
    both.telegram(LAN, "/xoadulieu");
    both.tap(LAN, "Xóa hết");
    assertThat(both.zalo(Z, code)).contains("không đúng");
  }

  @Test
  void ofTwoDevicesThatTypeOneCodeAtOnceOneIsJoined() {
    String code = code(both.telegram(LAN, "/noi"));
    List<String> chats = List.of("one", "two", "three", "four");
    chats.forEach(chat -> both.zalo(chat, code));
    Future.all(chats.stream().map(chat -> both.say(chat, "1")).toList()).await();
    chats.forEach(chat -> both.awaitZalo(chat, 2));
    assertThat(chats)
        .filteredOn(chat -> both.zalo.texts(chat).getLast().contains("Đã nối"))
        .hasSize(1);
    assertThat(both.count("select count(*) from joined_chat")).isEqualTo(2);
  }

  @Test
  void whoTypesEachCodeInTheOtherChatAtOnceIsJoinedOnce() {
    String ofTelegram = code(both.telegram(LAN, "/noi"));
    String ofZalo = code(both.zalo(Z, "/noi"));
    both.zalo(Z, ofTelegram);
    both.telegram(LAN, ofZalo);
    int before = both.telegramTexts(LAN).size();
    Future<Void> said = both.say(Z, "1");
    both.tap(LAN, "Đồng ý nối");
    said.await();
    both.awaitTelegram(LAN, before + 1);
    both.awaitZalo(Z, 3);
    assertThat(both.count("select count(*) from joined_chat")).isEqualTo(2);
  }

  @Test
  void remindersOfBothAreListedShownStoppedAndErasedInEither() {
    both.telegram(LAN, "/nhac");
    both.zalo(Z, "/nhac");
    both.remind("telegram", LAN, card("mẹ"));
    both.remind("zalo", Z, card("bố"));
    join();
    assertThat(both.telegram(LAN, "/nhac")).contains("mẹ", "bố", "Tính chung Telegram và Zalo");
    assertThat(both.zalo(Z, "/dulieu")).contains("mẹ", "bố", "Tính chung Zalo và Telegram");
    String file =
        both.telegram(LAN, "/dulieu") + both.api.await("sendDocument", 1).await().getLast();
    assertThat(file).contains("other_chat", Z);
    assertThat(both.zalo(Z, "/dung")).contains("cả ở Zalo và ở Telegram");
    assertThat(both.count("select count(*) from citizen where stopped_at is not null"))
        .isEqualTo(2);
    both.telegram(LAN, "/tieptuc");
    assertThat(both.count("select count(*) from citizen where stopped_at is not null")).isZero();
    both.clock.advance(Duration.ofDays(8));
    both.tick();
    assertThat(both.zalo(Z, "/xoadulieu")).contains("cả ở Zalo và ở Telegram");
    assertThat(both.zalo(Z, "1")).contains("Đã xóa hết", "cả ở Zalo và ở Telegram");
    Awaitility.await()
        .until(() -> both.count("select count(*) from delivery where state = 'queued'") == 0);
    assertThat(both.dump().replace("(" + Z, "")).doesNotContain("bố", "mẹ", "NOI ", "joining");
    assertThat(reminders()).isZero();
    for (String table : List.of("joined_chat", "joining", "consent", "inbound", "profile")) {
      assertThat(both.count("select count(*) from " + table)).as(table).isZero();
    }
    assertThat(both.telegram(LAN, "/nhac")).doesNotContain("mẹ", "bố");
  }

  @Test
  void aChildOfBothIsOneAndTheOthersStay() {
    both.telegram(LAN, "/nhac");
    both.zalo(Z, "/nhac");
    LocalDate born = LocalDate.of(2026, 9, 3);
    both.remind("telegram", LAN, new Wish.Vaccination("Na", new Child(born, List.of()), null));
    both.remind("telegram", LAN, new Wish.Vaccination("Tí", new Child(born, List.of()), null));
    both.remind("zalo", Z, new Wish.Vaccination("na", new Child(born, List.of()), null));
    both.remind("zalo", Z, new Wish.Payment("social-pension"));
    assertThat(join()).contains("đã gộp: 1");
    assertThat(reminders()).isEqualTo(3);
    assertThat(both.zalo(Z, "/nhac")).contains("Na", "Tí");
    assertThat(both.telegram(LAN, "/nhac")).contains("Na", "Tí");
  }

  @Test
  void aReminderGoesToTheChosenMessengerAndToTheOtherWhenThatOneIsBlocked() {
    both.telegram(LAN, "/nhac");
    both.remind("telegram", LAN, card("mẹ"));
    assertThat(join()).contains("gửi về đâu");
    assertThat(both.zalo(Z, "1")).contains("gửi về Zalo");
    both.clock.advance(Duration.ofDays(8));
    int sent = both.zalo.texts(Z).size();
    both.tick();
    both.awaitZalo(Z, sent + 1);
    assertThat(both.zalo.texts(Z).getLast()).contains("mẹ", "31/12/2026");
    both.zalo.block(Z);
    int told = both.telegramTexts(LAN).size();
    both.clock.advance(Duration.ofDays(23));
    both.tick();
    Awaitility.await()
        .until(() -> both.count("select count(*) from delivery where state = 'unreachable'") == 1);
    both.tick();
    both.awaitTelegram(LAN, told + 1);
    assertThat(both.telegramTexts(LAN).getLast()).contains("mẹ", "Không gửi được về Zalo");
    both.tick();
    assertThat(both.count("select count(*) from delivery where origin = 1")).isEqualTo(3);
  }

  @Test
  void aReminderOfOneChatIsAnsweredInTheOther() {
    both.telegram(LAN, "/nhac");
    both.remind("telegram", LAN, card("mẹ"));
    join();
    both.zalo(Z, "1");
    assertThat(both.zalo(Z, "/nhac")).contains("Thẻ của mẹ");
    assertThat(both.zalo(Z, "1")).contains("mẹ", "31/12/2026");
  }

  @Test
  void whoIsPartedIsToldWhoKeepsWhat() {
    both.telegram(LAN, "/nhac");
    both.zalo(Z, "/nhac");
    assertThat(both.telegram(LAN, "/tachnoi")).contains("chưa nối với nơi nào");
    assertThat(both.telegram(LAN, "/kenh")).contains("chưa nối với nơi nào");
    both.remind("telegram", LAN, card("mẹ"));
    join();
    int told = both.zalo.texts(Z).size();
    assertThat(both.telegram(LAN, "tách Zalo khỏi Telegram"))
        .contains("Đã thôi nối với Zalo", "Telegram giữ", "mẹ", "Zalo không có lời nhắc nào");
    both.awaitZalo(Z, told + 1);
    assertThat(both.zalo.texts(Z).getLast()).contains("không còn nối với Telegram");
    assertThat(both.zalo(Z, "/nhac")).doesNotContain("mẹ");
    assertThat(both.telegram(LAN, "/nhac")).contains("mẹ").doesNotContain("Tính chung");
  }

  @Test
  void whoLeftTelegramHearsOfItOnTheOtherMessenger() {
    both.telegram(LAN, "/nhac");
    both.remind("telegram", LAN, card("mẹ"));
    join();
    both.api.failChat(LAN, Fault.blocked());
    both.clock.advance(Duration.ofDays(8));
    int sent = both.zalo.texts(Z).size();
    both.tick();
    Awaitility.await()
        .until(() -> both.count("select count(*) from delivery where state = 'unreachable'") == 1);
    both.tick();
    both.awaitZalo(Z, sent + 1);
    assertThat(both.zalo.texts(Z).getLast()).contains("mẹ", "Không gửi được về Telegram");
  }
}
