package vn.ansinh.citizen.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.citizen.Profile;

class AudienceTest {
  private static final Profile LAN = new Profile("kp-1", List.of("merit"), List.of("health"));

  @Test
  void itIsTheSameAfterItWasWrittenAndRead() {
    Audiences audiences = new Audiences(1);
    for (int i = 0; i < 2_000; i++) {
      Audience audience = audiences.next(3);
      JsonObject written = new JsonObject(AudienceJson.encode(audience).encode());
      assertThat(AudienceJson.decode(written)).contains(audience);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"everyone\":false}",
        "{\"everyone\":\"yes\"}",
        "{\"group\":7}",
        "{\"any\":[]}",
        "{\"any\":[{\"group\":\"x\"},7]}",
        "{\"some\":[{\"group\":\"x\"}]}",
        "{\"of\":{\"group\":\"x\"},\"but\":{\"group\":\"y\"}}",
        "{\"group\":\"x\",\"topic\":\"y\"}"
      })
  void whatIsNoAudienceIsNotTakenForOne(String json) {
    assertThat(AudienceJson.decode(new JsonObject(json))).isEmpty();
  }

  @Test
  void whatNobodyWouldWriteIsRefused() {
    JsonObject deep = new JsonObject().put("everyone", true);
    for (int i = 0; i < Audience.MOST_DEPTH; i++) {
      deep = new JsonObject().put("any", new io.vertx.core.json.JsonArray().add(deep));
    }
    assertThat(AudienceJson.decode(deep)).isEmpty();
  }

  @Test
  void unionIntersectionAndExclusionMeanWhatTheySay() {
    Audience here = new Audience.Neighbourhood("kp-1");
    Audience there = new Audience.Neighbourhood("kp-2");
    Audience merit = new Audience.Group("merit");
    assertThat(new Audience.Any(List.of(here, there)).has(LAN)).isTrue();
    assertThat(new Audience.Every(List.of(there, merit)).has(LAN)).isFalse();
    assertThat(new Audience.Without(here, merit).has(LAN)).isFalse();
    assertThat(new Audience.Without(here, there).has(LAN)).isTrue();
    assertThat(new Audience.Without(new Audience.Everyone(), merit).has(Profile.NOTHING)).isTrue();
  }

  @Test
  void whatIsNotKnownIsNamed() {
    Audience audience =
        new Audience.Any(
            List.of(new Audience.Group("merit"), new Audience.Topic("x"), new Audience.Topic("x")));
    assertThat(audience.unknown(Set.of("kp-1"), Set.of("merit"), Set.of("health")))
        .containsExactly("x");
  }

  @Test
  void aChoiceMadeTwiceIsTakenBack() {
    assertThat(LAN.withGroup("merit").groups()).isEmpty();
    assertThat(LAN.withGroup("parents").groups()).containsExactly("merit", "parents");
    assertThat(LAN.withNeighbourhood("kp-1").neighbourhood()).isNull();
    assertThat(LAN.withNeighbourhood("kp-2").neighbourhood()).isEqualTo("kp-2");
    assertThat(LAN.withNeighbourhood("kp-1").withGroup("merit").withTopic("health").isEmpty())
        .isTrue();
  }
}
