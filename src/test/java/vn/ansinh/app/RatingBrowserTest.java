package vn.ansinh.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// 👍 and 👎 on the page, in a real browser.
class RatingBrowserTest {
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

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page asked(BrowserContext context) {
    Page page = context.newPage();
    page.navigate("/");
    page.getByLabel("Câu hỏi", new Page.GetByLabelOptions().setExact(true))
        .fill("tien gia bao nhieu");
    button(page, "Gửi").click();
    assertThat(replies(page)).hasCount(1);
    return page;
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 1280})
  void bothSignsStandInOneRowLargeEnoughForAThumb(int width) {
    try (BrowserContext context = chromium.open(service.address(), width, 740)) {
      Page page = asked(context);
      BoundingBox up = button(page, "Câu trả lời này có ích").boundingBox();
      BoundingBox down = button(page, "Chưa đúng ý").boundingBox();
      assertThat(up.y).isEqualTo(down.y);
      assertThat(down.x).isGreaterThan(up.x + up.width);
      assertThat(Math.min(up.height, up.width)).isGreaterThanOrEqualTo(44);
      assertThat(down.width).isLessThan(80);
      page.evaluate("document.querySelector('.reactions').scrollIntoView({block: 'center'})");
      Chromium.picture(page, "rating-" + width);
    }
  }

  @Test
  void aThumbDownIsAskedWhyAndTheMindCanBeChanged() {
    try (BrowserContext context = chromium.open(service.address(), 360, 740)) {
      Page page = asked(context);
      button(page, "Chưa đúng ý").click();
      assertThat(replies(page)).hasCount(2);
      assertThat(page.locator("article.mine").last()).containsText("Chưa đúng ý");
      Chromium.picture(page, "rating-why");
      button(page, "Không đúng câu tôi hỏi").click();
      assertThat(replies(page).last()).containsText("Một cửa");
      Chromium.picture(page, "rating-thanks");
      button(page, "Câu trả lời này có ích").click();
      assertThat(replies(page)).hasCount(4);
      assertThat(replies(page).last()).containsText("Cảm ơn");
      page.reload();
      assertThat(replies(page)).hasCount(4);
      assertThat(page.locator("article.mine").getByText("Câu trả lời này có ích")).hasCount(1);
    }
  }

  @Test
  void theKeyboardReachesThem() {
    try (BrowserContext context = chromium.open(service.address(), 360, 740)) {
      Page page = asked(context);
      page.locator("form.choices button").last().focus();
      page.keyboard().press("Tab");
      assertThat(button(page, "Câu trả lời này có ích")).isFocused();
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      assertThat(replies(page)).hasCount(2);
      assertThat(button(page, "Khó hiểu")).isVisible();
    }
  }

  @Test
  void theyWorkAsAPlainFormWithoutJavaScript() {
    try (BrowserContext context =
        chromium.open(Chromium.options(service.address(), 360, 740).setJavaScriptEnabled(false))) {
      Page page = asked(context);
      button(page, "Chưa đúng ý").click();
      assertThat(replies(page)).hasCount(2);
      button(page, "Khó hiểu").click();
      assertThat(replies(page)).hasCount(3);
      assertThat(replies(page).last()).containsText("Một cửa");
    }
  }

  @Test
  void onAReloadedPageOneFormAfterAnotherIsAnswered() {
    try (BrowserContext context = chromium.open(service.address(), 360, 740)) {
      Page page = asked(context);
      page.reload();
      button(page, "Câu trả lời này có ích").click();
      assertThat(replies(page)).hasCount(2);
      button(page, "Giấy tờ").click();
      assertThat(replies(page)).hasCount(3);
    }
  }
}
