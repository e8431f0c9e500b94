package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ansinh.yaml.Yaml;

/// What can be said of the files under `deploy/` without an engine that runs them.
class DeployTest {
  private static final Path DEPLOY = Path.of("deploy");
  private static final Path KUBERNETES = DEPLOY.resolve("kubernetes");
  private static final String PORT = "8080";

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(DEPLOY)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String text(String file) throws IOException {
    return Files.readString(DEPLOY.resolve(file));
  }

  private static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map(each -> each.group(1))
        .toList();
  }

  private static JsonObject in(JsonObject object, String... path) {
    JsonObject here = object;
    for (String key : path) {
      here = here.getJsonObject(key);
    }
    return here;
  }

  private static JsonObject compose() throws IOException {
    return Yaml.document(DEPLOY.resolve("compose.yaml"));
  }

  /// Every object of the base and the overlays.
  private static List<JsonObject> objects(String kind) throws IOException {
    List<JsonObject> objects = new ArrayList<>();
    for (Path file : files(".yaml")) {
      if (file.startsWith(KUBERNETES)) {
        Yaml.documents(file).stream()
            .filter(each -> kind.equals(each.getString("kind")))
            .forEach(objects::add);
      }
    }
    return objects;
  }

  private static List<JsonObject> podsWanted() throws IOException {
    List<JsonObject> pods = new ArrayList<>();
    for (String kind : List.of("Deployment", "StatefulSet")) {
      objects(kind).forEach(each -> pods.add(in(each, "spec", "template", "spec")));
    }
    objects("CronJob")
        .forEach(each -> pods.add(in(each, "spec", "jobTemplate", "spec", "template", "spec")));
    return pods;
  }

  private static List<JsonObject> containers(JsonObject pod) {
    return Yaml.objects(pod.getJsonArray("containers"));
  }

  /// The variables that the configuration knows.
  private static Set<String> variables() throws IOException {
    // Of the command that saves the database.
    Set<String> names = new TreeSet<>(Set.of("ANSINH_BACKUP_PASSPHRASE"));
    JsonObject config = Yaml.document(Path.of("config/ansinh.yaml"));
    for (String section : config.fieldNames()) {
      List<String> keys =
          config.getValue(section) instanceof JsonObject object
              ? object.fieldNames().stream().map(key -> "_" + key).toList()
              : List.of("");
      for (String key : keys) {
        names.add(("ANSINH_" + section + key).toUpperCase(Locale.ROOT).replace('-', '_'));
      }
    }
    return names;
  }

  @Test
  void everyYamlFileIsReadable() throws IOException {
    for (Path file : files(".yaml")) {
      assertThat(Yaml.documents(file)).as(file.toString()).isNotEmpty();
    }
  }

  @Test
  void everyVariableThatIsSetIsAKeyOfTheConfiguration() throws IOException {
    Set<String> set = new TreeSet<>();
    for (String node : List.of("ansinh-1", "ansinh-2", "backup")) {
      set.addAll(in(compose(), "services", node, "environment").fieldNames());
    }
    set.addAll(found(text("Dockerfile"), "\\b(ANSINH_[A-Z_]+)="));
    set.addAll(found(text("kubernetes/base/kustomization.yaml"), "- (ANSINH_[A-Z_]+)="));
    set.addAll(found(text("kubernetes/base/deployment.yaml"), "name: (ANSINH_[A-Z_]+)"));
    set.addAll(found(text("kubernetes/nightly-backup/backup.yaml"), "name: (ANSINH_[A-Z_]+)"));
    set.addAll(found(text("systemd/install.sh"), "^(ANSINH_[A-Z_]+)="));
    for (Path script : files(".sh")) {
      set.addAll(
          found(Files.readString(script), "\\b(ANSINH_(?:HTTP|DATABASE|TELEGRAM)_[A-Z_]+)="));
    }
    assertThat(set).hasSizeGreaterThan(8);
    assertThat(variables()).containsAll(set);
  }

  @Test
  void whatComposeAsksForIsInItsExample() throws IOException {
    assertThat(found(text("compose.env.example"), "^([A-Z_]+)="))
        .containsExactlyInAnyOrderElementsOf(
            new TreeSet<>(found(text("compose.yaml"), "\\$\\{([A-Z_]+)[:?}]")));
  }

  @Test
  void thePortsAgree() throws IOException {
    JsonObject config = Yaml.document(Path.of("config/ansinh.yaml"));
    assertThat(in(config, "http").getValue("port")).hasToString(PORT);
    assertThat(found(text("Dockerfile"), "EXPOSE (\\d+)")).containsOnly(PORT);
    assertThat(found(text("Dockerfile"), "healthy.sh\", \"(\\d+)")).containsOnly(PORT);
    assertThat(found(text("caddy/Caddyfile"), "ansinh-\\d:(\\d+)")).hasSize(2).containsOnly(PORT);
    assertThat(found(text("prometheus/prometheus.yaml"), "ansinh-\\d:(\\d+)"))
        .hasSize(2)
        .containsOnly(PORT);
    assertThat(found(text("systemd/install.sh"), "^port=(\\d+)")).containsOnly(PORT);
    assertThat(found(text("kubernetes/base/deployment.yaml"), "name: http, containerPort: (\\d+)"))
        .containsOnly(PORT);
    assertThat(
            found(
                text("kubernetes/base/network-policy.yaml"),
                "may-reach.*\\s+ports: \\[\\{ port: (\\d+)"))
        .containsOnly(PORT);
  }

  @Test
  void theProxyIsBelievedInTheNetworkThatItIsIn() throws IOException {
    JsonObject front = in(compose(), "networks", "front", "ipam");
    assertThat(
            in(compose(), "services", "ansinh-1", "environment").getString("ANSINH_HTTP_PROXIES"))
        .isEqualTo(front.getJsonArray("config").getJsonObject(0).getString("subnet"));
  }

  @Test
  void probesAskForPathsThatThereAre() throws IOException {
    List<String> asked = new ArrayList<>(found(text("caddy/Caddyfile"), "health_uri (\\S+)"));
    asked.addAll(found(text("kubernetes/base/deployment.yaml"), "httpGet: \\{ path: ([^,]+)"));
    asked.addAll(found(text("image/healthy.sh"), "\\$\\{2:-([^}]+)}"));
    assertThat(asked).hasSize(5);
    try (RunningService service = RunningService.withoutTelegram()) {
      assertThat(service.routes().stream().map(route -> route.path()).toList()).containsAll(asked);
    }
  }

  @Test
  void imagesArePinned() throws IOException {
    List<String> images = new ArrayList<>(found(text("Dockerfile"), "^FROM (\\S+)"));
    for (Path file : files(".yaml")) {
      images.addAll(found(Files.readString(file), "^ +image: ([^\\s{]+:\\S+)"));
    }
    assertThat(images)
        .hasSizeGreaterThan(7)
        .allMatch(image -> image.matches("\\S+:v?\\d+\\.\\d+\\S*"));
  }

  @Test
  void theImageRunsAsNobodyInParticularAndIsOwnedByRoot() throws IOException {
    String last = text("Dockerfile").substring(text("Dockerfile").lastIndexOf("\nFROM "));
    assertThat(found(last, "^USER (\\d+):\\d+$")).containsExactly("10001");
    assertThat(last).contains("COPY --from=train --chown=root:root /app /app", "HEALTHCHECK");
    assertThat(found(text("Dockerfile"), "^ADD (.*)$")).isEmpty();
  }

  @Test
  void theDockerfilesStepsAreTheScriptsThatAreTriedWithoutAnEngine() throws IOException {
    List<String> scripts = found(text("Dockerfile"), "^RUN .*?deploy/image/(\\S+\\.sh)");
    assertThat(scripts).containsExactly("package.sh", "lay-out.sh");
    assertThat(text("image/try.sh"))
        .contains(scripts.stream().map(each -> "$scripts/" + each).toList());
  }

  @Test
  void everyServiceOfComposeIsFencedIn() throws IOException {
    JsonObject services = in(compose(), "services");
    for (String name : services.fieldNames()) {
      JsonObject service = services.getJsonObject(name);
      assertThat(service.getJsonArray("security_opt").encode())
          .as(name)
          .contains("no-new-privileges");
      assertThat(service.containsKey("privileged")).as(name).isFalse();
      if (!name.equals("postgres")) {
        assertThat(service.getBoolean("read_only")).as(name).isTrue();
        assertThat(service.getJsonArray("cap_drop")).as(name).isEqualTo(JsonArray.of("ALL"));
      }
    }
    assertThat(in(services, "ansinh-1").getString("user")).isEqualTo("10001:10001");
  }

  @Test
  void whatComposeMountsIsThere() throws IOException {
    for (String place : found(text("compose.yaml"), "^ +- (\\.{1,2}/[^:]+):")) {
      assertThat(DEPLOY.resolve(place)).exists();
    }
  }

  @Test
  void everyPodIsFencedIn() throws IOException {
    assertThat(podsWanted()).hasSize(3);
    for (JsonObject pod : podsWanted()) {
      assertThat(pod.getBoolean("automountServiceAccountToken")).isFalse();
      assertThat(in(pod, "securityContext").getBoolean("runAsNonRoot")).isTrue();
      for (JsonObject container : containers(pod)) {
        JsonObject fence = in(container, "securityContext");
        assertThat(fence.getBoolean("readOnlyRootFilesystem")).isTrue();
        assertThat(fence.getBoolean("allowPrivilegeEscalation")).isFalse();
        assertThat(in(fence, "capabilities").getJsonArray("drop")).isEqualTo(JsonArray.of("ALL"));
        assertThat(in(container, "resources", "limits").containsKey("memory")).isTrue();
        if (!"Never".equals(pod.getString("restartPolicy"))) {
          assertThat(container.fieldNames()).contains("readinessProbe", "livenessProbe");
        }
      }
    }
  }

  @Test
  void secretsAreNamedAndNotWritten() throws IOException {
    assertThat(objects("Secret")).isEmpty();
    for (JsonObject pod : podsWanted()) {
      for (JsonObject container : containers(pod)) {
        for (JsonObject variable : Yaml.objects(container.getJsonArray("env"))) {
          if (variable.getString("name").matches(".*(TOKEN|SECRET|PASS|URL).*")) {
            assertThat(in(variable, "valueFrom", "secretKeyRef").getString("name"))
                .isEqualTo("ansinh");
          }
        }
      }
    }
    assertThat(found(text("compose.env.example"), "(?:TOKEN|SECRET|PASSWORD|PASSPHRASE)=(.+)$"))
        .isEmpty();
  }

  @Test
  void whatKustomizeNamesIsThere() throws IOException {
    for (Path file : files("kustomization.yaml")) {
      for (Object resource : Yaml.document(file).getJsonArray("resources")) {
        assertThat(file.resolveSibling(resource.toString())).exists();
      }
    }
  }

  @Test
  void labelsAndSelectorsAgree() throws IOException {
    JsonObject label = JsonObject.of("app.kubernetes.io/name", "ansinh");
    JsonObject node = objects("Deployment").getFirst();
    JsonObject budget = objects("PodDisruptionBudget").getFirst();
    JsonObject policy = objects("NetworkPolicy").getFirst();
    assertThat(in(node, "spec", "template", "metadata", "labels")).isEqualTo(label);
    assertThat(in(node, "spec", "selector", "matchLabels")).isEqualTo(label);
    assertThat(in(budget, "spec", "selector", "matchLabels")).isEqualTo(label);
    assertThat(in(policy, "spec", "podSelector", "matchLabels")).isEqualTo(label);
    assertThat(objects("Service").stream().map(each -> in(each, "spec", "selector")).toList())
        .contains(label);
  }

  @ParameterizedTest
  @CsvSource({
    "ansinh.service, serve --config /etc/ansinh/ansinh.yaml",
    "ansinh-backup.service, backup --config /etc/ansinh/ansinh.yaml --keep 30"
  })
  void theUnitsAreHardened(String name, String command) throws IOException {
    List<String> unit = Files.readAllLines(DEPLOY.resolve("systemd").resolve(name));
    assertThat(unit)
        .contains(
            "User=ansinh",
            "NoNewPrivileges=yes",
            "ProtectSystem=strict",
            "ProtectHome=yes",
            "PrivateTmp=yes",
            "PrivateDevices=yes",
            "CapabilityBoundingSet=",
            "SystemCallFilter=@system-service",
            "RestrictNamespaces=yes");
    assertThat(unit)
        .filteredOn(line -> line.startsWith("ExecStart="))
        .singleElement()
        .asString()
        .contains(command)
        .doesNotContain("TOKEN", "PASS");
    for (String line : unit) {
      assertThat(line).matches("|#.*|\\[\\w+]|[A-Z]\\w+=.*");
    }
  }

  @Test
  void theServiceIsStartedAgainAndTheBackupEveryNight() throws IOException {
    assertThat(text("systemd/ansinh.service").lines()).contains("Restart=always");
    assertThat(text("systemd/ansinh-backup.timer").lines())
        .contains("Persistent=true")
        .anyMatch(line -> line.matches("OnCalendar=\\*-\\*-\\* \\S+ Asia/Ho_Chi_Minh"));
    assertThat(in(objects("CronJob").getFirst(), "spec").getString("timeZone"))
        .isEqualTo("Asia/Ho_Chi_Minh");
    assertThat(in(compose(), "services", "backup").getJsonArray("command"))
        .isEqualTo(JsonArray.of("backup", "--keep", "30", "/backups"));
  }

  static List<Path> scripts() throws IOException {
    return files(".sh");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void aScriptIsReadableAndStopsAtItsFirstFailure(Path script) throws Exception {
    assertThat(run("bash", "-n", script.toString())).isEmpty();
    if (!script.endsWith("functions.sh")) {
      assertThat(script).isExecutable();
      assertThat(Files.readString(script))
          .startsWith("#!/usr/bin/env bash\n")
          .contains("set -euo pipefail\n");
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void shellcheckHasNothingToSay(Path script) throws Exception {
    Assumptions.assumeTrue(isThere("shellcheck"), "shellcheck is not installed");
    assertThat(run("shellcheck", "-x", "--source-path=.", script.toString())).isEmpty();
  }

  @Test
  void kustomizeMakesWhatTheOverlaysSay() throws Exception {
    Assumptions.assumeTrue(isThere("kubectl"), "kubectl is not installed");
    String one = run("kubectl", "kustomize", "deploy/kubernetes/overlays/one-node");
    assertThat(one)
        .contains("replicas: 1", "kind: StatefulSet")
        .doesNotContain("PodDisruptionBudget");
    String province = run("kubectl", "kustomize", "deploy/kubernetes/overlays/province");
    assertThat(province)
        .contains("replicas: 4", "minAvailable: 3", "-Xmx1g", "image: ansinh:0.1.0")
        .doesNotContain("kind: StatefulSet");
  }

  @Test
  void theDashboardIsReadable() throws IOException {
    JsonObject dashboard = new JsonObject(text("grafana/dashboards/ansinh.json"));
    String source =
        found(text("grafana/provisioning/datasources/prometheus.yaml"), "uid: (\\S+)").getFirst();
    assertThat(dashboard.getJsonArray("panels"))
        .isNotEmpty()
        .allMatch(
            panel ->
                ((JsonObject) panel).getJsonObject("datasource").getString("uid").equals(source));
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  /// What it prints, faults included.
  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return said;
  }
}
