package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.console.broadcasts.Preview;
import vn.ansinh.delivery.Capabilities;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Fitting;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.mailing.Mailing;
import vn.ansinh.delivery.mailing.Share;
import vn.ansinh.telegram.TelegramChannel;
import vn.ansinh.text.Markdown;
import vn.ansinh.text.RichText;
import vn.ansinh.vault.TestVault;

/// The preview of a broadcast and its figures where there is more than one channel.
class ChannelPreviewBrowserTest {
  private static final String CELLS_ON_SEVERAL_LINES =
      """
      [...document.querySelectorAll('.channels tbody th, .channels tbody td')].filter(each => {
        const text = document.createRange();
        text.selectNodeContents(each);
        return new Set([...text.getClientRects()].map(line => Math.round(line.top))).size > 1;
      }).map(each => each.textContent)""";

  private static final Capabilities NARROW =
      new Capabilities(false, false, false, false, 160, true);
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private static String page() throws IOException {
    Mailing mailing =
        new Mailing(
            Map.of("telegram", TelegramChannel.CAPABILITIES, "zalo", NARROW),
            new Fitting(RichText.of("Trả lời bằng số:")),
            TestVault.fresh(),
            Clock.systemUTC());
    Message message =
        new Message(
            Markdown.parse(
                "**Đổi ngày trả lương hưu**\n\nTháng này trả vào ngày 5/12/2026 tại nhà văn hóa"
                    + " Khu phố 1, từ 7 giờ 30 đến 11 giờ.\n\nXin mang theo căn cước."),
            List.of(new Choice("Gia hạn thẻ bảo hiểm y tế", "s:hi-renewal:overview")));
    Preview preview = new Preview(mailing.shown(message), List.of(), 120, 160, 240);
    TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    StringOutput html = new StringOutput();
    templates.render("console/broadcasts/bubble.jte", Map.of("preview", preview), html);
    List<Share> shares =
        List.of(
            new Share("telegram", 1_240, 1_200, 30, 4, 6, 0),
            new Share("zalo", 12_600, 12_000, 500, 0, 100, 0));
    templates.render("console/broadcasts/shares.jte", Map.of("shares", shares), html);
    String css = Files.readString(Path.of("src/main/resources/web/console.css"));
    return "<!doctype html><html lang=vi><head><title>Xem trước</title><meta name=viewport"
        + " content='width=device-width'><style>"
        + Files.readString(Path.of("src/main/resources/web/ansinh.css"))
        + css
        + "</style></head><body><main><h1>Thông báo</h1><section class=card><h2>Người dân thấy</h2>"
        + html
        + "</section></main></body></html>";
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void eachChannelIsShownAsItBringsTheMessage(int width) throws IOException {
    try (BrowserContext context = chromium.open("http://127.0.0.1", width, 800)) {
      Page page = context.newPage();
      page.setContent(page());
      assertThat(page.locator("h3").allInnerTexts()).containsExactly("Telegram", "Zalo");
      var telegram = page.locator(".phone").nth(0);
      var zalo = page.locator(".phone").nth(1);
      assertThat(telegram.locator(".bubble").count()).isEqualTo(1);
      assertThat(telegram.locator(".keys").innerText()).contains("Gia hạn thẻ");
      assertThat(zalo.locator(".bubble").count()).isGreaterThan(1);
      assertThat(zalo.locator(".keys").count()).isZero();
      assertThat(zalo.innerText()).contains("Trả lời bằng số:", "1. Gia hạn thẻ");
      assertThat(page.locator("table.channels tbody tr").allInnerTexts())
          .satisfiesExactly(
              first -> assertThat(first).contains("Telegram", "1.200"),
              second -> assertThat(second).contains("Zalo", "12.000"));
      assertThat((List<?>) page.evaluate(CELLS_ON_SEVERAL_LINES))
          .as("names and figures torn in two")
          .isEmpty();
      Looks.fits(page, width, "broadcast-channels");
    }
  }
}
