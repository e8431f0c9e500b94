package vn.ansinh.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.session.Session.Stage;

/// The pages about what the service does and knows, in a real browser.
class PagesBrowserTest {
  private static final SetClock CLOCK = new SetClock();
  private static Chromium chromium;
  private static RunningService service;
  private static OfficersFixture fixture;
  private static Officer writer;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    service = RunningService.withoutTelegram(CLOCK);
    fixture = new OfficersFixture(service, CLOCK);
    writer = fixture.add("hoa.le", "Lê Hoa", Role.WRITER).officer();
    WorkingDaysFixture.fill(service, VietnamTime.today(CLOCK));
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private static Page open(BrowserContext context) {
    context.addCookies(
        List.of(
            new Cookie("ansinh_console", fixture.session(writer, Stage.FULL).text())
                .setUrl(service.address() + "/console")
                .setHttpOnly(true)));
    return context.newPage();
  }

  private static BrowserContext plain(int width) {
    return chromium.open(
        Chromium.options(service.address(), width, 800).setJavaScriptEnabled(false));
  }

  /// Every page, light and dark: see [ConsoleBrowserTest#fits].
  @ParameterizedTest
  @ValueSource(ints = {320, 360, 768, 1280})
  void everyPageFits(int width) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("today", "/console/today");
    pages.put("questions", "/console/questions");
    pages.put("unhelped", "/console/questions?list=unhelped");
    pages.put("group", "/console/questions/unanswered/1");
    pages.put("group-unhelped", "/console/questions/unhelped/1");
    pages.put("judged", "/console/questions?list=judged");
    pages.put("areas", "/console/knowledge");
    pages.put("entry", "/console/knowledge/entries/sp-social-pension");
    pages.put("stale", "/console/knowledge/stale?on=2027-08-01");
    pages.put("documents", "/console/knowledge/documents");
    pages.put("impact", "/console/knowledge/documents/social-pension");
    pages.put("search", "/console/knowledge/search?q=tien+gia+bao+nhieu+1+thang+vay");
    pages.put("dates", "/console/dates");
    Browser.NewContextOptions options = Chromium.options(service.address(), width, 800);
    try (BrowserContext context = chromium.open(width == 768 ? Chromium.dark(options) : options)) {
      List<String> faults = new ArrayList<>();
      Page page = open(context);
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              faults.add(message.text());
            }
          });
      page.navigate("/console/today");
      assertThat(page.locator(".chart canvas")).hasCount(2);
      ConsoleBrowserTest.look(page, width, pages);
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void withoutJavaScriptTheTablesSayWhatThePicturesShow() {
    try (BrowserContext context = plain(390)) {
      Page page = open(context);
      page.navigate("/console/today");
      assertThat(page.locator(".chart").first()).isHidden();
      page.getByText("Bảng số từng ngày: câu hỏi").click();
      assertThat(page.locator("#t-questions tbody tr")).hasCount(30);
      assertThat(page.locator("#t-questions")).isVisible();
    }
  }

  @Test
  void anOfficerSaysWhichEntryShouldHaveAnsweredByKeyboardAlone() {
    try (BrowserContext context = plain(1280)) {
      Page page = open(context);
      page.navigate("/console/questions");
      page.getByText("đăng ký nuôi chó cần giấy gì").focus();
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.CHECKBOX)).hasCount(2);
      page.getByLabel("nuôi chó có phải đăng ký không").focus();
      page.keyboard().press("Space");
      page.getByRole(
              AriaRole.BUTTON,
              new Page.GetByRoleOptions().setName("Ghi lại và xong").setExact(true))
          .focus();
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Xin chọn mục");
      page.getByLabel("nuôi chó có phải đăng ký không").uncheck();
      page.getByLabel("Mục", new Page.GetByLabelOptions().setExact(true)).selectOption("none");
      page.getByText("Ghi lại và xong").focus();
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã xong");
      assertThat(page.locator("main")).not().containsText("đăng ký nuôi chó cần giấy gì");
      assertThat(page.locator("main")).containsText("nuôi chó có phải đăng ký không");
      page.getByText("Đã chỉ ra mục").click();
      assertThat(page.locator("tbody")).containsText("ngoài phạm vi");
    }
  }
}
