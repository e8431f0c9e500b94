package vn.ansinh.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import vn.ansinh.http.call.NotYet;
import vn.ansinh.http.call.Webhook;

class HttpServiceTest {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Promise<Void> gate = Promise.promise();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private HttpService service;

  @BeforeEach
  void start() {
    start(
        new HttpSettings("127.0.0.1", 0, 0, 10, Duration.ofSeconds(20), HttpSettings.Proxies.HERE));
  }

  private void start(HttpSettings settings) {
    Routes routes = new Routes();
    routes.add(HttpMethod.GET, "/ok", Access.PUBLIC, 0, context -> context.end("ok"));
    routes.add(HttpMethod.GET, "/api/ok", Access.PUBLIC, 0, context -> context.end("ok"));
    routes.add(
        HttpMethod.POST,
        "/echo",
        Access.PUBLIC,
        100,
        context -> context.end(context.body().asString()));
    routes.add(HttpMethod.GET, "/throws", Access.PUBLIC, 0, HttpServiceTest::fail);
    routes.add(HttpMethod.GET, "/api/throws", Access.PUBLIC, 0, HttpServiceTest::fail);
    routes.add(HttpMethod.GET, "/silent", Access.PUBLIC, 0, _ -> {});
    routes.add(
        HttpMethod.GET,
        "/waits",
        Access.PUBLIC,
        0,
        context -> {
          gate.future().await();
          context.end("waited");
        });
    routes.addAsync(HttpMethod.GET, "/async", Access.PUBLIC, 0, context -> context.end("async"));
    routes.addAsync(
        HttpMethod.GET,
        "/async-fails",
        Access.PUBLIC,
        0,
        _ -> Future.failedFuture(new IllegalStateException("secret inside")));
    routes.add(HttpMethod.POST, "/partner", Access.PARTNER, 100, context -> context.end("ok"));
    new Webhook<>(
            "/brought",
            "Secret",
            "s",
            Optional::of,
            _ -> Future.failedFuture(new NotYet("who we are is not known")))
        .addTo(routes);
    Assets assets = new Assets();
    assets.addTo(routes);
    service = new HttpService(vertx, settings, routes, assets, meters);
    service.start().await();
  }

