package vn.ansinh.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.session.Secret;
import vn.ansinh.officer.session.Session.Stage;

/// The officers' pages in a real browser, without JavaScript but where a test says so.
class ConsoleBrowserTest {
  private static final String PASSWORD = "đò chiều qua sông Hồng";
  private static final SetClock CLOCK = new SetClock();
  private static Chromium chromium;
  private static RunningService service;
  private static OfficersFixture fixture;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    service = RunningService.withoutTelegram(CLOCK);
    fixture = new OfficersFixture(service, CLOCK);
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

  private static Browser.NewContextOptions plain(int width, int height) {
    return Chromium.options(service.address(), width, height).setJavaScriptEnabled(false);
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private static String heading(Page page) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).innerText();
  }

  @Test
  void anOfficerComesInByALinkSetsUpCodesAndSignsInAgain() {
    String link = "/console/link/" + fixture.add("hoa.le", "Lê Hoa", Role.APPROVER).link().text();
    try (BrowserContext context = chromium.open(plain(390, 844))) {
      Page page = context.newPage();
      List<String> elsewhere = new ArrayList<>();
      page.onRequest(
          request -> {
            if (!request.url().startsWith(service.address())) {
              elsewhere.add(request.url());
            }
          });
      page.navigate(link);
      page.getByLabel("Mật khẩu mới", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
      page.getByLabel("Nhập lại mật khẩu mới").fill(PASSWORD);
      press(page, "Đặt mật khẩu");
      assertThat(page.locator("svg.qr")).isVisible();
      page.getByText("Không quét được?").click();
      byte[] key = OfficerBrowser.key(page.content());
      page.getByLabel("Nhập mã 6 số").fill(OfficerBrowser.code(key, CLOCK));
      press(page, "Xong");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã cài mã xác thực");
      assertThat(heading(page)).isEqualTo("Chào Lê Hoa");
      press(page, "Đăng xuất");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã đăng xuất");

      CLOCK.advance(Duration.ofMinutes(1));
      page.getByLabel("Tên đăng nhập").fill("hoa.le");
      page.getByLabel("Mật khẩu").fill("sai mật khẩu rồi");
      press(page, "Đăng nhập");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("chưa đúng");
      page.getByLabel("Mật khẩu").fill(PASSWORD);
      page.keyboard().press("Enter");
      page.getByLabel("Mã 6 số").fill(OfficerBrowser.code(key, CLOCK));
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.BANNER)).containsText("Lê Hoa");
      assertThat(page.getByRole(AriaRole.BANNER)).containsText("Người duyệt");
      assertThat(elsewhere).isEmpty();
    }
  }

  @Test
  void theKeyboardAloneIsEnough() {
    try (BrowserContext context = chromium.open(plain(1280, 900))) {
      signIn(context, fixture.add("an.tran", "Trần An", Role.ADMINISTRATOR).officer());
      Page page = context.newPage();
      page.navigate("/console/officers");
      page.keyboard().press("Tab");
      assertThat(page.locator(":focus")).hasText("Đến nội dung");
      page.keyboard().press("Enter");
      page.getByLabel("Họ tên").focus();
      page.keyboard().type("Phạm Mai");
      page.keyboard().press("Tab");
      page.keyboard().type("mai.pham");
      page.keyboard().press("Tab");
      page.keyboard().press("ArrowUp");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      assertThat(page.locator("main")).containsText("mai.pham");
      assertThat(page.locator(".key a"))
          .hasAttribute("href", Pattern.compile("http://127.0.0.1:\\d+/console/link/[\\w-]{43}"));
      page.navigate("/console/officers/mai.pham");
      assertThat(page.locator(".facts")).containsText("Người xem");
      page.getByText("Ngừng tài khoản này").focus();
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã ngừng");
      assertThat(page.locator(".facts")).containsText("Đã ngừng");
    }
  }

  private static void signIn(BrowserContext context, Officer officer) {
    cookie(context, fixture.session(officer, Stage.FULL));
  }

  private static void cookie(BrowserContext context, Secret session) {
    context.addCookies(
        List.of(
            new Cookie("ansinh_console", session.text())
                .setUrl(service.address() + "/console")
                .setHttpOnly(true)));
  }

  /// Every page at phone and desktop widths, light and dark: nothing wider than the screen, one
  /// heading, every field labelled, no fault in the console; and a picture to look at.
  @ParameterizedTest
  @ValueSource(ints = {320, 360, 768, 1280})
  void everyPageFits(int width) {
    Officer chief =
        fixture.add("chief" + width, "Nguyễn Thị Minh Nguyệt", Role.ADMINISTRATOR).officer();
    Officer long1 =
        fixture
            .add(
                "ten.dang.nhap.that.dai.c" + width,
                "Công Tằng Tôn Nữ Thị Rất Dài Đến Nỗi Không Vừa",
                Role.WRITER)
            .officer();
    String link =
        "/console/link/" + fixture.add("new" + width, "Đỗ Mới", Role.APPROVER).link().text();
    Browser.NewContextOptions options = Chromium.options(service.address(), width, 800);
    try (BrowserContext context = chromium.open(width == 768 ? Chromium.dark(options) : options)) {
      List<String> faults = new ArrayList<>();
      Page page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error") && !message.text().contains("403")) {
              faults.add(message.text());
            }
          });
      look(page, width, Map.of("sign-in", "/console/sign-in", "link", link));
      cookie(context, fixture.session(chief, Stage.PASSWORD));
      look(page, width, Map.of("codes", "/console/codes"));
      service
          .database
          .pool()
          .preparedQuery("update officer set totp_secret = '\\x00' where id = $1")
          .execute(Tuple.of(chief.id().value()))
          .await();
      look(page, width, Map.of("second-factor", "/console/second-factor"));
      signIn(context, chief);
      Map<String, String> pages = new LinkedHashMap<>();
      pages.put("start", "/console");
      pages.put("account", "/console/account");
      pages.put("officers", "/console/officers");
      pages.put("officer", "/console/officers/" + long1.login());
      pages.put("own", "/console/officers/" + chief.login());
      pages.put("audit", "/console/audit");
      look(page, width, pages);
      page.navigate("/console/officers/" + long1.login());
      page.getByText("Đặt lại tài khoản này").click();
      press(page, "Đồng ý, lấy liên kết mới");
      Looks.fits(page, width, "reset");
      signIn(context, long1);
      look(page, width, Map.of("refused", "/console/audit"));
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void theFirstPageFits() {
    try (RunningService fresh = RunningService.withoutTelegram(CLOCK)) {
      String link = OfficerBrowser.link(String.join(" ", fresh.progress));
      for (int width : new int[] {360, 1280}) {
        try (BrowserContext context = chromium.open(fresh.address(), width, 800)) {
          look(context.newPage(), width, Map.of("first", link));
        }
      }
    }
  }

  static void look(Page page, int width, Map<String, String> pages) {
    pages.forEach(
        (name, path) -> {
          page.navigate(path);
          Looks.fits(page, width, name);
        });
  }
}
