package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole service by plain HTTP: the form, the stream, the JSON endpoint, health and figures.
class WebFlowTest {
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.withoutTelegram();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static HttpRequest.Builder form(String cookie, String key, String field, String value) {
    HttpRequest.Builder request =
        service
            .to("/chat")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "key="
                        + key
                        + "&"
                        + field
                        + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  /// A new visitor's cookie, after one greeting.
  private static String visitor(String key) throws Exception {
    HttpResponse<String> sent = service.send(form("", key, "text", "chào"));
    return sent.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  private static String page(String cookie) throws Exception {
    return service.send(service.to("/").header("Cookie", cookie)).body();
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }

  @Test
  void withoutATokenItSaysThatThePageRunsAlone() {
    assertThat(service.progress).anyMatch(line -> line.contains("chỉ chạy trang web"));
  }

  @Test
  void theSameFormSentTwiceIsAnsweredOnce() throws Exception {
    String cookie = visitor("k1");
    service.send(form(cookie, "k2", "text", "tien gia bao nhieu"));
    service.send(form(cookie, "k2", "text", "tien gia bao nhieu"));
    assertThat(count(page(cookie), "class=\"line ours\"")).isEqualTo(2);
  }

  @Test
  void aFormOfAnotherSiteIsRefused() throws Exception {
    assertThat(
            service
                .send(form("", "k3", "text", "a").header("Sec-Fetch-Site", "cross-site"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            service
                .send(form("", "k3", "text", "a").header("Origin", "https://example.org"))
                .statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({"'', text", "'a b', text", "k4, other"})
  void aBrokenFormIsA400WithASentence(String key, String field) throws Exception {
    HttpResponse<String> response =
        service.send(form("", URLEncoder.encode(key, StandardCharsets.UTF_8), field, "x"));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("không đọc được");
  }

  @Test
  void aBodyBeyondMeasureIsA413() throws Exception {
    assertThat(service.send(form("", "k5", "text", "a".repeat(1 << 20))).statusCode())
        .isEqualTo(413);
  }

  @Test
  void aMadeUpCookieIsNoConversation() throws Exception {
    assertThat(service.send(service.to("/").header("Cookie", "ansinh_chat=x'--")).body())
        .contains("Bấm thử một câu");
    assertThat(service.get("/chat/stream").statusCode()).isEqualTo(400);
  }

  @Test
  void theDatabaseDoesNotKnowTheCookie() throws Exception {
    String token = visitor("k6").split("=")[1];
    assertThat(service.count("select count(*) from citizen where address = '" + token + "'"))
        .isZero();
  }

  @Test
  void aStreamBringsWhatWasMissed() throws Exception {
    String cookie = visitor("k7");
    service.send(form(cookie, "k8", "text", "tien gia bao nhieu"));
    Iterator<String> lines =
        HttpClient.newHttpClient()
            .send(
                service.to("/chat/stream").header("Cookie", cookie).build(),
                HttpResponse.BodyHandlers.ofLines())
            .body()
            .iterator();
    StringBuilder read = new StringBuilder();
    while (!read.toString().contains("540.000 đồng")) {
      read.append(lines.next()).append('\n');
    }
    assertThat(count(read.toString(), "id: ")).isEqualTo(2);
  }

  @Test
  void theJsonEndpointAnswersAndKeepsTheSubject() throws Exception {
    JsonObject first = service.ask("tien gia bao nhieu");
    assertThat(first.getString("finding")).isEqualTo("confident");
    assertThat(first.getString("answer")).contains("540.000 đồng");
    assertThat(first.getJsonArray("sources").encode()).contains("335/2026/NĐ-CP");
    assertThat(first.getJsonArray("results").size()).isBetween(1, 10);
    JsonObject next =
        new JsonObject(
            service
                .postJson(
                    "/api/ask",
                    new JsonObject()
                        .put("question", "thế nộp ở đâu")
                        .put("conversation", first.getString("conversation"))
                        .encode())
                .body());
    assertThat(next.getJsonArray("results").getJsonObject(0).getString("entitlement"))
        .isEqualTo("sp-social-pension");
    assertThat(next.getString("conversation")).isEqualTo(first.getString("conversation"));
  }

  @Test
  void theLawOfAnotherDayIsAnswered() throws Exception {
    JsonObject answer =
        new JsonObject(
            service
                .postJson(
                    "/api/ask",
                    new JsonObject()
                        .put("question", "tien gia bao nhieu")
                        .put("on", "2026-03-01")
                        .encode())
                .body());
    assertThat(answer.getString("on")).isEqualTo("2026-03-01");
    assertThat(answer.getString("answer")).contains("500.000 đồng");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "{}",
        "{\"question\":3}",
        "{\"question\":null}",
        "\"a\"",
        "{\"question\":\"a\",\"on\":\"2026-02-30\"}",
        "{\"question\":\"a\",\"conversation\":\"\\u0000\"}"
      })
  void aWrongRequestIsA400WithASentence(String body) throws Exception {
    HttpResponse<String> response = service.postJson("/api/ask", body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(new JsonObject(response.body()).getString("error")).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "😀😀",
        "\u0000",
        "'; drop table citizen; --",
        "<b>",
        "日本語の質問",
        "xin chào"
      })
  void whateverIsAskedGetsASentence(String question) throws Exception {
    assertThat(service.ask(question).getString("answer")).isNotBlank();
  }

  @Test
  void aHundredThousandCharactersGetASentence() throws Exception {
    assertThat(service.ask("a".repeat(100_000)).getString("answer")).contains("dài");
  }

  @Test
  void onlyJsonIsTaken() throws Exception {
    assertThat(
            service.send(service.to("/api/ask").POST(BodyPublishers.ofString("{}"))).statusCode())
        .isEqualTo(415);
  }

  @Test
  void unansweredQuestionsAreKeptForTheOfficers() throws Exception {
    String odd = "thủ tục nhập khẩu tàu vũ trụ";
    service.ask(odd);
    assertThat(
            service.count(
                "select count(*) from unanswered_question where question = '" + odd + "'"))
        .isEqualTo(1);
  }

  @Test
  void healthAndFiguresAreThere() throws Exception {
    assertThat(service.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(service.get("/metrics").body())
        .contains(
            "ansinh_http_requests_seconds_count{route=\"/health/live\",status=\"200\"}",
            "jvm_memory");
  }

  private static HttpResponse<String> calendar(String kind, String name, String date)
      throws Exception {
    return service.send(
        service
            .to("/lich")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "kind=%s&name=%s&date=%s"
                        .formatted(
                            kind,
                            URLEncoder.encode(name, StandardCharsets.UTF_8),
                            URLEncoder.encode(date, StandardCharsets.UTF_8)))));
  }

  @Test
  void aCalendarFileIsMadeOfANameAndADateAndNothingIsKept() throws Exception {
    assertThat(service.get("/").body()).contains("href=\"/lich\"");
    assertThat(service.get("/lich").body()).contains("Hạn thẻ bảo hiểm y tế", "Lịch tiêm của bé");
    HttpResponse<String> file = calendar("insurance", "mẹ", "31/12/2026");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).hasValue("text/calendar; charset=utf-8");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("lich-an-sinh.ics");
    assertThat(file.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(file.body())
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("SUMMARY:Thẻ BHYT của mẹ hết hạn", "DTSTART;VALUE=DATE:20261231");
    assertThat(calendar("vaccination", "Bống", "3/9/2026").body())
        .contains("SUMMARY:Bống: lịch của bé");
  }

  @ParameterizedTest
  @CsvSource({
    "insurance, mẹ, 31/02/2027, không có nhiều ngày",
    "insurance, mẹ, 1/1/2020, Thẻ hết hạn ngày 01/01/2020",
    "insurance, mẹ, hôm nào đó, Chưa hiểu",
    "vaccination, Bống, 1/1/2090, chưa đến",
    "vaccination, <b>Bống</b>, 3/9/2026, tên"
  })
  void aDateOrANameThatCannotBeIsAskedForAgainWithTheReason(
      String kind, String name, String date, String reason) throws Exception {
    HttpResponse<String> page = calendar(kind, name, date);
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains(reason, "role=\"alert\"", date).doesNotContain("<b>");
  }

  @Test
  void aCalendarOfAnotherKindIsRefused() throws Exception {
    assertThat(calendar("payment", "a", "31/12/2026").statusCode()).isEqualTo(400);
  }
}