  /// What the error pages write into the log.
  private static final class Written extends AppenderBase<ILoggingEvent> {
    private final BlockingQueue<ILoggingEvent> events = new LinkedBlockingQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      events.add(event);
    }
  }

  @Test
  void aClientThatHangsUpIsNoErrorOfOurs() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(ErrorPages.class);
    Level before = logger.getLevel();
    Written written = new Written();
    written.start();
    logger.setLevel(Level.DEBUG);
    logger.addAppender(written);
    try {
      try (Socket socket = new Socket("127.0.0.1", service.port())) {
        socket
            .getOutputStream()
            .write(
                "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\nhello"
                    .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
      }
      ILoggingEvent event = written.events.poll(20, TimeUnit.SECONDS);
      assertThat(event).isNotNull();
      assertThat(event.getLevel()).isEqualTo(Level.DEBUG);
      // Our own errors still are.
      send(to("/throws"));
      assertThat(written.events.poll(20, TimeUnit.SECONDS).getLevel()).isEqualTo(Level.ERROR);
    } finally {
      logger.detachAppender(written);
      logger.setLevel(before);
    }
  }

  @Test
  void whatCannotBeTakenYetIsToComeAgainAndIsNoError() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(ErrorPages.class);
    Written written = new Written();
    written.start();
    logger.addAppender(written);
    try {
      HttpRequest.Builder brought =
          to("/brought").header("Secret", "s").POST(BodyPublishers.ofString("{}"));
      assertThat(send(brought).statusCode()).isEqualTo(503);
      assertThat(written.events).isEmpty();
      assertThat(send(to("/throws")).statusCode()).isEqualTo(500);
      assertThat(written.events).hasSize(1);
    } finally {
      logger.detachAppender(written);
    }
  }

  private static void fail(io.vertx.ext.web.RoutingContext context) {
    throw new IllegalStateException("secret inside");
  }

  @AfterEach
  void stop() {
    gate.tryComplete();
    vertx.close().await();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(to(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/ok,200",
    "HEAD,/ok,200",
    "GET,/async,200",
    "GET,/nowhere,404",
    "POST,/ok,405",
    "GET,/throws,500",
    "GET,/async-fails,500",
    "GET,/silent,500",
    "GET,/api/throws,500",
    "GET,/assets/ansinh.css,200",
    "GET,/assets/../logback.xml,404",
    "GET,/assets/none.css,404"
  })
  void everyAnswerHasItsStatusAndTheSecurityHeaders(String method, String path, int status)
      throws Exception {
    HttpResponse<String> response = send(to(path).method(method, BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                    .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                    .doesNotContain("unsafe"));
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(response.headers().firstValue("Server")).isEmpty();
    assertThat(response.body()).doesNotContain("secret inside", "Exception", "\tat ");
  }

  @Test
  void peopleGetAPageAndProgramsGetJson() throws Exception {
    assertThat(get("/throws").body())
        .contains("<html lang=\"vi\">", "Xin lỗi, có trục trặc", "Mã sự cố: ");
    JsonObject json = new JsonObject(get("/api/throws").body());
    assertThat(json.getString("error")).startsWith("Xin lỗi, có trục trặc").endsWith("phút.");
    assertThat(json.getString("id")).hasSize(8);
    assertThat(send(to("/nowhere").header("Accept", "application/json")).body())
        .isEqualTo("{\"error\":\"Không có trang này. Địa chỉ có thể đã gõ nhầm hoặc đã cũ.\"}");
  }

  @ParameterizedTest
  @CsvSource({"100,200", "101,413", "5000000,413"})
  void aBodyOverTheLimitIsRefusedInWords(int length, int status) throws Exception {
    HttpResponse<String> response =
        send(to("/echo").POST(BodyPublishers.ofString("x".repeat(length))));
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).contains(status == 200 ? "xxx" : "Nội dung gửi đến dài quá");
  }

  @Test
  void aBodyWhoseLengthIsNotAnnouncedIsLimitedToo() throws Exception {
    byte[] chunk = "x".repeat(60).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    HttpResponse<String> response =
        send(to("/echo").POST(BodyPublishers.ofByteArrays(List.of(chunk, chunk, chunk))));
    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void oneMoreExchangeThanThereArePlacesIsSentAwayAndTheEventLoopStillAnswers() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> waiting =
        IntStream.range(0, 11)
            .mapToObj(_ -> client.sendAsync(to("/waits").build(), BodyHandlers.ofString()))
            .toList();
    CompletableFuture.anyOf(waiting.toArray(CompletableFuture[]::new)).join();
    HttpResponse<String> refused =
        waiting.stream().filter(CompletableFuture::isDone).findFirst().orElseThrow().join();
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("2");
    assertThat(refused.body()).contains("Hệ thống đang bận");
    assertThat(get("/ok").statusCode()).isEqualTo(503);
    assertThat(get("/async").statusCode()).isEqualTo(200);
    gate.complete();
    assertThat(waiting.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of(503), Stream.generate(() -> 200).limit(10)).toList());
    assertThat(get("/ok").statusCode()).isEqualTo(200);
  }

  @Test
  void anExchangeThatTakesTooLongIsGivenUpAndItsPlaceIsFree() throws Exception {
    service.stop().await();
    start(new HttpSettings("127.0.0.1", 0, 0, 1, Duration.ofMillis(50), HttpSettings.Proxies.HERE));
    for (int i = 0; i < 3; i++) {
      HttpResponse<String> response = get("/waits");
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body()).contains("Hệ thống đang bận");
    }
  }

  @Test
  void anAddressThatAsksTooFastIsToldToWaitButAPartnerIsNot() throws Exception {
    service.stop().await();
    start(
        new HttpSettings("127.0.0.1", 0, 1, 10, Duration.ofSeconds(20), HttpSettings.Proxies.HERE));
    List<Integer> statuses = IntStream.range(0, 8).mapToObj(_ -> status("/ok")).toList();
    assertThat(statuses).startsWith(200, 200, 200).endsWith(429);
    HttpResponse<String> refused = get("/api/ok");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    assertThat(refused.body()).contains("Xin chờ vài giây");
    assertThat(send(to("/partner").POST(BodyPublishers.ofString("x"))).statusCode()).isEqualTo(200);
    assertThat(send(to("/ok").header("X-Forwarded-For", "203.0.113.9")).statusCode())
        .as("another citizen behind the proxy on this machine")
        .isEqualTo(200);
  }

  /// Sends some bytes, then one more each 20 ms, until the service hangs up.
  private String drip(String begin) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", service.port());
        ScheduledExecutorService drops = Executors.newSingleThreadScheduledExecutor()) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      out.write(begin.getBytes(StandardCharsets.US_ASCII));
      // The first that cannot be written any more is the last.
      drops.scheduleAtFixedRate(() -> drop(out), 0, 20, TimeUnit.MILLISECONDS);
      StringBuilder answer = new StringBuilder();
      try {
        for (int c = socket.getInputStream().read(); c >= 0; c = socket.getInputStream().read()) {
          answer.append((char) c);
        }
      } catch (SocketException reset) {
        // Hung up while it was still being spoken to.
      }
      return answer.toString();
    }
  }

  private static void drop(OutputStream out) {
    try {
      out.write('a');
    } catch (IOException hungUp) {
      throw new UncheckedIOException(hungUp);
    }
  }

  @Test
  @Timeout(10)
  void aClientThatDripsItsRequestIsHungUpOn() throws Exception {
    service.stop().await();
    start(
        new HttpSettings("127.0.0.1", 0, 0, 10, Duration.ofMillis(300), HttpSettings.Proxies.HERE));
    assertThat(drip("GET /ok HTTP/1.1\r\nX-Slow: ")).isEmpty();
    assertThat(drip("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n"))
        .contains("503");
    assertThat(drip("POST /partner HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n"))
        .contains("503");
    assertThat(get("/ok").statusCode()).isEqualTo(200);
  }

  @Test
  void requestsAreMeasuredByTheirRoute() throws Exception {
    get("/ok");
    get("/throws");
    get("/nowhere/1");
    get("/nowhere/2");
    assertThat(timed("/ok", "200")).isEqualTo(1);
    assertThat(timed("/throws", "500")).isEqualTo(1);
    assertThat(timed("none", "404")).isEqualTo(2);
    assertThat(meters.get("ansinh.http.under.way").gauge().value()).isZero();
  }

  private long timed(String route, String status) {
    return Awaitility.await()
        .until(
            () ->
                meters.find("ansinh.http.requests").tags("route", route, "status", status).timer(),
            Objects::nonNull)
        .count();
  }

  @Test
  void anAnswerCarriesTheIdUnderWhichTheLogTellsOfIt() throws Exception {
    HttpResponse<String> response = get("/api/throws");
    assertThat(response.headers().firstValue("X-Request-Id"))
        .contains(new JsonObject(response.body()).getString("id"));
  }

  @Test
  void onlyAProxyOfOursIsBelievedWhomItSpeaksFor() throws Exception {
    service.stop().await();
    start(
        new HttpSettings(
            "127.0.0.1", 0, 1, 10, Duration.ofSeconds(20), new HttpSettings.Proxies(List.of())));
    List<Integer> statuses =
        IntStream.range(0, 8)
            .mapToObj(n -> to("/ok").header("X-Forwarded-For", "203.0.113." + n))
            .map(this::status)
            .toList();
    assertThat(statuses).startsWith(200, 200, 200).endsWith(429);
  }

  @Test
  void proxiesAreAddressesAndNetworks() {
    HttpSettings.Proxies proxies = HttpSettings.Proxies.parse("10.0.0.5, 172.20.0.0/16,fd00::/8");
    for (String ours : List.of("127.0.0.9", "::1", "10.0.0.5", "172.20.255.1", "fd12:3::4")) {
      assertThat(proxies.include(InetAddress.ofLiteral(ours))).as(ours).isTrue();
    }
    for (String other : List.of("10.0.0.4", "172.21.0.1", "192.0.2.1", "fe00::1", "::2")) {
      assertThat(proxies.include(InetAddress.ofLiteral(other))).as(other).isFalse();
    }
    for (String wrong : List.of("proxy", "10.0.0.0/33", "10.0.0.0/x")) {
      assertThatThrownBy(() -> HttpSettings.Proxies.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private int status(HttpRequest.Builder request) {
    try {
      return send(request).statusCode();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private int status(String path) {
    return status(to(path));
  }

  @Test
  void aFileIsKeptForEverUnderTheAddressThatCarriesItsHash() throws Exception {
    String url = new Assets().url("ansinh.css");
    assertThat(url).matches("/assets/ansinh\\.css\\?v=[0-9a-f]{12}");
    HttpResponse<String> response = get(url);
    assertThat(response.headers().firstValue("Cache-Control"))
        .contains("public, max-age=31536000, immutable");
    assertThat(get("/assets/ansinh.css?v=old").headers().firstValue("Cache-Control"))
        .contains("public, no-cache");
    String tag = response.headers().firstValue("ETag").orElseThrow();
    assertThat(send(to("/assets/ansinh.css").header("If-None-Match", tag)).statusCode())
        .isEqualTo(304);
    HttpResponse<String> font = get("/assets/fonts/be-vietnam-pro-5.3.0-vietnamese-400.woff2");
    assertThat(font.headers().firstValue("Content-Type")).contains("font/woff2");
  }

  @Test
  void aRequestThatIsNotHttpGetsAnErrorPageWithTheSecurityHeaders() throws Exception {
    HttpResponse<String> response = get("/ok?" + "x".repeat(10_000));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("Yêu cầu gửi đến không đọc được");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void everyDeclaredRouteIsListed() {
    Routes routes = new Routes();
    routes.add(HttpMethod.GET, "/a", Access.PUBLIC, 0, _ -> {});
    routes.addAsync(HttpMethod.POST, "/b", Access.PARTNER, 9, _ -> Future.succeededFuture());
    assertThat(routes.declared())
        .containsExactly(
            new Routes.Declared(HttpMethod.GET, "/a", Access.PUBLIC),
            new Routes.Declared(HttpMethod.POST, "/b", Access.PARTNER));
  }
}
