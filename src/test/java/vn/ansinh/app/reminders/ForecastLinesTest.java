package vn.ansinh.app.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.knowledge.file.ScheduleFiles;

class ForecastLinesTest {
  private static final String CHILD = "\"born\":\"2026-08-31\",\"on\":\"2026-11-23\"";

  private static List<String> answers(String... lines) throws IOException {
    ScheduleFiles.Read.Good files =
        (ScheduleFiles.Read.Good) ScheduleFiles.vaccination(Path.of("knowledge-base"));
    StringWriter out = new StringWriter();
    new ForecastLines(files.schedule(), files.phrases())
        .copy(new BufferedReader(new StringReader(String.join("\n", lines))), out);
    return out.toString().lines().toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":\"a\",\"on\":\"2026-11-23\"}|{\"id\":\"a\",\"error\":\"bad-date\"}",
        "{\"id\":\"a\",\"born\":\"2026-08-31\"}|{\"id\":\"a\",\"error\":\"bad-date\"}",
        "{\"id\":\"a\",\"born\":20260831,\"on\":\"2026-11-23\"}|{\"id\":\"a\",\"error\":\"bad-date\"}",
        "{\"id\":7,\"born\":null,\"on\":null}|{\"id\":7,\"error\":\"bad-date\"}",
        "{\"born\":\"2026-11-24\",\"on\":\"2026-11-23\"}|{\"id\":null,\"error\":\"born-after-on\"}",
        "{\"id\":{\"n\":1},CHILD,\"given\":\"bcg:1:2026-09-01\"}"
            + "|{\"id\":{\"n\":1},\"error\":\"bad-dose\"}",
        "{\"id\":\"a\",CHILD,\"given\":[null]}|{\"id\":\"a\",\"error\":\"bad-dose\"}",
        "{\"id\":\"a\",CHILD,\"given\":[1]}|{\"id\":\"a\",\"error\":\"bad-dose\"}",
        "{\"id\":\"a\",CHILD,\"given\":[\"bcg:1:2026-09-01\",\"bcg:2:2026-09-01\"]}"
            + "|{\"id\":\"a\",\"error\":\"unknown-dose\"}",
        "not json|{\"id\":null,\"error\":\"bad-json\"}",
        "[]|{\"id\":null,\"error\":\"bad-json\"}",
        "{\"id\":|{\"id\":null,\"error\":\"bad-json\"}",
        "null|{\"id\":null,\"error\":\"bad-json\"}",
      })
  void aFaultIsAnsweredWithItsCode(String line, String answer) throws IOException {
    assertThat(answers(line.replace("CHILD", CHILD))).containsExactly(answer);
  }

  @Test
  void everyLineIsAnsweredInItsTurnAndBlankOnesAreNot() throws IOException {
    List<String> answers =
        answers(
            "{\"id\":1," + CHILD + ",\"given\":[\"bcg:1:2026-09-01\"]}",
            "",
            "broken",
            "{\"id\":3," + CHILD + ",\"given\":null}",
            "{\"id\":4," + CHILD + "}");

    assertThat(answers).hasSize(4);
    assertThat(answers.get(0)).startsWith("{\"id\":1,\"forecast\":[{\"vaccine\":\"hepb-birth\",");
    assertThat(answers.get(1)).isEqualTo("{\"id\":null,\"error\":\"bad-json\"}");
    assertThat(answers.get(2).replace("\"id\":3", "\"id\":4")).isEqualTo(answers.get(3));
  }

  @Test
  void aDoseHasAllKeysInTheirOrder() throws IOException {
    JsonObject answer = new JsonObject(answers("{\"id\":1," + CHILD + "}").getFirst());
    JsonObject bcg = answer.getJsonArray("forecast").getJsonObject(1);

    assertThat(bcg.fieldNames())
        .containsExactly(
            "vaccine",
            "dose",
            "status",
            "given",
            "earliest",
            "recommended",
            "overdue",
            "latest",
            "why");
    assertThat(bcg.getValue("dose")).isEqualTo(1);
    assertThat(bcg.getValue("given")).isNull();
    assertThat(bcg.getString("latest")).isEqualTo("2027-08-30");
  }
}
