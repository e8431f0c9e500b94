package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.ansinh.telegram.FakeUpdates;
import vn.ansinh.yaml.Yaml;

/// What is shipped for watching over the service beside what the service really shows.
class WatchFlowTest {
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:ansinh|jvm|process|system)_[a-z_]+\\b");

  private static RunningService service;
  private static String figures;
  private static final Logger HOUSE = (Logger) LoggerFactory.getLogger("vn.ansinh");
  private static final ListAppender<ILoggingEvent> told = new ListAppender<>();

  @BeforeAll
  static void start() throws Exception {
    told.start();
    HOUSE.addAppender(told);
    HOUSE.setLevel(Level.DEBUG);
    service = RunningService.bothMessengers(RunningService.NOON);
    service
        .database
        .pool()
        .query("insert into job_run values ('retention', now())")
        .execute()
        .await();
    service.telegram.push(FakeUpdates.text(7, 1, "tiền già bao nhiêu"));
    service.telegram.await("sendMessage", 1).await();
    service.get("/");
    figures =
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () -> service.get("/metrics").body(),
                body ->
                    body.contains("ansinh_job_succeeded_seconds{job=\"retention\"}")
                        && body.contains("ansinh_deliveries_total{"));
  }

  @AfterAll
  static void stop() {
    service.close();
    HOUSE.detachAppender(told);
    HOUSE.setLevel(null);
  }

  @Test
  void everyEdgeIsCountedAndTimed() {
    assertThat(figures)
        .contains(
            "ansinh_http_requests_seconds_bucket{route=\"/\",status=\"200\",le=\"0.1\"}",
            "ansinh_messages_seconds_count{channel=\"telegram\",outcome=\"Taken\"} 1",
            "ansinh_telegram_calls_seconds_count{method=\"sendMessage\",outcome=\"Done\"} 1",
            "ansinh_deliveries_total{channel=\"telegram\",origin=\"reply\",outcome=\"Sent\"} 1");
  }

  @Test
  void whatWaitsIsShownForAllNodesTogether() {
    assertThat(figures)
        .contains(
            "ansinh_queue_messages{origin=\"broadcast\"} 0.0",
            "ansinh_queue_oldest_seconds{origin=\"reply\"}",
            "ansinh_inbox_open 0.0",
            "ansinh_inbox_oldest_seconds 0.0",
            "ansinh_reminders_due 0.0",
            "ansinh_nodes 1.0",
            "ansinh_pool_size 8.0");
    assertThat(value("ansinh_knowledge_entries")).isGreaterThan(100);
    assertThat(value("ansinh_knowledge_read_seconds"))
        .isEqualTo(RunningService.NOON.instant().getEpochSecond());
  }

  @Test
  void everyFigureOfTheAlertsIsShownAndEachHasItsCure() throws IOException {
    JsonObject file = Yaml.document(Path.of("deploy/prometheus/alerts.yaml"));
    List<JsonObject> rules = new ArrayList<>();
    Yaml.objects(file.getJsonArray("groups"))
        .forEach(group -> rules.addAll(Yaml.objects(group.getJsonArray("rules"))));
    assertThat(rules).hasSizeGreaterThan(10);
    for (JsonObject rule : rules) {
      String name = rule.getString("alert");
      assertThat(shown()).as(name).containsAll(metrics(rule.getString("expr")));
      for (String word : List.of("summary", "cure")) {
        assertThat(rule.getJsonObject("annotations").getString(word))
            .as(name)
            .endsWith(".")
            .doesNotContain("\n");
      }
    }
  }

  @Test
  void everyFigureOfTheDashboardIsShown() throws IOException {
    JsonObject dashboard =
        new JsonObject(Files.readString(Path.of("deploy/grafana/dashboards/ansinh.json")));
    Set<String> wanted = new TreeSet<>();
    Pattern expression = Pattern.compile("\"expr\":(\"(?:[^\"\\\\]|\\\\.)*\")");
    Matcher found = expression.matcher(dashboard.encode());
    while (found.find()) {
      wanted.addAll(metrics(found.group(1)));
    }
    assertThat(wanted).hasSizeGreaterThan(12);
    assertThat(shown()).containsAll(wanted);
  }

  @Test
  void readinessNamesEveryPart() throws Exception {
    JsonObject ready = new JsonObject(service.get("/health/ready").body());
    assertThat(ready.getString("status")).isEqualTo("ready");
    assertThat(ready.getJsonObject("parts").fieldNames())
        .containsExactlyInAnyOrder("database", "delivery", "knowledge", "jobs", "telegram", "zalo");
  }

  @Test
  void theWayOfAMessageIsToldUnderOneName() {
    List<String> tellers =
        told.list.stream()
            .filter(event -> event.getKeyValuePairs() != null)
            .filter(
                event ->
                    event.getKeyValuePairs().stream()
                        .anyMatch(
                            pair -> pair.key.equals("request") && pair.value.equals(request())))
            .map(event -> event.getLoggerName().replaceFirst(".*\\.", ""))
            .toList();
    assertThat(tellers).containsExactly("Conversations", "Intake", "Verdict");
  }

  /// As the outbox has it, from which any node may send.
  private static String request() {
    return service
        .database
        .pool()
        .query("select request from delivery")
        .execute()
        .await()
        .iterator()
        .next()
        .getString(0);
  }

  @Test
  void everyRouteForPeopleIsReachedThroughTheIngressAndNoOther() throws IOException {
    List<String> paths = new ArrayList<>();
    JsonObject ingress = Yaml.document(Path.of("deploy/kubernetes/base/ingress.yaml"));
    for (JsonObject rule : Yaml.objects(ingress.getJsonObject("spec").getJsonArray("rules"))) {
      Yaml.objects(rule.getJsonObject("http").getJsonArray("paths"))
          .forEach(path -> paths.add(path.getString("path")));
    }
    for (var route : service.routes()) {
      boolean inside = route.path().equals("/metrics") || route.path().startsWith("/health/");
      assertThat(paths.stream().anyMatch(path -> reaches(path, route.path())))
          .as(route.path())
          .isEqualTo(!inside);
    }
  }

  private static boolean reaches(String ingress, String route) {
    return route.equals(ingress) || ingress.length() > 1 && route.startsWith(ingress + "/");
  }

  private static Set<String> metrics(String expression) {
    return METRIC
        .matcher(expression.replaceAll("\\{[^}]*}", ""))
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> shown() {
    return figures
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toSet());
  }

  private static double value(String name) {
    return figures
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }
}
