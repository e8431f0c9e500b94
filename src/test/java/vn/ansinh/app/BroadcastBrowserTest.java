package vn.ansinh.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.delivery.dispatch.Rates;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.session.Session.Stage;
import vn.ansinh.telegram.Fault;

/// A broadcast in a real browser with scripts: the count follows the boxes, the bar follows the
/// sending; every page on the way fits, and axe finds nothing serious.
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BroadcastBrowserTest {
  private final Chromium chromium = Chromium.start();
  private final RunningService service = RunningService.at(new Rates(40, 10_000));
  private final OfficersFixture fixture = new OfficersFixture(service, RunningService.NOON);
  private final List<String> faults = new ArrayList<>();

  @AfterEach
  void stop() {
    service.close();
    chromium.close();
  }

  private Page page(BrowserContext context, Officer officer) {
    context.addCookies(
        List.of(
            new Cookie("ansinh_console", fixture.session(officer, Stage.FULL).text())
                .setUrl(service.address() + "/console")
                .setHttpOnly(true)));
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("400 (Bad Request)")) {
            faults.add(message.text());
          }
        });
    return page;
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private static void says(Locator place, String words) {
    assertThat(place)
        .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
  }

  private void citizens() {
    service
        .database
        .pool()
        .query(
            """
            with c as (
              insert into citizen (channel, address, created_at)
              select 'telegram', (10000 + n)::text, now() from generate_series(1, 1300) n
              returning id, address)
            insert into profile (citizen_id, marks, updated_at)
            select id, array_remove(array[
                unsealed(case when address::int <= 10240 then 'neighbourhood kp-1' else 'neighbourhood kp-2' end),
                case when address::int % 2 = 0 then unsealed('group merit') end], null), now()
            from c""")
        .execute()
        .await();
    service.database.seal();
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void fromTheDraftToTheReport(int width) throws Exception {
    citizens();
    for (int chat = 10_001; chat <= 10_009; chat += 4) {
      service.telegram.failChat(chat, Fault.blocked());
    }
    service.telegram.failChat(10_003, new Fault.Closes());
    Officer lan = fixture.add("lan.nguyen", "Nguyễn Thị Minh Lan", Role.WRITER).officer();
    Officer binh = fixture.add("binh.le", "Lê Bình", Role.APPROVER).officer();
    try (BrowserContext his = chromium.open(service.address(), width, 800);
        BrowserContext hers = chromium.open(service.address(), width, 800)) {
      Page page = page(hers, lan);
      page.navigate("/console/broadcasts");
      Looks.fits(page, width, "broadcasts-none");
      write(page, width);
      String address = page.url();
      press(page, "Gửi duyệt");
      assertThat(page.locator("#live")).containsText("không tự duyệt");
      assertThat(page.getByText("Duyệt bản 1")).hasCount(0);

      Page other = page(his, binh);
      other.navigate(address);
      Looks.fits(other, width, "broadcast-submitted");
      press(other, "Duyệt bản 1");
      page.navigate(address);
      schedule(page, width);
      page.getByLabel("Gửi ngay").check();
      press(page, "Gửi cho 240 người");
      watch(page, width);
      report(page);
      templates(page, width);
      page.navigate("/console/broadcasts");
      Looks.fits(page, width, "broadcasts");
    }
    assertThat(faults).isEmpty();
  }

  private static void write(Page page, int width) {
    page.navigate("/console/broadcasts/new");
    page.getByLabel("Những người được đánh dấu dưới đây").check();
    press(page, "Lưu bản nháp");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("còn nguyên");
    Looks.fits(page, width, "broadcast-wrong");
    page.getByLabel("Tên thông báo").fill("Đổi ngày trả lương hưu tháng 12");
    page.getByLabel("Lời gửi người dân")
        .fill(
            "<b>Đổi ngày trả lương hưu</b>\n\nTháng này trả vào <b>ngày {{ngày}}</b> tại"
                + " <i>nhà văn hóa Khu phố 1</i>. Xem thêm:"
                + " <a href=\"https://baohiemxahoi.gov.vn\">trang của Bảo hiểm xã hội</a>.");
    page.getByLabel("Tên thông báo").focus();
    page.getByLabel("Điền vào {{ngày}}").fill("5/12/2026");
    page.getByLabel("Nút mở một mục").selectOption("hi-renewal");
    Locator boxes = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Nơi ở"));
    boxes.getByLabel("Khu phố 1").check();
    says(page.locator("#count"), "240 người sẽ nhận");
    boxes.getByLabel("Khu phố 2").check();
    says(page.locator("#count"), "1.300 người sẽ nhận");
    boxes.getByLabel("Khu phố 2").uncheck();
    says(page.locator("#count"), "240 người sẽ nhận");
    assertThat(page.locator("#preview .bubble b").nth(1)).hasText("ngày 5/12/2026");
    assertThat(page.locator("#preview .bubble a"))
        .hasAttribute("href", "https://baohiemxahoi.gov.vn");
    assertThat(page.locator("#preview .keys")).containsText("Gia hạn thẻ");
    Looks.fits(page, width, "broadcast-compose");
    press(page, "Lưu bản nháp");
    assertThat(page.locator("#live")).containsText("đang soạn");
    Looks.fits(page, width, "broadcast-draft");
  }

  private static void schedule(Page page, int width) {
    page.getByLabel("Hẹn giờ").check();
    Page.GetByLabelOptions exactly = new Page.GetByLabelOptions().setExact(true);
    page.getByLabel("Ngày", exactly).fill("2026-11-24");
    page.getByLabel("Giờ", exactly).fill("22:00");
    press(page, "Gửi cho 240 người");
    assertThat(page.locator("#w-when")).containsText("08:00 ngày 25/11/2026");
    assertThat(page.getByLabel("Ngày", exactly)).hasValue("2026-11-24");
    Looks.fits(page, width, "broadcast-approved");
  }

  private static void watch(Page page, int width) {
    says(page.locator("#live"), "Còn khoảng 1 phút");
    press(page, "Tạm dừng");
    assertThat(page.locator("#live .state")).hasText("đang tạm dừng");
    Looks.fits(page, width, "broadcast-paused");
    press(page, "Gửi tiếp");
    assertThat(page.locator("#live .state")).hasText("đang gửi");
    Looks.fits(page, width, "broadcast-running");
    says(page.locator("#live .state"), "đã gửi xong");
    assertThat(page.locator(".counts .good")).containsText("236");
    page.reload();
    Looks.fits(page, width, "broadcast-done");
  }

  private static void report(Page page) throws Exception {
    Download download = page.waitForDownload(() -> page.getByText("Tải báo cáo (CSV)").click());
    assertThat(download.suggestedFilename()).isEqualTo("thong-bao-1.csv");
    try (InputStream in = download.createReadStream()) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()).hasSize(241);
    }
  }

  private static void templates(Page page, int width) {
    page.getByText("Soạn thông báo mới từ thông báo này").click();
    page.getByLabel("Tên thông báo").fill("Đổi ngày trả lương hưu");
    press(page, "Lưu làm mẫu");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã lưu mẫu");
    Looks.fits(page, width, "broadcast-templates");
  }
}
