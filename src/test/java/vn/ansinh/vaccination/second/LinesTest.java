package vn.ansinh.vaccination.second;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class LinesTest {
  private static JsonObject answer(String child) {
    return Lines.answer(new JsonObject(child));
  }

  @Test
  void aChildIsAnsweredWithALineForEachDoseAndNullsWhereNothingIsKnown() {
    JsonObject answer = answer("{\"id\":7,\"born\":\"2026-05-10\",\"on\":\"2026-05-12\"}");
    assertThat(answer.getInteger("id")).isEqualTo(7);
    assertThat(answer.getJsonArray("forecast")).hasSize(Row.all().size());
    assertThat(answer.getJsonArray("forecast").getJsonObject(0).encode())
        .isEqualTo(
            "{\"vaccine\":\"hepb-birth\",\"dose\":1,\"status\":\"aged-out\",\"given\":null,"
                + "\"earliest\":null,\"recommended\":null,\"overdue\":null,"
                + "\"latest\":\"2026-05-11\"}");
  }

  @Test
  void aFaultIsAnsweredWithItsCode() {
    JsonObject answer =
        answer("{\"id\":\"a\",\"born\":\"2026-05-10\",\"given\":[\"x\"],\"on\":\"2026-05-12\"}");
    assertThat(answer.encode()).isEqualTo("{\"id\":\"a\",\"error\":\"bad-dose\"}");
  }
}
