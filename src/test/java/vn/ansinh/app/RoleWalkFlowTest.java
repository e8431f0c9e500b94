package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.ansinh.http.Access;
import vn.ansinh.http.Routes.Declared;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.session.Secret;
import vn.ansinh.officer.session.Session.Stage;

/// Every route of the console, tried with every role, with none, with a half session, with another
/// officer's, and with forms that are not one's own.
class RoleWalkFlowTest {
  private static final SetClock CLOCK = new SetClock();
  private static final Map<Role, Officer> OFFICERS = new EnumMap<>(Role.class);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static RunningService service;
  private static OfficersFixture fixture;

  @BeforeAll
  static void start() {
    service = RunningService.withoutTelegram(CLOCK);
    fixture = new OfficersFixture(service, CLOCK);
    for (Role role : Role.values()) {
      String login = role.name().toLowerCase(Locale.ROOT);
      OFFICERS.put(role, fixture.add(login, "Cán bộ " + login, role).officer());
    }
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static Officer officer(Role role) {
    return Objects.requireNonNull(OFFICERS.get(role));
  }

  private record Guarded(HttpMethod method, String path, Role least) {
    boolean isForm() {
      return method.equals(HttpMethod.POST);
    }
  }

  private static List<Guarded> guarded() {
    List<Guarded> all = new ArrayList<>();
    for (Declared declared : service.routes()) {
      if (declared.access() instanceof Access.Staff(String least)) {
        String path = declared.path().replaceAll(":[a-z]+", "nobody");
        all.add(new Guarded(declared.method(), path, Role.of(least).orElseThrow()));
      }
    }
    return all;
  }

  private static HttpResponse<String> send(
      Guarded route, String cookie, String token, String... headers) throws Exception {
    HttpRequest.Builder request = service.to(route.path).header("Cookie", cookie);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    if (route.isForm()) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString("form=" + token));
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> as(Guarded route, Role role) throws Exception {
    Secret session = fixture.session(officer(role), Stage.FULL);
    return send(route, "ansinh_console=" + session.text(), session.formToken());
  }

  private static long rows() {
    return service.count("select count(*) from audit");
  }

  private static String place(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("");
  }

  @Test
  void everyRouteOfTheConsoleHasARoleOrIsListedHere() {
    assertThat(
            service.routes().stream()
                .filter(each -> each.path().startsWith("/console"))
                .filter(each -> !(each.access() instanceof Access.Staff))
                .map(each -> each.method() + " " + each.path()))
        .containsExactlyInAnyOrder(
            "GET /console/sign-in",
            "POST /console/sign-in",
            "GET /console/second-factor",
            "POST /console/second-factor",
            "GET /console/codes",
            "POST /console/codes",
            "GET /console/link/:link",
            "POST /console/link/:link");
    assertThat(guarded()).hasSizeGreaterThan(10);
    assertThat(guarded()).allMatch(each -> each.path.startsWith("/console"));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aRoleOpensWhatItMayAndNothingElse(Role role) throws Exception {
    for (Guarded route : guarded()) {
      long before = rows();
      HttpResponse<String> response = as(route, role);
      String what = role + " " + route;
      if (role.allows(route.least)) {
        assertThat(response.statusCode()).as(what).isNotIn(401, 403, 500, 503);
        if (!route.isForm()) {
          assertThat(response.statusCode()).as(what).isIn(200, 404);
        }
      } else {
        assertThat(response.statusCode()).as(what).isEqualTo(403);
        assertThat(response.body()).as(what).contains("không mở được trang này");
        assertThat(rows()).as(what).isEqualTo(before);
      }
    }
  }

  @Test
  void withoutASessionEverythingLeadsToTheSignIn() throws Exception {
    long before = rows();
    Secret never = Secret.create();
    for (Guarded route : guarded()) {
      for (String cookie :
          List.of(
              "other=1",
              "ansinh_console=",
              "ansinh_console=x'--",
              "ansinh_console=" + never.text(),
              "ansinh_console_form=" + never.text())) {
        HttpResponse<String> response = send(route, cookie, never.formToken());
        assertThat(response.statusCode()).as(cookie + route).isEqualTo(303);
        assertThat(place(response)).as(cookie + route).isEqualTo("/console/sign-in");
      }
    }
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aPasswordAloneOpensNothing() throws Exception {
    long before = rows();
    for (Guarded route : guarded()) {
      Secret half = fixture.session(officer(Role.ADMINISTRATOR), Stage.PASSWORD);
      HttpResponse<String> response =
          send(route, "ansinh_console=" + half.text(), half.formToken());
      assertThat(response.statusCode()).as("%s", route).isEqualTo(303);
      assertThat(place(response)).as("%s", route).isEqualTo("/console/second-factor");
    }
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aFormThatThisSessionWasNotShownIsRefused() throws Exception {
    Secret own = fixture.session(officer(Role.ADMINISTRATOR), Stage.FULL);
    Secret colleague = fixture.session(officer(Role.READER), Stage.FULL);
    long before = rows();
    for (Guarded route : guarded()) {
      if (route.isForm()) {
        for (String token : List.of("", "x", colleague.formToken(), own.text())) {
          HttpResponse<String> response = send(route, "ansinh_console=" + own.text(), token);
          assertThat(response.statusCode()).as(token + route).isEqualTo(403);
          assertThat(response.body()).contains("Chưa có gì thay đổi");
        }
      }
    }
    assertThat(rows()).isEqualTo(before);
    assertThat(send(guarded().getFirst(), "ansinh_console=" + own.text(), "").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aFormFromAnotherSiteIsRefusedEvenWithTheRightToken() throws Exception {
    Secret own = fixture.session(officer(Role.ADMINISTRATOR), Stage.FULL);
    long before = rows();
    for (Guarded route : guarded()) {
      if (route.isForm()) {
        String cookie = "ansinh_console=" + own.text();
        for (String[] header :
            List.of(
                new String[] {"Origin", "https://example.org"},
                new String[] {"Origin", "null"},
                new String[] {"Sec-Fetch-Site", "cross-site"},
                new String[] {"Sec-Fetch-Site", "same-site"})) {
          assertThat(send(route, cookie, own.formToken(), header).statusCode())
              .as("%s %s", route, header[1])
              .isEqualTo(403);
        }
      }
    }
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aSessionOpensThePagesOfItsOwnOfficer() throws Exception {
    for (Role role : Role.values()) {
      HttpResponse<String> page =
          as(new Guarded(HttpMethod.GET, "/console/account", Role.READER), role);
      assertThat(page.body()).contains(officer(role).name());
      for (Officer other : OFFICERS.values()) {
        if (!other.equals(officer(role))) {
          assertThat(page.body()).doesNotContain(other.name());
        }
      }
    }
  }

  private static String part(String path) {
    int end = path.indexOf('/', "/console/".length());
    return end < 0 ? path : path.substring(0, end);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void theNavigationOffersWhatTheRoleMayOpen(Role role) throws Exception {
    String page = as(new Guarded(HttpMethod.GET, "/console", Role.READER), role).body();
    for (Guarded route : guarded()) {
      if (!route.isForm() && !route.path.contains("nobody")) {
        // What lies within a part of the console is offered by the first page of that part.
        Guarded part = new Guarded(HttpMethod.GET, part(route.path), Role.READER);
        String offering = part.path.equals(route.path) ? page : as(part, role).body();
        assertThat(offering.contains("href=\"" + route.path + "\""))
            .as(role + " " + route)
            .isEqualTo(role.allows(route.least));
      }
    }
  }
}
