package vn.ansinh.vaccination.second;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Children as they come: most on time, some late, some too early by a day, records mislabelled,
/// doubled, out of order, and now and then a faulty request. The same seed gives the same children.
public final class RandomChildren {
  /// A request for a forecast.
  public record Child(String born, List<String> given, String on) {}

  /// How a child's family keeps to the schedule.
  private enum Habit {
    NEVER,
    ON_TIME,
    TO_THE_DAY,
    LATE,
    ANYHOW
  }

  private static final List<String> FAULTS =
      List.of(
          "bcg",
          "bcg:1",
          "bcg:1:2026-01-01:x",
          "::",
          "flu:1:2026-01-01",
          "BCG:1:2026-01-01",
          "bcg:2:2026-01-01",
          "hpv:0:2026-01-01",
          "mr::2026-01-01",
          "mr:1:",
          "mr:1:2026-02-29",
          "mr:1:2026-1-1",
          "td:1:01/01/2026");
  private static final List<String> AGES =
      List.of("P2D", "P6W", "P2M", "P32W", "P9M", "P1Y", "P18M", "P7Y");
  private static final List<String> INTERVALS =
      List.of("P0D", "P7D", "P28D", "P1M", "P2M", "P4M", "P6M", "P1Y");
  private static final List<String> NO_DATES =
      List.of("", "2026-02-30", "2025-02-29", "2026-13-01", "2026-5-1", "1/5/2026", "2026-05-01x");

  private final Random random;

  private RandomChildren(long seed) {
    this.random = new Random(seed);
  }

  /// The first n children of the seed; a greater n adds to them and changes none.
  public static Stream<Child> stream(long seed, int n) {
    RandomChildren children = new RandomChildren(seed);
    return IntStream.range(0, n).mapToObj(each -> children.next());
  }

  private Child next() {
    long born = birth();
    List<Given> given = new ArrayList<>();
    Habit habit = one(List.of(Habit.values()));
    for (String vaccine : Row.all().stream().map(Row::vaccine).distinct().toList()) {
      given.addAll(series(born, vaccine, chance(70) ? habit : one(List.of(Habit.values()))));
    }
    long on = today(born, given);
    List<String> doses = new ArrayList<>();
    given.stream().filter(dose -> dose.day <= on).map(Given::written).forEach(doses::add);
    disorder(doses);
    return chance(6)
        ? faulty(born, doses, on)
        : new Child(Day.write(born), List.copyOf(doses), Day.write(on));
  }

  private record Given(String vaccine, int label, long day) {
    String written() {
      return vaccine + ":" + label + ":" + Day.write(day);
    }
  }

  /// Mostly children of these years; a third at the end of a month, some on 29 February, a few of
  /// another century.
  private long birth() {
    long first =
        Day.read(chance(5) ? one(List.of("1900-01-01", "2080-01-01")) : "2014-01-01").orElseThrow();
    long day = first + random.nextInt(4700);
    if (chance(5)) {
      return Day.read(one(List.of("2016-02-29", "2020-02-29", "2024-02-29"))).orElseThrow();
    }
    if (chance(33)) {
      long firstOfNextMonth = Day.plus(day, "P1M") - dayOfMonth(Day.plus(day, "P1M")) + 1;
      return firstOfNextMonth - 1 - random.nextInt(4);
    }
    return day;
  }

  private static int dayOfMonth(long day) {
    return Integer.parseInt(Day.write(day).substring(8));
  }

  private List<Given> series(long born, String vaccine, Habit habit) {
    List<Given> series = new ArrayList<>();
    List<Row> rows = Row.of(vaccine);
    long last = born;
    for (Row row : rows) {
      if (habit == Habit.NEVER || chance(7)) {
        break;
      }
      long day = Math.max(born, dayOf(row, born, last, habit));
      series.add(new Given(vaccine, label(row, rows.size()), day));
      if (chance(4)) {
        series.add(new Given(vaccine, label(row, rows.size()), day + random.nextInt(40)));
      }
      if (chance(3)) {
        series.add(new Given(vaccine, rows.size(), day));
      }
      last = series.getLast().day;
    }
    if (!series.isEmpty() && chance(5)) {
      series.add(new Given(vaccine, rows.size(), last + random.nextInt(200)));
    }
    return series;
  }

  private long dayOf(Row row, long born, long last, Habit habit) {
    long age = row.recommendedAge().map(period -> Day.plus(born, period)).orElse(born);
    long youngest = row.minimumAge().map(period -> Day.plus(born, period)).orElse(born);
    long afterLast = row.minimumInterval().map(period -> Day.plus(last, period)).orElse(born);
    return switch (habit) {
      case NEVER, ON_TIME -> Math.max(age, afterLast) + random.nextInt(15);
      case TO_THE_DAY -> Math.max(youngest, afterLast) - 1 + random.nextInt(3);
      case LATE -> Math.max(age, afterLast) + random.nextInt(chance(30) ? 1500 : 120);
      case ANYHOW -> born + random.nextInt(chance(50) ? 400 : 2000);
    };
  }

  private int label(Row row, int doses) {
    return chance(90) ? row.dose() : 1 + random.nextInt(doses);
  }

  /// Half of the days looked at are just about a day on which something changes.
  private long today(long born, List<Given> given) {
    long day =
        switch (random.nextInt(4)) {
          case 0 -> born + random.nextInt(900);
          case 1 -> born + random.nextInt(5000);
          case 2 -> near(Day.plus(born, one(AGES)));
          default -> given.isEmpty() ? born : near(Day.plus(someDose(given).day, one(INTERVALS)));
        };
    return Math.max(born, day);
  }

  /// Often the last one: what is open then, is open for long.
  private Given someDose(List<Given> given) {
    return chance(50) ? one(given) : Collections.max(given, Comparator.comparingLong(Given::day));
  }

  /// A day before, on or after the day itself or, where a dose becomes overdue, a month later.
  private long near(long day) {
    return (chance(30) ? Day.plus(day, "P1M") : day) - 1 + random.nextInt(3);
  }

  private void disorder(List<String> doses) {
    if (!doses.isEmpty() && chance(10)) {
      doses.add(one(doses));
    }
    if (chance(30)) {
      Collections.shuffle(doses, random);
    }
  }

  private Child faulty(long born, List<String> doses, long on) {
    String birth = Day.write(born);
    String today = Day.write(on);
    int times = 1 + random.nextInt(2);
    for (int each = 0; each < times; each++) {
      switch (random.nextInt(12)) {
        case 0 -> birth = one(NO_DATES);
        case 1 -> today = one(NO_DATES);
        case 2 -> today = Day.write(born - 1);
        default -> doses.add(random.nextInt(doses.size() + 1), faultyDose(born, on));
      }
    }
    return new Child(birth, List.copyOf(doses), today);
  }

  private String faultyDose(long born, long on) {
    return switch (random.nextInt(4)) {
      case 0 -> "opv:3:" + Day.write(born - 1);
      case 1 -> "opv:3:" + Day.write(on + 1);
      default -> one(FAULTS);
    };
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> among) {
    return among.get(random.nextInt(among.size()));
  }
}
