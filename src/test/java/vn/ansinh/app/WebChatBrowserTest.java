package vn.ansinh.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The citizens' page in a real browser.
class WebChatBrowserTest {
  private static Chromium chromium;
  private static RunningService service;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    service = RunningService.withoutTelegram();
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

  private static Locator replies(Page page) {
    return page.locator("article.ours");
  }

  private static void ask(Page page, String question) {
    int before = replies(page).count();
    page.getByLabel("Câu hỏi", new Page.GetByLabelOptions().setExact(true)).fill(question);
    page.keyboard().press("Enter");
    assertThat(replies(page)).hasCount(before + 1);
  }

  @Test
  void aQuestionIsAnsweredLiveWithoutLoadingThePageAnew() {
    try (BrowserContext context = chromium.open(service.address(), 390, 844)) {
      Page page = context.newPage();
      List<String> faults = new ArrayList<>();
      List<String> elsewhere = new ArrayList<>();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              faults.add(message.text());
            }
          });
      page.onPageError(faults::add);
      page.onRequest(
          request -> {
            if (!request.url().startsWith(service.address())) {
              elsewhere.add(request.url());
            }
          });
      page.navigate("/");
      Chromium.picture(page, "phone-welcome");
      page.evaluate("window.stayed = true");
      ask(page, "tien gia bao nhieu");
      assertThat(replies(page)).containsText("540.000 đồng");
      assertThat(replies(page)).containsText("335/2026/NĐ-CP");
      Chromium.picture(page, "phone-answer");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Giấy tờ"))
          .first()
          .click();
      assertThat(replies(page)).hasCount(2);
      assertThat(replies(page).last()).containsText("tờ khai");
      assertThat(page.locator("article.mine").last()).containsText("Giấy tờ");
      assertThat(page.evaluate("window.stayed")).isEqualTo(true);
      assertThat(faults).isEmpty();
      assertThat(elsewhere).isEmpty();
      assertThat(context.cookies()).hasSize(1);
      assertThat(context.cookies().getFirst().httpOnly).isTrue();
    }
  }

  @Test
  void theConversationIsThereAfterAReloadAndGoesOn() {
    try (BrowserContext context = chromium.open(service.address(), 1280, 900)) {
      Page page = context.newPage();
      page.navigate("/");
      Chromium.picture(page, "desktop-welcome");
      ask(page, "tien gia bao nhieu");
      page.reload();
      assertThat(replies(page)).hasCount(1);
      assertThat(page.locator("article.mine")).containsText("tien gia bao nhieu");
      ask(page, "thế nộp ở đâu");
      assertThat(replies(page).last()).containsText("Một cửa");
      Chromium.picture(page, "desktop-answer");
    }
  }

  @Test
  void aReplyThatOvertakesItsQuestionStandsBelowIt() {
    try (BrowserContext context = chromium.open(service.address(), 390, 844)) {
      Page page = context.newPage();
      page.navigate("/");
      ask(page, "chào");
      Page other = context.newPage();
      other.navigate("/");
      List<Route> held = new ArrayList<>();
      List<APIResponse> taken = new ArrayList<>();
      page.route(
          "**/chat",
          route -> {
            taken.add(route.fetch());
            held.add(route);
          });
      page.getByLabel("Câu hỏi", new Page.GetByLabelOptions().setExact(true))
          .fill("tien gia bao nhieu");
      page.keyboard().press("Enter");
      // The reply is there before the first page hears that its question was taken.
      assertThat(replies(other)).hasCount(2);
      page.waitForCondition(() -> !held.isEmpty());
      held.getFirst().fulfill(new Route.FulfillOptions().setResponse(taken.getFirst()));
      assertThat(page.locator("article.mine").last()).containsText("tien gia bao nhieu");
      assertThat(page.locator("#log > :last-child.ours")).containsText("540.000 đồng");
      assertThat(page.locator("#status")).hasText("");
    }
  }

  @Test
  void anotherOpenPageOfTheSamePersonSeesTheReplyToo() {
    try (BrowserContext context = chromium.open(service.address(), 390, 844)) {
      Page first = context.newPage();
      first.navigate("/");
      ask(first, "chào");
      Page second = context.newPage();
      second.navigate("/");
      assertThat(replies(second)).hasCount(1);
      ask(first, "tien gia bao nhieu");
      assertThat(replies(second)).hasCount(2);
    }
  }

  @Test
  void strangersDoNotSeeEachOther() {
    try (BrowserContext one = chromium.open(service.address(), 390, 844);
        BrowserContext other = chromium.open(service.address(), 390, 844)) {
      Page page = one.newPage();
      page.navigate("/");
      ask(page, "tien gia bao nhieu");
      Page stranger = other.newPage();
      stranger.navigate("/");
      assertThat(replies(stranger)).hasCount(0);
    }
  }

  @Test
  void worksAsAPlainFormWithoutJavaScript() {
    try (BrowserContext context =
        chromium.open(Chromium.options(service.address(), 390, 844).setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate("/");
      page.getByLabel("Câu hỏi", new Page.GetByLabelOptions().setExact(true))
          .fill("bhyt ho gia dinh dong bao nhieu");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Gửi").setExact(true))
          .click();
      assertThat(replies(page)).hasCount(1);
      page.locator("article.ours form.choices button").first().click();
      assertThat(replies(page)).hasCount(2);
      Chromium.picture(page, "plain-form");
    }
  }

  @Test
  void aRefusedCookieIsExplained() {
    try (BrowserContext context =
        chromium.open(Chromium.options(service.address(), 390, 844).setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate("/?sent=1");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("cookie");
    }
  }

  @Test
  void whatCouldNotBeSentStaysInTheField() {
    try (BrowserContext context = chromium.open(service.address(), 390, 844)) {
      Page page = context.newPage();
      page.navigate("/");
      Locator field = page.getByLabel("Câu hỏi", new Page.GetByLabelOptions().setExact(true));
      context.setOffline(true);
      field.fill("tien gia bao nhieu");
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Chưa gửi được");
      assertThat(field).hasValue("tien gia bao nhieu");
      context.setOffline(false);
      page.keyboard().press("Enter");
      assertThat(replies(page)).hasCount(1);
      assertThat(field).hasValue("");
    }
  }

  @Test
  void theKeyboardAloneIsEnough() {
    try (BrowserContext context = chromium.open(service.address(), 390, 844)) {
      Page page = context.newPage();
      page.navigate("/");
      page.keyboard().press("Tab");
      assertThat(page.locator(":focus")).hasText(Pattern.compile("Đến ô viết câu hỏi"));
      page.keyboard().press("Enter");
      page.keyboard().type("tien gia bao nhieu");
      page.keyboard().press("Enter");
      assertThat(replies(page)).hasCount(1);
      page.locator("article.ours button").first().focus();
      page.keyboard().press("Enter");
      assertThat(replies(page)).hasCount(2);
    }
  }

  @Test
  void screenReadersAreTold() {
    try (BrowserContext context = chromium.open(service.address(), 390, 844)) {
      Page page = context.newPage();
      page.navigate("/");
      ask(page, "tien gia bao nhieu");
      Locator log = page.getByRole(AriaRole.LOG);
      assertThat(log).containsText("An Sinh trả lời:");
      assertThat(page.locator("html")).hasAttribute("lang", "vi");
      assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
          .hasCount(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 768, 1280})
  void nothingIsCutOffAtAnyWidth(int width) {
    try (BrowserContext context =
        chromium.open(Chromium.dark(Chromium.options(service.address(), width, 700)))) {
      Page page = context.newPage();
      page.navigate("/");
      ask(page, "mua bhyt ho gia dinh het bao nhieu tien " + "a".repeat(120));
      ask(page, "tien gia bao nhieu");
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(width);
      Chromium.picture(page, "dark-" + width);
    }
  }

  @Test
  void markupThatSomebodyTypesIsShownAsText() {
    try (BrowserContext context = chromium.open(service.address(), 390, 844)) {
      Page page = context.newPage();
      page.navigate("/");
      String typed = "<img src=x onerror=alert(1)> tien gia bao nhieu";
      ask(page, typed);
      page.reload();
      assertThat(page.locator("article.mine")).containsText(typed);
      assertThat(page.locator("article img")).hasCount(0);
    }
  }
}
