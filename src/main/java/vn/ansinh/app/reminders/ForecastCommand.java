package vn.ansinh.app.reminders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
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
import vn.ansinh.knowledge.file.Fault;
import vn.ansinh.knowledge.file.ScheduleFiles;
import vn.ansinh.vaccination.DoseForecast;
import vn.ansinh.vaccination.Forecast;
import vn.ansinh.vaccination.Request;
import vn.ansinh.vaccination.Why;

/// Prints a child's vaccination card as it would be on a day; reads nothing but the schedule and
/// the phrases.
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    description = {
      "Lịch tiêm của một bé: mũi nào đã tiêm, mũi nào đến lúc, mũi nào sắp tới.",
      "Không ghi --born, --given, --on: đọc mỗi dòng một bé từ đầu vào chuẩn,"
          + " {\"id\", \"born\", \"given\": [\"VẮC-XIN:MŨI:NGÀY\", …], \"on\"}, in mỗi bé một dòng JSON.",
      "Dữ liệu sai: in mã lỗi và kết thúc với mã 2; đọc từ đầu vào chuẩn thì ghi mã lỗi vào dòng"
          + " ấy rồi đọc tiếp."
    })
final class ForecastCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--born", paramLabel = "NGÀY", description = "Ngày sinh (năm-tháng-ngày).")
  private @Nullable String born;

  @Option(
      names = "--given",
      paramLabel = "VẮC-XIN:MŨI:NGÀY,…",
      description = "Những mũi đã tiêm, ngăn bằng dấu phẩy, ví dụ bcg:1:2026-09-01.")
  private @Nullable List<String> given;

  @Option(
      names = "--on",
      paramLabel = "NGÀY",
      description = "Xem vào ngày này; không ghi thì là hôm nay.")
  private @Nullable String on;

  @Option(names = "--json", description = "In mỗi mũi thành một dòng JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    ScheduleFiles.Read.Good files = files();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (born == null && given == null && on == null) {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      new ForecastLines(files.schedule(), files.phrases()).copy(lines, out);
      return 0;
    }
    Clock clock = Clock.system(VietnamTime.ZONE);
    String day = on == null ? VietnamTime.today(clock).toString() : on;
    return switch (Request.read(files.schedule(), born, day, doses(given))) {
      case Request.Refused(var fault) -> {
        out.println(fault.code());
        yield 2;
      }
      case Request.Accepted asked -> {
        Why why = new Why(files.phrases(), files.schedule());
        print(Forecast.of(files.schedule(), asked.child(), asked.on()), why, out);
        yield 0;
      }
    };
  }

  private void print(List<DoseForecast> card, Why why, PrintWriter out) {
    if (json) {
      card.forEach(dose -> out.println(ForecastJson.of(dose, why).encode()));
    } else {
      ForecastReport.lines(card, why).forEach(out::println);
    }
  }

  /// Each dose by itself.
  static List<String> doses(@Nullable List<String> given) {
    return given == null
        ? List.of()
        : given.stream()
            .filter(part -> !part.isEmpty())
            .flatMap(part -> Arrays.stream(part.split(",", -1)))
            .toList();
  }

  private ScheduleFiles.Read.Good files() {
    return switch (ScheduleFiles.vaccination(config.read().knowledge())) {
      case ScheduleFiles.Read.Good good -> good;
      case ScheduleFiles.Read.Broken(var faults) ->
          throw new OperatorException(1, faults.stream().map(Fault::toString).toList());
    };
  }
}
