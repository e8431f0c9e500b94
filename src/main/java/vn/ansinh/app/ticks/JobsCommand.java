package vn.ansinh.app.ticks;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.calendar.VietnamTime;

/// Lists the jobs of the running service.
@Command(
    name = "jobs",
    mixinStandardHelpOptions = true,
    description = {
      "Liệt kê các việc định kỳ của dịch vụ đang chạy: chạy lần cuối lúc nào, lần tới lúc nào.",
      "Giờ ghi ở đây là giờ của máy."
    })
public final class JobsCommand implements Callable<Integer> {
  private static final String ROW = "%-20s  %-19s  %-19s  %s%n";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");

  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    List<JobList.Line> lines = RunningDatabase.ask(config.read(), JobList::read);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf(ROW, "Việc", "Lần cuối", "Lần tới", "Trạng thái");
    lines.forEach(
        line -> out.printf(ROW, line.name(), words(line.last()), words(line.next()), line.state()));
    out.flush();
    return 0;
  }

  private static String words(@Nullable Instant moment) {
    return moment == null ? "chưa có" : MOMENT.format(moment.atZone(VietnamTime.ZONE));
  }
}
