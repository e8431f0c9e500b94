package vn.ansinh.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import vn.ansinh.knowledge.file.ScheduleFiles;
import vn.ansinh.vaccination.Child;
import vn.ansinh.vaccination.DoseRule;
import vn.ansinh.vaccination.Forecast;
import vn.ansinh.vaccination.Schedule;
import vn.ansinh.vaccination.Why;

/// The time of one child's vaccination forecast, with and without its reasons in words.
public final class ForecastBench {
  private static final int CHILDREN = 10_000;
  private static final int ROUNDS = 5;
  static final LocalDate ON = LocalDate.of(2026, 11, 23);

  private ForecastBench() {}

  static void print(PrintStream out) {
    if (!(ScheduleFiles.vaccination(Path.of("knowledge-base"))
        instanceof ScheduleFiles.Read.Good(var schedule, var phrases))) {
      throw new IllegalStateException("the schedule is broken");
    }
    List<Child> children = children(schedule);
    Why why = new Why(phrases, schedule);
    measure(out, "forecast, one child", children, child -> Forecast.of(schedule, child, ON).size());
    measure(
        out,
        "forecast, one child, with reasons",
        children,
        child -> Forecast.of(schedule, child, ON).stream().mapToInt(e -> why.of(e).length()).sum());
  }

  interface Work<T> {
    int of(T one);
  }

  static <T> void measure(PrintStream out, String name, List<T> children, Work<T> work) {
    long[] nanos = new long[children.size()];
    long kept = 0;
    // Only the last round, when the code is compiled, is told.
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < nanos.length; i++) {
        long begun = System.nanoTime();
        kept += work.of(children.get(i));
        nanos[i] = System.nanoTime() - begun;
      }
    }
    if (kept == 0) {
      throw new IllegalStateException("nothing was forecast");
    }
    double mean = Arrays.stream(nanos).average().orElse(0) / 1e6;
    Arrays.sort(nanos);
    out.printf(
        "%-58s mean %.4f ms, p50 %.4f ms, p99 %.4f ms%n",
        name, mean, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6);
  }

  /// Up to seven years old, with up to 15 doses on any day.
  public static List<Child> children(Schedule schedule) {
    Random random = new Random(1);
    List<DoseRule> rules = schedule.rules();
    List<Child> children = new ArrayList<>();
    while (children.size() < CHILDREN) {
      int days = random.nextInt(7 * 365);
      LocalDate born = ON.minusDays(days);
      List<Child.Given> given = new ArrayList<>();
      for (int i = random.nextInt(16); i > 0; i--) {
        DoseRule rule = rules.get(random.nextInt(rules.size()));
        given.add(new Child.Given(rule.dose(), born.plusDays(random.nextInt(days + 1))));
      }
      children.add(new Child(born, given));
    }
    return children;
  }
}
