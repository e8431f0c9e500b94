package vn.ansinh.app.knowledge;

import java.time.Clock;
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
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.knowledge.impact.Stale;
import vn.ansinh.knowledge.impact.Staleness;

/// Lists what has grown old by a day.
@Command(
    name = "stale",
    mixinStandardHelpOptions = true,
    description = {
      "Liệt kê những gì đã quá hạn, cũ nhất trước; có thì kết thúc với mã 1.",
      "Gồm mục lâu chưa xem lại; đoạn, giá trị, căn cứ dựa vào văn bản đã hết hiệu lực; đoạn dùng"
          + " con số không còn giá trị."
    })
final class StaleCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--on",
      paramLabel = "NGÀY",
      description = "Xét vào ngày này (năm-tháng-ngày); không ghi thì là hôm nay.")
  private @Nullable LocalDate on;

  @Option(
      names = "--months",
      paramLabel = "SỐ-THÁNG",
      description = "Bao nhiêu tháng chưa xem lại thì là quá hạn (mặc định: ${DEFAULT-VALUE}).")
  private int months = Staleness.MONTHS;

  @Override
  public Integer call() {
    if (months < 0) {
      throw new OperatorException(2, List.of("Số tháng không được nhỏ hơn 0."));
    }
    LocalDate day = on == null ? VietnamTime.today(Clock.system(VietnamTime.ZONE)) : on;
    List<Stale> stale = Staleness.of(KnowledgeCommand.base(config.read()), day, months);
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    StaleReport.lines(stale, day).forEach(out::println);
    return stale.isEmpty() ? 0 : 1;
  }
}
