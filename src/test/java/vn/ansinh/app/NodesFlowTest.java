package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.ansinh.app.config.Role;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.session.Secret;
import vn.ansinh.officer.session.Session.Stage;
import vn.ansinh.telegram.FakeUpdates;
import vn.ansinh.zalo.FakeEvents;
import vn.ansinh.zalo.ZaloSettings;

/// Two nodes of the service on one database.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NodesFlowTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String QUESTION = "tien gia bao nhieu";

  private RunningService service = RunningService.polling();

  @AfterEach
  void close() {
    service.close();
  }

  private void insteadOf(RunningService other) {
    service.close();
    service = other;
  }

  private static HttpResponse<String> get(Service node, String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(node.address() + path)).build(), BodyHandlers.ofString());
  }

  private static JsonObject ready(Service node) throws Exception {
    return new JsonObject(get(node, "/health/ready").body());
  }

  private static boolean asks(String figures, String messenger) {
    return figures.contains(
        "ansinh_%s_calls_seconds_count{method=\"getUpdates\"".formatted(messenger));
  }

  @Test
  void whatANodeWithPagesHearsIsAnsweredByOneThatSends() throws Exception {
    insteadOf(RunningService.webhook());
    service.restart(Set.of(Role.WEB));
    Service sender = service.another(EnumSet.of(Role.DELIVERY, Role.JOBS));

    assertThat(service.telegram.post(FakeUpdates.text(7, 1, QUESTION)).await()).isEqualTo(200);

    assertThat(service.telegram.await("sendMessage", 1).await().getFirst().text())
        .contains("540.000 đồng");
    // Counted once the answer to the call is there.
    Awaitility.await()
        .until(() -> get(sender, "/metrics").body().contains("ansinh_deliveries_total{"));
    assertThat(service.get("/metrics").body()).doesNotContain("ansinh_deliveries_total{");
  }

  @Test
  void aNodeIsAskedForItsRolesOnly() throws Exception {
    insteadOf(RunningService.webhook());
    service.restart(Set.of(Role.WEB));
    Service jobs = service.another(Set.of(Role.JOBS));
    Service sender = service.another(Set.of(Role.DELIVERY));
    service.awaitJobs();

    assertThat(
            new JsonObject(service.get("/health/ready").body()).getJsonObject("parts").fieldNames())
        .isEqualTo(Set.of("database", "knowledge", "telegram"));
    assertThat(ready(jobs))
        .isEqualTo(
            JsonObject.of(
                "status",
                "ready",
                "parts",
                JsonObject.of("database", "ok", "knowledge", "ok", "jobs", "ok")));
    assertThat(ready(sender).getJsonObject("parts").fieldNames())
        .isEqualTo(Set.of("database", "knowledge", "delivery"));
    assertThat(get(jobs, "/metrics").body())
        .contains("ansinh_role{role=\"jobs\"} 1.0", "ansinh_role{role=\"web\"} 0.0");
    // Those who send share the rate, and nobody else has a part of it.
    assertThat(service.count("select count(*) from node where alive_until > now()")).isEqualTo(1);
    // That of the first start is soon forgotten, and two of the three have no scheduler.
    service.awaitCount("select 2 - count(*) from qrtz_scheduler_state", 1);
  }

  @Test
  void aNodeWithoutPagesOpensOnlyWhatMachinesAsk() throws Exception {
    insteadOf(RunningService.webhook());
    Service sender = service.another(EnumSet.of(Role.DELIVERY, Role.JOBS));

    assertThat(sender.routes().stream().map(route -> route.path()))
        .containsExactlyInAnyOrder("/health/live", "/health/ready", "/metrics");
    for (String path : List.of("/", "/console", "/assets/ansinh.css", "/telegram/webhook")) {
      assertThat(get(sender, path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void anOpenPageIsToldOfAnAnswerThatAnotherNodeGave() throws Exception {
    Service other = service.another(Role.ALL);
    String cookie =
        ask(service.address(), "k1", "").headers().firstValue("Set-Cookie").orElseThrow();
    Iterator<String> lines =
        CLIENT
            .send(
                HttpRequest.newBuilder(URI.create(other.address() + "/chat/stream"))
                    .header("Cookie", cookie)
                    .build(),
                BodyHandlers.ofLines())
            .body()
            .iterator();
    readUntil(lines, "540.000 đồng");

    ask(service.address(), "k2", cookie);

    readUntil(lines, "540.000 đồng");
  }

  @Test
  void anOpenPageIsToldOfAnAnswerWhereNothingIsSent() throws Exception {
    service.restart(Set.of(Role.WEB));
    String cookie =
        ask(service.address(), "k1", "").headers().firstValue("Set-Cookie").orElseThrow();
    Iterator<String> lines =
        CLIENT
            .send(
                service.to("/chat/stream").header("Cookie", cookie).build(), BodyHandlers.ofLines())
            .body()
            .iterator();
    readUntil(lines, "540.000 đồng");

    ask(service.address(), "k2", cookie);

    readUntil(lines, "540.000 đồng");
  }

  private static void readUntil(Iterator<String> lines, String words) {
    while (!lines.next().contains(words)) {
      // Heartbeats, and other lines of an event.
    }
  }

  private static HttpResponse<String> ask(String address, String key, String cookie)
      throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(address + "/chat"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", cookie)
            .header("X-Chat-Script", "1")
            .POST(BodyPublishers.ofString("key=" + key + "&text=" + QUESTION.replace(' ', '+')))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void whoSignedInAtOneNodeIsKnownToTheOther() throws Exception {
    Service other = service.another(Role.ALL);
    OfficersFixture officers = new OfficersFixture(service, RunningService.NOON);
    Officer officer =
        officers.add("lan", "Cán bộ Lan", vn.ansinh.officer.Role.ADMINISTRATOR).officer();
    Secret session = officers.session(officer, Stage.FULL);

    HttpResponse<String> desk =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(other.address() + "/console/officers"))
                .header("Cookie", "ansinh_console=" + session.text())
                .build(),
            BodyHandlers.ofString());

    assertThat(desk.statusCode()).isEqualTo(200);
  }

  @Test
  void oneNodeAsksTelegramAndAnotherTakesOverWhenItStops() throws Exception {
    service.telegram.await("getUpdates", 1).await();
    Service other = service.another(Role.ALL);
    IntStream.range(0, 20).forEach(chat -> service.telegram.push(question(chat)));
    service.telegram.drained().await();
    assertThat(asks(get(other, "/metrics").body(), "telegram")).isFalse();

    service.restart();
    IntStream.range(20, 40).forEach(chat -> service.telegram.push(question(chat)));
    service.telegram.drained().await();

    Awaitility.await().until(() -> asks(get(other, "/metrics").body(), "telegram"));
    assertThat(asks(service.get("/metrics").body(), "telegram")).isFalse();
    service.awaitCount("select count(*) from delivery where state = 'sent'", 40);
    assertThat(service.telegram.calls("sendMessage").stream().map(call -> call.chat()))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 40).mapToObj(chat -> String.valueOf(100 + chat)).toList());
  }

  private static JsonObject question(int chat) {
    return FakeUpdates.text(100 + chat, 1, QUESTION);
  }

  @Test
  void aStopWaitsForWhatZaloMayBeGiving() throws Exception {
    insteadOf(RunningService.zalo(RunningService.NOON, ZaloSettings.Mode.POLLING));
    service.zalo.push(FakeEvents.text("a0", "m0", QUESTION));
    service.zalo.await("sendMessage", 1).await();
    Service other = service.another(Role.ALL);
    Stream.of("a1", "a2", "a3")
        .forEach(chat -> service.zalo.push(FakeEvents.text(chat, "m" + chat, QUESTION)));

    service.restart();
    service.zalo.push(FakeEvents.text("a4", "m4", QUESTION));

    service.zalo.await("sendMessage", 5).await();
    assertThat(asks(get(other, "/metrics").body(), "zalo")).isTrue();
    assertThat(service.zalo.calls().stream().filter(call -> call.method().equals("sendMessage")))
        .extracting(call -> call.chat())
        .containsExactlyInAnyOrder("a0", "a1", "a2", "a3", "a4");
  }
}
