package vn.ansinh.citizen.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.ansinh.citizen.Profile;

/// Audiences and profiles by chance, over a few words.
final class Audiences {
  private static final List<String> PLACES = List.of("kp-1", "kp-2", "kp-3");
  private static final List<String> GROUPS = List.of("merit", "parents", "o'brien; drop");
  private static final List<String> TOPICS = List.of("health", "elderly");

  private final Random random;

  Audiences(long seed) {
    this.random = new Random(seed);
  }

  Audience next(int depth) {
    int kind = random.nextInt(depth > 0 ? 7 : 4);
    return switch (kind) {
      case 0 -> new Audience.Everyone();
      case 1 -> new Audience.Neighbourhood(one(PLACES));
      case 2 -> new Audience.Group(one(GROUPS));
      case 3 -> new Audience.Topic(one(TOPICS));
      case 4 -> new Audience.Any(some(depth - 1));
      case 5 -> new Audience.Every(some(depth - 1));
      default -> new Audience.Without(next(depth - 1), next(depth - 1));
    };
  }

  private List<Audience> some(int depth) {
    return IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(_ -> next(depth)).toList();
  }

  Profile profile() {
    return new Profile(random.nextInt(4) == 0 ? null : one(PLACES), few(GROUPS), few(TOPICS));
  }

  private List<String> few(List<String> of) {
    List<String> few = new ArrayList<>();
    Stream.of(of).flatMap(List::stream).filter(_ -> random.nextBoolean()).forEach(few::add);
    return few;
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
