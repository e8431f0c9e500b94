package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.account.Accounts.Result;
import vn.ansinh.officer.session.Session.Stage;

/// Signing in and out by plain HTTP, as a browser without JavaScript does.
class SignInFlowTest {
  private static final String PASSWORD = "đò chiều qua sông Hồng";
  private static final SetClock CLOCK = new SetClock();
  private static RunningService service;
  private static OfficersFixture fixture;
  private static int number;

  @BeforeAll
  static void start() {
    service = RunningService.withoutTelegram(CLOCK);
    fixture = new OfficersFixture(service, CLOCK);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static OfficerBrowser browser() {
    return new OfficerBrowser(service);
  }

  private static HttpResponse<String> choose(OfficerBrowser browser, String link, String password)
      throws Exception {
    return browser.fill(link, link, "password", password, "again", password);
  }

  /// An officer with a password, who has never signed in from anywhere.
  private static Officer ready(Role role) throws Exception {
    Result.Linked made = fixture.add("officer" + ++number, "Cán bộ " + number, role);
    choose(browser(), "/console/link/" + made.link().text(), PASSWORD);
    service
        .database
        .pool()
        .query("delete from officer_session; delete from sign_in_failure")
        .execute()
        .await();
    return made.officer();
  }

  private static byte[] setUpCodes(OfficerBrowser browser) throws Exception {
    byte[] key = OfficerBrowser.key(browser.get("/console/codes").body());
    assertThat(
            place(
                browser.fill(
                    "/console/codes", "/console/codes", "code", OfficerBrowser.code(key, CLOCK))))
        .isEqualTo("/console");
    CLOCK.advance(Duration.ofSeconds(60));
    return key;
  }

  private static String place(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("no Location: " + response.body());
  }

  private static boolean isIn(OfficerBrowser browser) throws Exception {
    return browser.get("/console").statusCode() == 200;
  }

  private static void forgetFailures() {
    service.database.pool().query("delete from sign_in_failure").execute().await();
  }

  @Test
  void whoWritesReadsAndDraftsNeedsAPasswordOnly() throws Exception {
    Officer officer = ready(Role.WRITER);
    OfficerBrowser browser = browser();
    HttpResponse<String> in =
        browser.signIn(" " + officer.login().toUpperCase(Locale.ROOT) + " ", PASSWORD);
    assertThat(place(in)).isEqualTo("/console");
    assertThat(browser.get("/console").body()).contains(officer.name(), "Người soạn");
  }

  @Test
  void whoApprovesSetsUpCodesFirstAndNeedsOneEachTime() throws Exception {
    Officer officer = ready(Role.APPROVER);
    OfficerBrowser browser = browser();
    assertThat(place(browser.signIn(officer.login(), PASSWORD)))
        .isEqualTo("/console/second-factor");
    assertThat(place(browser.get("/console/second-factor"))).isEqualTo("/console/codes");
    assertThat(isIn(browser)).isFalse();
    byte[] key = setUpCodes(browser);
    assertThat(isIn(browser)).isTrue();

    OfficerBrowser other = browser();
    other.signIn(officer.login(), PASSWORD);
    assertThat(isIn(other)).isFalse();
    assertThat(place(other.get("/console/codes"))).isEqualTo("/console/second-factor");
    String half = other.cookie("ansinh_console").orElseThrow();
    HttpResponse<String> in =
        other.fill(
            "/console/second-factor",
            "/console/second-factor",
            "code",
            OfficerBrowser.code(key, CLOCK));
    assertThat(place(in)).isEqualTo("/console");
    assertThat(isIn(other)).isTrue();
    assertThat(other.cookie("ansinh_console").orElseThrow()).isNotEqualTo(half);
  }

  @Test
  void whoIsRaisedNeedsCodesFromThenOn() throws Exception {
    Officer chief = fixture.add("chief" + ++number, "Trưởng", Role.ADMINISTRATOR).officer();
    OfficerBrowser administrator = browser();
    for (Role role : List.of(Role.APPROVER, Role.ADMINISTRATOR)) {
      Officer officer = ready(Role.WRITER);
      administrator.setCookie("ansinh_console", fixture.session(chief, Stage.FULL).text());
      OfficerBrowser browser = browser();
      browser.signIn(officer.login(), PASSWORD);
      assertThat(isIn(browser)).isTrue();
      String page = "/console/officers/" + officer.login();
      administrator.fill(page, page + "/role", "role", role.word());
      assertThat(isIn(browser)).isFalse();
      assertThat(place(browser.signIn(officer.login(), PASSWORD)))
          .isEqualTo("/console/second-factor");
      assertThat(isIn(browser)).isFalse();
      setUpCodes(browser);
      assertThat(isIn(browser)).isTrue();
    }
  }

  @Test
  void aCodeWorksOnceAndAWrongOneNever() throws Exception {
    Officer officer = ready(Role.ADMINISTRATOR);
    OfficerBrowser first = browser();
    first.signIn(officer.login(), PASSWORD);
    byte[] key = setUpCodes(first);
    String code = OfficerBrowser.code(key, CLOCK);
    for (int i = 0; i < 2; i++) {
      OfficerBrowser browser = browser();
      browser.signIn(officer.login(), PASSWORD);
      HttpResponse<String> answer =
          browser.fill("/console/second-factor", "/console/second-factor", "code", code);
      assertThat(answer.statusCode()).isEqualTo(i == 0 ? 303 : 400);
      assertThat(isIn(browser)).isEqualTo(i == 0);
    }
    OfficerBrowser guesser = browser();
    guesser.signIn(officer.login(), PASSWORD);
    CLOCK.advance(Duration.ofSeconds(60));
    for (int i = 0; i < 6; i++) {
      HttpResponse<String> answer =
          guesser.fill("/console/second-factor", "/console/second-factor", "code", "00000" + i);
      assertThat(answer.statusCode()).isIn(400, 429);
    }
    HttpResponse<String> waiting =
        guesser.fill(
            "/console/second-factor",
            "/console/second-factor",
            "code",
            OfficerBrowser.code(key, CLOCK));
    assertThat(waiting.statusCode()).isEqualTo(429);
    forgetFailures();
  }

  @Test
  void anUnknownLoginAndAWrongPasswordGetTheSameAnswer() throws Exception {
    Officer known = ready(Role.READER);
    Officer fresh = fixture.add("fresh" + ++number, "Chưa đặt", Role.READER).officer();
    OfficerBrowser browser = browser();
    String wrong = told(browser.signIn(known.login(), "sai mật khẩu rồi"), known.login());
    assertThat(wrong).contains("Tên đăng nhập hoặc mật khẩu chưa đúng");
    assertThat(told(browser.signIn("nobody.here", PASSWORD), "nobody.here")).isEqualTo(wrong);
    assertThat(told(browser.signIn(fresh.login(), ""), fresh.login())).isEqualTo(wrong);
    assertThat(
            service.count(
                "select count(*) from audit where act = 'session.refused' and details like '%nobody%'"))
        .isZero();
    forgetFailures();
  }

  private static String told(HttpResponse<String> response, String login) {
    return response.statusCode() + response.body().replace(login, "…");
  }

  @Test
  void whoGuessesWaitsAndTheOfficerStillGetsInFromAKnownBrowser() throws Exception {
    Officer officer = ready(Role.READER);
    OfficerBrowser own = browser();
    own.signIn(officer.login(), PASSWORD);
    own.fill("/console", "/console/sign-out");
    OfficerBrowser stranger = browser();
    for (int i = 0; i < 5; i++) {
      assertThat(stranger.signIn(officer.login(), "đoán mò " + i).statusCode()).isEqualTo(400);
    }
    HttpResponse<String> waiting = stranger.signIn(officer.login(), PASSWORD);
    assertThat(waiting.statusCode()).isEqualTo(429);
    assertThat(waiting.body()).contains("Xin chờ 1 phút");
    assertThat(isIn(stranger)).isFalse();

    assertThat(place(own.signIn(officer.login(), PASSWORD))).isEqualTo("/console");

    CLOCK.advance(Duration.ofSeconds(31));
    assertThat(place(stranger.signIn(officer.login(), PASSWORD))).isEqualTo("/console");
    forgetFailures();
  }

  @Test
  void sessionsSurviveARestartAndEndInTime() throws Exception {
    Officer officer = ready(Role.READER);
    OfficerBrowser browser = browser();
    browser.signIn(officer.login(), PASSWORD);
    service.restart();
    assertThat(isIn(browser)).isTrue();
    for (int i = 0; i < 13; i++) {
      assertThat(isIn(browser)).isTrue();
      CLOCK.advance(Duration.ofMinutes(55));
    }
    assertThat(isIn(browser)).isTrue();
    CLOCK.advance(Duration.ofMinutes(6));
    assertThat(isIn(browser)).isFalse();

    browser.signIn(officer.login(), PASSWORD);
    CLOCK.advance(Duration.ofMinutes(61));
    assertThat(place(browser.get("/console"))).isEqualTo("/console/sign-in");
    assertThat(browser.get("/console/sign-in").body()).contains("Phiên làm việc đã hết");
    assertThat(browser.get("/console/sign-in").body()).doesNotContain("Phiên làm việc đã hết");
  }

  @Test
  void signingOutEndsOneAndSigningOutEverywhereAll() throws Exception {
    Officer officer = ready(Role.READER);
    OfficerBrowser one = browser();
    OfficerBrowser other = browser();
    OfficerBrowser third = browser();
    for (OfficerBrowser each : List.of(one, other, third)) {
      each.signIn(officer.login(), PASSWORD);
    }
    String token = one.cookie("ansinh_console").orElseThrow();
    one.fill("/console", "/console/sign-out");
    assertThat(one.cookie("ansinh_console")).isEmpty();
    one.setCookie("ansinh_console", token);
    assertThat(isIn(one)).isFalse();
    assertThat(other.get("/console/account").body()).contains("Ở 2 nơi");
    other.fill("/console/account", "/console/account/sign-out-everywhere");
    assertThat(isIn(other)).isFalse();
    assertThat(isIn(third)).isFalse();
  }

  @Test
  void aSessionThatABrowserBroughtAlongIsNeverTaken() throws Exception {
    Officer officer = ready(Role.READER);
    OfficerBrowser browser = browser();
    String planted = "A".repeat(43);
    browser.setCookie("ansinh_console", planted);
    browser.signIn(officer.login(), PASSWORD);
    assertThat(isIn(browser)).isTrue();
    assertThat(browser.cookie("ansinh_console")).isPresent().get().isNotEqualTo(planted);
    OfficerBrowser attacker = browser();
    attacker.setCookie("ansinh_console", planted);
    assertThat(isIn(attacker)).isFalse();
  }

  @Test
  void cookiesStayInTheBrowserAndOnEncryptedLines() throws Exception {
    Officer officer = ready(Role.READER);
    OfficerBrowser browser = browser();
    List<String> set = browser.signIn(officer.login(), PASSWORD).headers().allValues("Set-Cookie");
    assertThat(set).hasSize(2);
    assertThat(set)
        .allMatch(each -> each.toLowerCase(Locale.ROOT).contains("httponly"))
        .allMatch(each -> each.contains("SameSite=Strict"))
        .allMatch(each -> each.contains("Path=/console"))
        .noneMatch(each -> each.contains("Secure"));
    HttpResponse<String> behindProxy =
        service.send(service.to("/console/sign-in").header("X-Forwarded-Proto", "https"));
    assertThat(behindProxy.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
    assertThat(behindProxy.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void theDatabaseKnowsNoSecretThatOpensAnything() throws Exception {
    Officer officer = ready(Role.READER);
    OfficerBrowser browser = browser();
    browser.signIn(officer.login(), PASSWORD);
    Result.Linked made = fixture.add("linked" + ++number, "Có liên kết", Role.READER);
    StringBuilder all = new StringBuilder();
    for (String table :
        List.of("officer", "officer_session", "officer_device", "officer_link", "audit")) {
      service
          .database
          .pool()
          .query("select t::text from " + table + " t")
          .execute()
          .await()
          .forEach(row -> all.append(row.getString(0)).append('\n'));
    }
    assertThat(all.toString())
        .contains(officer.login(), "$argon2id$")
        .doesNotContain(browser.cookie("ansinh_console").orElseThrow())
        .doesNotContain(browser.cookie("ansinh_console_device").orElseThrow())
        .doesNotContain(made.link().text())
        .doesNotContain(PASSWORD);
  }

  @Test
  void aLinkIsGoodOnceAndForADay() throws Exception {
    Result.Linked made = fixture.add("late" + ++number, "Đến muộn", Role.READER);
    String link = "/console/link/" + made.link().text();
    OfficerBrowser browser = browser();
    assertThat(choose(browser, link, "ngắn").body()).contains("ít nhất 10 ký tự");
    assertThat(browser.fill(link, link, "password", PASSWORD, "again", "khác").body())
        .contains("không giống nhau");
    assertThat(browser.get(link).statusCode()).isEqualTo(200);
    assertThat(place(choose(browser, link, PASSWORD))).isEqualTo("/console");
    assertThat(place(browser().get(link))).isEqualTo("/console/sign-in");

    Result.Linked slow = fixture.add("slow" + ++number, "Chậm", Role.READER);
    String old = "/console/link/" + slow.link().text();
    assertThat(browser().get(old).statusCode()).isEqualTo(200);
    CLOCK.advance(Duration.ofHours(24));
    assertThat(place(browser().get(old))).isEqualTo("/console/sign-in");
    assertThat(place(browser().get("/console/link/xyz"))).isEqualTo("/console/sign-in");
  }

  @Test
  void aChangedPasswordEndsEveryOtherSession() throws Exception {
    Officer officer = ready(Role.READER);
    OfficerBrowser browser = browser();
    OfficerBrowser elsewhere = browser();
    browser.signIn(officer.login(), PASSWORD);
    elsewhere.signIn(officer.login(), PASSWORD);
    String next = "mưa nắng thất thường";
    assertThat(change(browser, "sai mật khẩu rồi", next).body())
        .contains("Mật khẩu đang dùng chưa đúng");
    assertThat(place(change(browser, PASSWORD, next))).isEqualTo("/console/account");
    assertThat(isIn(browser)).isTrue();
    assertThat(isIn(elsewhere)).isFalse();
    assertThat(elsewhere.signIn(officer.login(), PASSWORD).statusCode()).isEqualTo(400);
    assertThat(place(elsewhere.signIn(officer.login(), next))).isEqualTo("/console");
    forgetFailures();
  }

  private static HttpResponse<String> change(OfficerBrowser browser, String old, String next)
      throws Exception {
    return browser.fill(
        "/console/account",
        "/console/account/password",
        "old",
        old,
        "password",
        next,
        "again",
        next);
  }

  @Test
  void aFormOfTheSignInPageIsBoundToItsBrowser() throws Exception {
    Officer officer = ready(Role.READER);
    String strangersToken = OfficerBrowser.token(browser().get("/console/sign-in").body());
    OfficerBrowser browser = browser();
    browser.get("/console/sign-in");
    HttpResponse<String> answer =
        browser.post(
            "/console/sign-in", strangersToken, "login", officer.login(), "password", PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(isIn(browser)).isFalse();
  }

  @Test
  void whatAnAdministratorChangesHoldsAtOnce() throws Exception {
    Officer chief = fixture.add("chief" + ++number, "Trưởng", Role.ADMINISTRATOR).officer();
    Officer officer = ready(Role.READER);
    OfficerBrowser administrator = browser();
    administrator.setCookie("ansinh_console", fixture.session(chief, Stage.FULL).text());
    OfficerBrowser browser = browser();
    browser.signIn(officer.login(), PASSWORD);
    String page = "/console/officers/" + officer.login();

    assertThat(place(administrator.fill(page, page + "/role", "role", "writer"))).isEqualTo(page);
    assertThat(isIn(browser)).isFalse();
    browser.signIn(officer.login(), PASSWORD);
    assertThat(browser.get("/console").body()).contains("Người soạn");

    administrator.fill(page, page + "/disable");
    assertThat(isIn(browser)).isFalse();
    assertThat(browser.signIn(officer.login(), PASSWORD).statusCode()).isEqualTo(400);

    String given = administrator.fill(page, page + "/reset").body();
    assertThat(browser.signIn(officer.login(), PASSWORD).statusCode()).isEqualTo(400);
    assertThat(place(choose(browser, OfficerBrowser.link(given), PASSWORD))).isEqualTo("/console");
    assertThat(administrator.get("/console/audit?officer=" + chief.login()).body())
        .contains("đổi vai trò", "ngừng tài khoản", "đặt lại tài khoản", officer.login());

    String own = "/console/officers/" + chief.login();
    String token = OfficerBrowser.token(administrator.get("/console").body());
    for (String act : List.of("/role", "/disable", "/reset")) {
      HttpResponse<String> refused = administrator.post(own + act, token, "role", "reader");
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("Không tự làm việc này");
    }
    assertThat(
            administrator
                .post("/console/officers", token, "login", "Ơ kìa", "name", "A", "role", "reader")
                .body())
        .contains("chữ không dấu");
    assertThat(
            administrator
                .post(
                    "/console/officers",
                    token,
                    "login",
                    officer.login(),
                    "name",
                    "<b>A</b>",
                    "role",
                    "reader")
                .body())
        .contains("đã có người dùng", "&lt;b>A")
        .doesNotContain("<b>A");
    assertThat(
            administrator
                .post("/console/officers", token, "login", "moi", "name", "A", "role", "king")
                .body())
        .contains("chọn một vai trò");
    forgetFailures();
  }

  @Test
  void whoeverHasToSignInAgainArrivesAtThePageTheyWanted() throws Exception {
    OfficerBrowser browser = browser();
    String login = ready(Role.WRITER).login();
    String wanted = "/console/broadcasts?state=done";
    assertThat(place(browser.get(wanted))).isEqualTo("/console/sign-in");
    assertThat(place(browser.signIn(login, "sai mật khẩu rồi"))).contains("chưa đúng");
    assertThat(place(browser.signIn(login, PASSWORD))).isEqualTo(wanted);
    browser.fill("/console/account", "/console/sign-out");
    assertThat(place(browser.signIn(login, PASSWORD))).isEqualTo("/console");
  }

  @Test
  void theWantedPageSurvivesTheSecondFactor() throws Exception {
    OfficerBrowser first = browser();
    String login = ready(Role.APPROVER).login();
    first.signIn(login, PASSWORD);
    byte[] key = setUpCodes(first);
    OfficerBrowser browser = browser();
    browser.get("/console/dates");
    assertThat(place(browser.signIn(login, PASSWORD))).isEqualTo("/console/second-factor");
    assertThat(
            place(
                browser.fill(
                    "/console/second-factor",
                    "/console/second-factor",
                    "code",
                    OfficerBrowser.code(key, CLOCK))))
        .isEqualTo("/console/dates");
  }

  @Test
  void noPageOfAnotherSiteIsEverTheWantedOne() throws Exception {
    String login = ready(Role.READER).login();
    for (String bad :
        List.of(
            "https://example.org/console",
            "//example.org/console",
            "/console//example.org",
            "/consolex",
            "/console/\\example.org",
            "/console/\r\nLocation: https://example.org",
            "/console/" + "x".repeat(2_000),
            "%%%")) {
      OfficerBrowser browser = browser();
      byte[] bytes = bad.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      browser.setCookie(
          "ansinh_console_wanted",
          bad.equals("%%%") ? bad : java.util.Base64.getUrlEncoder().encodeToString(bytes));
      assertThat(place(browser.signIn(login, PASSWORD))).as(bad).isEqualTo("/console");
    }
  }
}
