package vn.ansinh.console.broadcasts.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ansinh.citizen.audience.Audience;
import vn.ansinh.citizen.audience.Audience.Any;
import vn.ansinh.citizen.audience.Audience.Every;
import vn.ansinh.citizen.audience.Audience.Everyone;
import vn.ansinh.citizen.audience.Audience.Group;
import vn.ansinh.citizen.audience.Audience.Neighbourhood;
import vn.ansinh.citizen.audience.Audience.Topic;
import vn.ansinh.citizen.audience.Audience.Without;
import vn.ansinh.console.broadcasts.form.Chosen.Join;
import vn.ansinh.console.broadcasts.form.Chosen.Who;

class ChosenTest {
  private static final List<String> KEYS =
      List.of(
          "neighbourhood:kp-1",
          "neighbourhood:kp-2",
          "group:merit",
          "group:elderly",
          "topic:health");

  private static Audience chosen(Join join, Set<String> out, String... in) {
    Set<String> ticked = new LinkedHashSet<>(List.of(in));
    return new Chosen(Who.CHOSEN, join, ticked, out).audience().orElseThrow();
  }

  @Test
  void boxesMakeUnionsIntersectionsAndExclusions() {
    Audience one = new Neighbourhood("kp-1");
    Audience two = new Neighbourhood("kp-2");
    Audience merit = new Group("merit");
    String[] three = {"neighbourhood:kp-1", "neighbourhood:kp-2", "group:merit"};
    assertThat(chosen(Join.EACH, Set.of(), three))
        .isEqualTo(new Every(List.of(new Any(List.of(one, two)), merit)));
    assertThat(chosen(Join.ANY, Set.of(), three)).isEqualTo(new Any(List.of(one, two, merit)));
    assertThat(chosen(Join.ALL, Set.of(), three)).isEqualTo(new Every(List.of(one, two, merit)));
    assertThat(chosen(Join.ALL, Set.of("topic:health"), "group:merit"))
        .isEqualTo(new Without(merit, new Topic("health")));
  }

  @Test
  void nothingTickedIsNotEveryone() {
    assertThat(Chosen.NOTHING.audience()).isEmpty();
    assertThat(new Chosen(Who.CHOSEN, Join.EACH, Set.of(), Set.of("group:merit")).audience())
        .isEmpty();
    assertThat(new Chosen(Who.EVERYONE, Join.EACH, Set.of("group:merit"), Set.of()).audience())
        .contains(new Everyone());
  }

  @Test
  void whatTheBoxesMakeTicksBoxesThatMakeTheSame() {
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      Set<String> in = some(random);
      Who who = random.nextInt(4) == 0 ? Who.EVERYONE : Who.CHOSEN;
      Join join = Join.values()[random.nextInt(3)];
      Chosen before = new Chosen(who, join, in, some(random));
      before
          .audience()
          .ifPresent(
              audience -> {
                Chosen after = Chosen.of(audience);
                assertThat(after.who()).isEqualTo(before.who());
                assertThat(after.audience()).contains(audience);
              });
    }
  }

  private static Set<String> some(Random random) {
    List<String> keys = new ArrayList<>(KEYS);
    keys.removeIf(_ -> random.nextBoolean());
    return new LinkedHashSet<>(keys);
  }

  @Test
  void whatNoBoxesMakeIsKeptAsItIs() {
    Audience odd =
        new Any(
            List.of(
                new Every(List.of(new Group("merit"), new Group("elderly"))),
                new Neighbourhood("kp-1")));
    assertThat(Chosen.of(odd).who()).isEqualTo(Who.KEPT);
    assertThat(Chosen.of(odd).audience()).isEmpty();
  }
}
