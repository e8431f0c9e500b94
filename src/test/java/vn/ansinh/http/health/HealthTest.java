package vn.ansinh.http.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.http.Assets;
import vn.ansinh.http.HttpService;
import vn.ansinh.http.HttpSettings;
import vn.ansinh.http.Routes;

class HealthTest {
  private final Vertx vertx = Vertx.vertx();
  private final Map<String, Supplier<Future<?>>> checks = new LinkedHashMap<>();
  private final Map<String, Supplier<Future<?>>> told = new LinkedHashMap<>();

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  private HttpResponse<String> get(String path) throws Exception {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    meters.counter("ansinh.questions").increment(7);
    Routes routes = new Routes();
    new Health(checks, told, meters).addTo(routes);
    HttpService service =
        new HttpService(
            vertx,
            HttpSettings.of("127.0.0.1", 0, 0, HttpSettings.Proxies.HERE),
            routes,
            new Assets(),
            meters);
    service.start().await();
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void theProcessIsAliveWhateverItsParts() throws Exception {
    checks.put("database", () -> Future.failedFuture("down"));
    assertThat(get("/health/live").body()).isEqualTo("{\"status\":\"live\"}");
  }

  @Test
  void itIsReadyWhenEveryPartIs() throws Exception {
    checks.put("database", Future::succeededFuture);
    HttpResponse<String> response = get("/health/ready");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(response.body()))
        .isEqualTo(new JsonObject("{\"status\":\"ready\",\"parts\":{\"database\":\"ok\"}}"));
  }

  @Test
  void itSaysWhichPartIsNotReadyButNotWhy() throws Exception {
    checks.put("database", Future::succeededFuture);
    checks.put("knowledge", () -> Future.failedFuture("password hunter2"));
    checks.put(
        "telegram",
        () -> {
          throw new IllegalStateException("inside");
        });
    checks.put("slow", () -> Promise.promise().future());
    HttpResponse<String> response = get("/health/ready");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(new JsonObject(response.body()).getJsonObject("parts").getMap())
        .containsEntry("database", "ok")
        .containsEntry("knowledge", "failed")
        .containsEntry("telegram", "failed")
        .containsEntry("slow", "failed");
    assertThat(response.body()).doesNotContain("hunter2");
  }

  @Test
  void aPartThatOthersCanDoWithoutIsToldAndNoMore() throws Exception {
    checks.put("database", Future::succeededFuture);
    told.put("jobs", () -> Future.failedFuture("not started"));
    HttpResponse<String> response = get("/health/ready");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(response.body()))
        .isEqualTo(
            new JsonObject(
                "{\"status\":\"ready\",\"parts\":{\"database\":\"ok\",\"jobs\":\"failed\"}}"));
  }

  @Test
  void theFiguresComeInPrometheusText() throws Exception {
    HttpResponse<String> response = get("/metrics");
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
    assertThat(response.body()).contains("ansinh_questions_total 7.0");
  }
}
