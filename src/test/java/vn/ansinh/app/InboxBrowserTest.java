package vn.ansinh.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.session.Session.Stage;

/// The officers' inbox, and asking them from the page, in a real browser.
class InboxBrowserTest {
  private static final SetClock CLOCK = new SetClock();

  private final Chromium chromium = Chromium.start();
  private final RunningService service = RunningService.withoutTelegram(CLOCK);
  private final OfficersFixture fixture = new OfficersFixture(service, CLOCK);
  private final Officer hoa = fixture.add("hoa.le", "Lê Hoa", Role.WRITER).officer();

  @BeforeEach
  void fill() {
    fixture.add("mai.tran", "Trần Thị Ngọc Mai", Role.WRITER);
    for (String sql :
        List.of(
            """
            insert into citizen (channel, address, created_at, unreachable_at)
            select 'telegram', 'c' || n, now(), case when n = 3 then now() end
            from generate_series(1, 6) n""",
            """
            insert into inbox_case (citizen_id, state, officer_id, version, opened_at, promised_at,
              unseen_at, touched_at) values
              (1, 'waiting', null, 1, '2026-11-20T03:00Z', '2026-11-23T03:00Z', '2026-11-23T03:00Z',
                '2026-11-20T03:00Z'),
              (2, 'waiting', null, 1, '2026-11-23T02:00Z', '2026-11-24T02:00Z', '2026-11-24T02:00Z',
                '2026-11-23T02:00Z'),
              (3, 'claimed', 1, 2, '2026-11-23T01:00Z', '2026-11-24T01:00Z', '2026-11-24T01:00Z',
                '2026-11-23T01:00Z'),
              (4, 'claimed', 2, 2, '2026-11-23T01:30Z', '2026-11-24T01:30Z', '2026-11-24T01:30Z',
                '2026-11-23T01:30Z'),
              (5, 'answered', 2, 3, '2026-11-22T01:00Z', null, null, '2026-11-23T01:00Z'),
              (6, 'closed', 1, 4, '2026-11-21T01:00Z', null, null, '2026-11-22T01:00Z')""",
            """
            insert into inbox_message (case_id, officer_id, body, answered, added, said_at) values
              (1, null, 'bà ngoại cháu 78 tuổi chưa có lương hưu, hồ sơ nộp hai tháng rồi mà chưa thấy '
                || 'trả lời, nhà cháu ở xa, hỏi ai bây giờ ạ', E'Trợ cấp hưu trí xã hội\\n\\nMức hưởng '
                || '540.000 đồng một tháng.', 'mã hồ sơ cháu có giữ ạ', '2026-11-20T03:00Z'),
              (2, null, 'xin giấy xác nhận độc thân ở đâu', null, null, '2026-11-23T02:00Z'),
              (3, null, 'thẻ bảo hiểm của con', 'Thẻ.', null, '2026-11-23T01:00Z'),
              (4, null, 'tiền điện hộ nghèo', 'Tiền.', null, '2026-11-23T01:30Z'),
              (5, null, 'lịch tiêm', 'Lịch.', null, '2026-11-22T01:00Z'),
              (5, 2, E'Sáng thứ Tư tại trạm y tế.\\n\\nMang theo sổ tiêm.', null, null,
                '2026-11-23T01:00Z'),
              (6, null, 'việc cũ', null, null, '2026-11-21T01:00Z')""",
            """
            insert into answer_draft (questions, entitlement, facet, body, officer_id, written_at)
            values (E'wifi nhà văn hóa\\nmật khẩu wifi', '', '', 'Hỏi bảo vệ.', 1, now()),
              ('tiền già trả ngày nào', 'pay-dates', 'payment', E'Ngày 5.\\n\\nTheo thông báo.', 2, now())""",
            """
            insert into unanswered_question (question, asked_on) values ('nuôi chó', now())""")) {
      service.database.pool().query(sql).execute().await();
    }
  }

  @AfterEach
  void stop() {
    service.close();
    chromium.close();
  }

