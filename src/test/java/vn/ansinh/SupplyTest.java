package vn.ansinh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What the program is made of, by the list that the build leaves, and under which licences. The
/// report is `target/licences.tsv`.
class SupplyTest {
  /// Those under which it may be handed on with the program, one of which each library has. The
  /// LGPL of the calendar library is kept by leaving its jar as it is, exchangeable, in `lib/`.
  private static final Set<String> LICENCES =
      Set.of(
          "0BSD",
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC0-1.0",
          "EPL-2.0",
          "FreeBSD License",
          "GNU LESSER GENERAL PUBLIC LICENSE, Version 2.1, February 1999",
          "MIT");

  private static List<JsonObject> components() throws IOException {
    Path list = Path.of("target/ansinh-bom.json");
    assumeThat(list).as("Maven writes the list only when it is online").exists();
    JsonObject bom = new JsonObject(Files.readString(list));
    assertThat(bom.getString("bomFormat")).isEqualTo("CycloneDX");
    return bom.getJsonArray("components").stream().map(JsonObject.class::cast).toList();
  }

  private static Set<String> licences(JsonObject component) {
    Set<String> names = new TreeSet<>();
    for (Object each : component.getJsonArray("licenses", new JsonArray())) {
      JsonObject licence = ((JsonObject) each).getJsonObject("license");
      names.add(
          licence == null
              ? ((JsonObject) each).getString("expression")
              : licence.getString("id", licence.getString("name")));
    }
    return names;
  }

  @Test
  void everyLibraryHasAVersionAndALicenceThatWasLookedAt() throws IOException {
    assertThat(components()).hasSizeGreaterThan(40);
    StringBuilder report = new StringBuilder("library\tversion\tlicences\n");
    for (JsonObject component : components()) {
      String name = component.getString("group") + ":" + component.getString("name");
      Set<String> licences = licences(component);
      report.append(
          "%s\t%s\t%s%n"
              .formatted(name, component.getString("version"), String.join(", ", licences)));
      assertThat(component.getString("version"))
          .as(name)
          .matches("\\d.*")
          .doesNotContain("SNAPSHOT");
      assertThat(component.getJsonArray("hashes")).as(name).isNotEmpty();
      assertThat(licences.stream().anyMatch(LICENCES::contains)).as(name + " " + licences).isTrue();
    }
    Files.writeString(Path.of("target/licences.tsv"), report);
  }
}
