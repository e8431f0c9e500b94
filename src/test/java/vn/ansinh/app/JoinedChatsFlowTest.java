package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.session.Session.Stage;
import vn.ansinh.reminder.Wish;
import vn.ansinh.telegram.FakeUpdates;
import vn.ansinh.telegram.Fault;
import vn.ansinh.vaccination.Child;

/// One person with a chat on Telegram and one on Zalo, from the code to the erasure of both; the
/// service reaches both messengers over HTTP.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JoinedChatsFlowTest {
  private static final long LAN = 4711;
  private static final String Z = "zalo-lan";
  private static final Pattern CODE = Pattern.compile("NOI (\\d{4}) (\\d{4})");
  private static final Pattern FILE = Pattern.compile("/tep/\\S+");
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

  /// @return what is said where the code was typed
  private String join() {
    both.zalo(Z, "NOI " + code(both.telegram(LAN, "/noi")));
    String joined = both.zalo(Z, "1");
    assertThat(both.telegram(LAN).heard()).contains("vừa được nối với Zalo");
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
    assertThat(both.zalo(Z, "1")).contains("Đã nối Zalo với Telegram", "1. Gửi về Zalo");
    assertThat(both.telegram(LAN).heard()).contains("vừa được nối với Zalo");
    assertThat(both.count("select count(*) from consent where purpose = 'joining'")).isEqualTo(1);
    assertThat(both.telegram(LAN, "/noi")).contains("đã nối với Zalo");
  }

  @Test
  void bothMessengersAreNamedAndJoiningIsOffered() {
    assertThat(both.zalo(Z, "/trogiup")).contains("trong Telegram hoặc Zalo rồi gửi /nhac");
    assertThat(
            both.service
                .telegram
                .await("setMyCommands", 1)
                .await()
                .getFirst()
                .parameters()
                .encode())
        .contains("\"noi\"", "\"kenh\"", "\"tachnoi\"");
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
    both.service.telegram.push(FakeUpdates.group(-100, 3, "/noi@ansinh_thu_bot"));
    both.service.telegram.drained().await();
    assertThat(both.telegram(-100).heard()).contains("nhóm").doesNotContain("NOI");
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
    assertThat(chats).filteredOn(chat -> both.zalo(chat).heard().contains("Đã nối")).hasSize(1);
    assertThat(both.count("select count(*) from joined_chat")).isEqualTo(2);
  }

  @Test
  void whoTypesEachCodeInTheOtherChatAtOnceIsJoinedOnce() {
    String ofTelegram = code(both.telegram(LAN, "/noi"));
    String ofZalo = code(both.zalo(Z, "/noi"));
    both.zalo(Z, ofTelegram);
    both.telegram(LAN, ofZalo);
    Future<Integer> said = both.say(Z, "1");
    assertThat(both.tap(LAN, "Đồng ý nối")).contains("nối");
    said.await();
    assertThat(both.zalo(Z).heard()).contains("nối");
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
        both.telegram(LAN, "/dulieu")
            + both.service.telegram.await("sendDocument", 1).await().getLast();
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
    assertThat(both.dump().replace("(" + Z, "")).doesNotContain("bố", "mẹ", "NOI ", "joining");
    assertThat(reminders()).isZero();
    for (String table : List.of("joined_chat", "joining", "consent", "inbound", "profile")) {
      assertThat(both.count("select count(*) from " + table)).as(table).isZero();
    }
    assertThat(both.telegram(LAN).heard()).contains("mẹ");
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
    both.tick();
    assertThat(both.zalo(Z).heard()).contains("mẹ", "31/12/2026");
    both.service.zalo.block(Z);
    both.clock.advance(Duration.ofDays(23));
    both.tick();
    assertThat(both.count("select count(*) from delivery where state = 'unreachable'")).isOne();
    assertThat(both.telegram(LAN).heard()).isEmpty();
    both.tick();
    assertThat(both.telegram(LAN).heard()).contains("mẹ", "Không gửi được về Zalo");
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
    assertThat(both.telegram(LAN, "tách Zalo khỏi Telegram"))
        .contains("Đã thôi nối với Zalo", "Telegram giữ", "mẹ", "Zalo không có lời nhắc nào");
    assertThat(both.zalo(Z).heard()).contains("không còn nối với Telegram");
    assertThat(both.zalo(Z, "/nhac")).doesNotContain("mẹ");
    assertThat(both.telegram(LAN, "/nhac")).contains("mẹ").doesNotContain("Tính chung");
  }

  @Test
  void whoLeftTelegramHearsOfItOnTheOtherMessenger() {
    both.telegram(LAN, "/nhac");
    both.remind("telegram", LAN, card("mẹ"));
    join();
    both.service.telegram.failChat(LAN, Fault.blocked());
    both.clock.advance(Duration.ofDays(8));
    both.tick();
    assertThat(both.count("select count(*) from delivery where state = 'unreachable'")).isOne();
    both.tick();
    assertThat(both.zalo(Z).heard()).contains("mẹ", "Không gửi được về Telegram");
  }

  @Test
  void everythingOfBothIsInTheFileThatZaloLinksTo() throws Exception {
    both.telegram(LAN, "/nhac");
    both.zalo(Z, "/nhac");
    both.remind("telegram", LAN, card("mẹ"));
    join();
    Matcher link = FILE.matcher(both.zalo(Z, "/dulieu"));
    assertThat(link.find()).isTrue();
    assertThat(both.service.get(link.group()).body())
        .contains("other_chat", Z, String.valueOf(LAN), "mẹ");
  }

  /// Four persons: one with both messengers who chose Zalo, one on each, one on the web page.
  @Test
  void anAnnouncementReachesEachPersonOnceAndIsCountedByChannel(@TempDir Path directory)
      throws Exception {
    both.zalo("zalo-minh", "xin chào");
    both.telegram(4712, "xin chào");
    both.service.ask("xin chào");
    join();
    both.zalo(Z, "1");
    try (BroadcastCommands commands = new BroadcastCommands(both.service, directory)) {
      commands.approved("--to", "everyone");
      commands.done("start", "1", "--as", "an");
      both.service.awaitCount("select count(*) from delivery where origin = 2", 3);
      both.service.awaitQuiet();
      commands.done("status", "1", "--json");
      JsonObject progress = new JsonObject(commands.out()).getJsonObject("progress");
      assertThat(progress.getInteger("recipients")).isEqualTo(3);
      assertThat(progress.getInteger("sent")).isEqualTo(3);
    }
    assertThat(both.zalo(Z).heard()).isEqualTo("Trả ngày 5.");
    assertThat(both.zalo("zalo-minh").heard()).isEqualTo("Trả ngày 5.");
    assertThat(both.telegram(4712).heard()).isEqualTo("Trả ngày 5.");
    assertThat(both.telegram(LAN).heard()).isEmpty();
    OfficersFixture officers = new OfficersFixture(both.service, both.clock);
    OfficerBrowser hoa = new OfficerBrowser(both.service);
    hoa.setCookie(
        "ansinh_console",
        officers.session(officers.add("hoa", "Lê Hoa", Role.READER).officer(), Stage.FULL).text());
    assertThat(hoa.get("/console/broadcasts/1").body().replaceAll("<[^>]*>|\\s", " "))
        .containsPattern("Telegram +1 +1 +0 +0 +0 +Zalo +2 +2 +0 +0 +0");
  }
}
