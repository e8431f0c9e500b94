package vn.ansinh.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.session.Session.Stage;

/// Editing and publishing days in a real browser, without JavaScript.
class DatesBrowserTest {
  private static final SetClock CLOCK = new SetClock();
  private static Chromium chromium;
  private static RunningService service;
  private static OfficersFixture fixture;
  private static Officer writer;
  private static Officer approver;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    service = RunningService.withoutTelegram(CLOCK);
    fixture = new OfficersFixture(service, CLOCK);
    writer = fixture.add("hoa.le", "Lê Hoa", Role.WRITER).officer();
    approver = fixture.add("minh.tran", "Trần Minh", Role.APPROVER).officer();
    service
        .database
        .pool()
        .query(
            """
            with c as (insert into citizen (channel, address, created_at)
              select 'telegram', 'c' || n, now() from generate_series(1, 1240) n returning id)
            insert into reminder (citizen_id, kind, benefit, wish, next_at, created_at)
            select id, wish ->> 'kind', wish ->> 'benefit', unsealed(wish::text),
              '2026-12-01T12:00:00Z', now()
            from c cross join lateral (select
              case when id % 2 = 0 then '{"kind":"payment","benefit":"pension-cash"}'
              else '{"kind":"vaccination","nickname":"bé","born":"2026-09-01","given":[]}'
              end::jsonb) as w (wish)""")
        .execute()
        .await();
    service.database.seal();
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

  @AfterEach
  void forget() {
    service.database.pool().query("truncate proposed_dates").execute().await();
  }

  private static Page open(BrowserContext context, Officer officer) {
    context.clearCookies();
    context.addCookies(
        List.of(
            new Cookie("ansinh_console", fixture.session(officer, Stage.FULL).text())
                .setUrl(service.address() + "/console")
                .setHttpOnly(true)));
    return context.newPage();
  }

  private static Browser.NewContextOptions plain(int width) {
    return Chromium.options(service.address(), width, 800).setJavaScriptEnabled(false);
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).focus();
    page.keyboard().press("Enter");
  }

  private static void fill(Page page, String label, int which, String text) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).nth(which).fill(text);
  }

  private static void moveDecember(Page page, String to) {
    page.navigate(DatesFixture.CASH);
    fill(page, "Ngày theo lịch thường", 0, "02/12/2026");
    fill(page, "Đổi sang ngày", 0, to);
    page.locator("[id='change.0.source']").fill("thông báo số 12");
    press(page, "Lưu và xem trước");
  }

  @Test
  void oneEditsAndAnotherPublishesByKeyboardAlone() {
    try (BrowserContext context = chromium.open(plain(390))) {
      Page page = open(context, writer);
      moveDecember(page, "31/02/2027");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Chưa lưu");
      assertThat(page.locator("[id='change.0.to']")).hasAttribute("aria-invalid", "true");
      assertThat(page.locator("[id='w-change.0.to']"))
          .containsText("Lịch không có ngày 31/02/2027");
      fill(page, "Đổi sang ngày", 0, "04/12/2026");
      press(page, "Lưu và xem trước");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Chưa có gì thay đổi");
      assertThat(page.locator("main")).containsText("620 trong 1.240 lời nhắc");
      assertThat(page.locator("main")).containsText("Bạn đã sửa bản này");
      page = open(context, approver);
      page.navigate("/console/dates");
      page.getByText("Bản sửa đang chờ công bố").focus();
      page.keyboard().press("Enter");
      press(page, "Công bố");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Đã công bố");
      assertThat(page.locator("main")).containsText("04/12/2026");
    }
  }

  /// Every page, light and dark, empty and full, right and wrong: see [Looks#fits].
  @ParameterizedTest
  @ValueSource(ints = {320, 360, 768, 1280})
  void everyPageFits(int width) {
    Browser.NewContextOptions options = Chromium.options(service.address(), width, 800);
    try (BrowserContext context = chromium.open(width == 768 ? Chromium.dark(options) : options)) {
      Page page = open(context, writer);
      moveDecember(page, "31/02/2027");
      assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
      Looks.fits(page, width, "dates-wrong");
      // What an earlier run has published stays: each moves the day to another one.
      fill(
          page,
          "Đổi sang ngày",
          0,
          "0" + (5 + List.of(320, 360, 768, 1280).indexOf(width)) + "/12/2026");
      press(page, "Lưu và xem trước");
      assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
      Looks.fits(page, width, "dates-saved");
      page.navigate("/console/dates/edit/holidays/tet.2027");
      page.getByLabel("Mọi ngày được nghỉ").fill("05–10/02/2027");
      fill(page, "Ngày được nghỉ", 0, "11/02/2027");
      fill(page, "Ngày làm bù", 0, "20/02/2027");
      page.locator("#source").fill("thông báo nghỉ Tết");
      press(page, "Lưu và xem trước");
      assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
      Looks.fits(page, width, "dates-holidays-proposal");
      page = open(context, approver);
      page.navigate("/console/dates/payments/proposal");
      press(page, "Công bố");
      assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
      Map<String, String> pages = new LinkedHashMap<>();
      pages.put("dates-overview", "/console/dates");
      pages.put("dates-sessions", "/console/dates/edit/sessions");
      pages.put("dates-payment", DatesFixture.CASH);
      pages.put("dates-choose", "/console/dates/edit/holidays/new");
      pages.put("dates-decision", "/console/dates/edit/holidays/tet.2027");
      pages.put("dates-proposal", "/console/dates/holidays/proposal");
      pages.put("dates-no-proposal", "/console/dates/sessions/proposal");
      pages.put("dates-editions", "/console/dates/payments/editions");
      ConsoleBrowserTest.look(page, width, pages);
    }
  }
}
