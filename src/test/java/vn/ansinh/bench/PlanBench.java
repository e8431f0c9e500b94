package vn.ansinh.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.days.SessionDays;
import vn.ansinh.knowledge.days.SessionFile;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.knowledge.file.ScheduleFiles;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.Wish;
import vn.ansinh.vaccination.Child;
import vn.ansinh.yaml.YamlDocument;

/// The time in which the next message about one wish is found.
final class PlanBench {
  private static final Instant AFTER = ForecastBench.ON.atStartOfDay(VietnamTime.ZONE).toInstant();

  private PlanBench() {}

  static void print(PrintStream out) {
    Clock clock = Clock.fixed(AFTER, VietnamTime.ZONE);
    Path directory = Path.of("knowledge-base");
    Calendars shipped =
        ScheduleFiles.calendars(
            directory,
            clock,
            faults -> {
              throw new IllegalStateException(faults.toString());
            });
    if (!(KnowledgeFiles.load(directory, clock) instanceof Loaded.Good(var base, var _))) {
      throw new IllegalStateException("the knowledge base is broken");
    }
    List<Wish.Insurance> cards = new ArrayList<>();
    List<Wish.Payment> payments = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      cards.add(new Wish.Insurance("bà", ForecastBench.ON.plusDays(i % 400 - 60L), 2));
      payments.add(new Wish.Payment("pension-account"));
    }
    List<Child> children = ForecastBench.children(shipped.schedule());
    measure(out, "next message, one card", base, shipped, cards);
    measure(out, "next message, one payment", base, shipped, payments);
    measure(out, "next message, one child, no sessions known", base, shipped, wishes(children));
    measure(
        out, "next message, one child, monthly sessions", base, monthly(shipped), wishes(children));
  }

  private static void measure(
      PrintStream out,
      String name,
      KnowledgeBase base,
      Calendars calendars,
      List<? extends Wish> wishes) {
    Planner planner = new Planner(calendars, QuietHours.USUAL);
    ForecastBench.measure(out, name, wishes, wish -> planner.next(wish, AFTER).isPresent() ? 1 : 0);
  }

  private static List<Wish> wishes(List<Child> children) {
    return children.stream().<Wish>map(child -> new Wish.Vaccination("Bin", child, null)).toList();
  }

  private static Calendars monthly(Calendars shipped) {
    SessionDays sessions =
        SessionFile.read(
            YamlDocument.parse("source: trạm\ndays: {rule: ngày 15–17 hằng tháng}").root(),
            fault -> {
              throw new IllegalStateException(fault.toString());
            });
    return new Calendars(shipped.schedule(), sessions, shipped.payments(), shipped.working());
  }
}
