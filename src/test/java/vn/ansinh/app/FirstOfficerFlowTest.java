package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The first start, and the first administrator.
class FirstOfficerFlowTest {
  private static final String PASSWORD = "đò chiều qua sông Hồng";
  private static final SetClock CLOCK = new SetClock();
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.withoutTelegram(CLOCK);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String printedLink() {
    return service.progress.stream()
        .filter(line -> line.contains("quản trị đầu tiên"))
        .reduce((_, last) -> last)
        .map(OfficerBrowser::link)
        .orElseThrow();
  }

  private static HttpResponse<String> make(OfficerBrowser browser, String link, String login)
      throws Exception {
    return browser.fill(
        link,
        link,
        "name",
        "Người đầu tiên",
        "login",
        login,
        "password",
        PASSWORD,
        "again",
        PASSWORD);
  }

  @Test
  void aLinkThatIsNewAtEachStartMakesOneAdministratorAndNoMore() throws Exception {
    String old = printedLink();
    service.restart();
    String link = printedLink();
    assertThat(link).isNotEqualTo(old);
    OfficerBrowser browser = new OfficerBrowser(service);
    assertThat(browser.get(old).headers().firstValue("Location")).hasValue("/console/sign-in");
    assertThat(make(browser, link, "Có Dấu").body()).contains("chữ không dấu");
    HttpResponse<String> made = make(browser, link, "lan.nguyen");
    assertThat(made.headers().firstValue("Location")).hasValue("/console/codes");
    assertThat(browser.get("/console").statusCode()).isEqualTo(303);
    byte[] key = OfficerBrowser.key(browser.get("/console/codes").body());
    browser.fill("/console/codes", "/console/codes", "code", OfficerBrowser.code(key, CLOCK));
    assertThat(browser.get("/console/officers").body()).contains("Người đầu tiên");
    assertThat(new OfficerBrowser(service).get(link).headers().firstValue("Location"))
        .hasValue("/console/sign-in");

    int before = service.progress.size();
    service.restart();
    assertThat(service.progress.subList(before, service.progress.size()))
        .noneMatch(line -> line.contains("/console/link/"));
    assertThat(browser.get("/console/officers").statusCode()).isEqualTo(200);
  }
}