  private Page open(BrowserContext context) {
    context.addCookies(
        List.of(
            new Cookie("ansinh_console", fixture.session(hoa, Stage.FULL).text())
                .setUrl(service.address() + "/console")
                .setHttpOnly(true)));
    return context.newPage();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 768, 1280})
  void everyPageFits(int width) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("inbox", "/console/inbox");
    pages.put("inbox-mine", "/console/inbox?list=mine");
    pages.put("inbox-closed", "/console/inbox?list=closed");
    pages.put("inbox-late", "/console/inbox/1");
    pages.put("inbox-lost", "/console/inbox/3");
    pages.put("inbox-held", "/console/inbox/4");
    pages.put("inbox-answered", "/console/inbox/5");
    pages.put("inbox-gone", "/console/inbox/99");
    pages.put("inbox-today", "/console/today");
    pages.put("inbox-start", "/console");
    pages.put("answers", "/console/questions/answers");
    pages.put("answer-write", "/console/questions/unanswered/1");
    Browser.NewContextOptions options = Chromium.options(service.address(), width, 800);
    try (BrowserContext context = chromium.open(width == 768 ? Chromium.dark(options) : options)) {
      Page page = open(context);
      ConsoleBrowserTest.look(page, width, pages);
      page.navigate("/console/inbox/1");
      page.getByLabel("Lời trả lời").fill("Xin đến Một cửa.\n\nMang theo mã hồ sơ.");
      button(page, "Xem trước").click();
      assertThat(button(page, "Gửi cho người hỏi")).isVisible();
      Looks.fits(page, width, "inbox-preview");
    }
  }

  @Test
  void anOfficerTakesAnswersAndClosesByKeyboardAlone() {
    try (BrowserContext context =
        chromium.open(Chromium.options(service.address(), 1280, 800).setJavaScriptEnabled(false))) {
      Page page = open(context);
      page.navigate("/console/inbox");
      assertThat(page.locator("tbody tr").first()).containsText("Quá hạn");
      page.getByText("xin giấy xác nhận độc thân").focus();
      page.keyboard().press("Enter");
      button(page, "Nhận trả lời").focus();
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã nhận");
      page.getByLabel("Lời trả lời").focus();
      page.keyboard().insertText("Ở bộ phận Một cửa.");
      button(page, "Xem trước").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".phone")).containsText("Cán bộ phường trả lời");
      button(page, "Gửi cho người hỏi").focus();
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã gửi cho người hỏi");
      assertThat(page.locator(".thread li")).hasCount(2);
      assertThat(page.locator(".thread .speaker").last()).isVisible();
      button(page, "Xong, đóng câu hỏi").focus();
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã đóng");
      assertThat(page.locator("main")).not().containsText("xin giấy xác nhận độc thân");
    }
  }

  @Test
  void whoAsksOnThePageFindsTheAnswerThere() {
    try (BrowserContext citizen = chromium.open(service.address(), 360, 740);
        BrowserContext context = chromium.open(service.address(), 1280, 800)) {
      Page chat = citizen.newPage();
      chat.navigate("/");
      chat.getByLabel("Câu hỏi", new Page.GetByLabelOptions().setExact(true))
          .fill("tien gia bao nhieu");
      button(chat, "Gửi").click();
      Locator replies = chat.locator("article.ours");
      assertThat(replies).hasCount(1);
      CLOCK.advance(Duration.ofSeconds(1));
      button(chat, "🙋 Hỏi cán bộ").click();
      assertThat(replies.last()).containsText("tien gia bao nhieu");
      Chromium.picture(chat, "inbox-confirm");
      CLOCK.advance(Duration.ofSeconds(1));
      button(chat, "Gửi cán bộ").click();
      assertThat(replies.last()).containsText("mở lại khung chat này");
      Chromium.picture(chat, "inbox-sent");

      Page page = open(context);
      page.navigate("/console/inbox/7");
      assertThat(page.locator("main")).containsText("Hỏi từ trang web");
      page.getByLabel("Lời trả lời").fill("Mức là 540.000 đồng.");
      button(page, "Xem trước").click();
      button(page, "Gửi cho người hỏi").click();
      assertThat(replies.last()).containsText("Cán bộ phường trả lời");
      Chromium.picture(chat, "inbox-reply");
      chat.reload();
      assertThat(replies.last()).containsText("540.000");
      assertThat(chat.locator("article.mine").last()).containsText("Gửi cán bộ");
    }
  }
}
