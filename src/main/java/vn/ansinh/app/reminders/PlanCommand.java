package vn.ansinh.app.reminders;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.app.knowledge.KnowledgeCommand;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.file.Fault;
import vn.ansinh.knowledge.file.ScheduleFiles;
import vn.ansinh.reminder.Planned;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderTexts;

/// Prints the messages that would be sent; reads the knowledge base and no database.
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "In những lời nhắc sẽ gửi cho một thẻ, một bé hoặc một khoản chi trả.")
final class PlanCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Mixin private PlanOptions options = new PlanOptions();

  @Option(
      names = "--on",
      paramLabel = "NGÀY",
      description = "Kể từ đầu ngày này; không ghi thì là hôm nay.")
  private @Nullable String on;

  @Option(names = "--json", description = "In mỗi lời nhắc thành một dòng JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Config read = config.read();
    Clock clock = Clock.system(VietnamTime.ZONE);
    Calendars calendars =
        ScheduleFiles.calendars(
            read.knowledge(),
            clock,
            faults -> {
              throw new OperatorException(1, faults.stream().map(Fault::toString).toList());
            });
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    String day = on == null ? VietnamTime.today(clock).toString() : on;
    return switch (PlanRequest.read(options, day, calendars)) {
      case PlanRequest.Refused(var code) -> {
        out.println(code);
        yield 2;
      }
      case PlanRequest.Accepted asked -> {
        PlanReport report = report(asked, read, calendars);
        (json ? report.json() : report.lines()).forEach(out::println);
        yield 0;
      }
    };
  }

  private static PlanReport report(PlanRequest.Accepted asked, Config read, Calendars calendars) {
    KnowledgeBase base = KnowledgeCommand.base(read);
    Planner planner = new Planner(calendars, read.reminders().quiet());
    List<Planned> plan =
        planner.between(
            asked.wish(),
            start(asked.on()).minusNanos(1),
            start(asked.until().plusDays(1)).minusNanos(1));
    return new PlanReport(asked, plan, new ReminderTexts(base, calendars));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(VietnamTime.ZONE).toInstant();
  }
}
