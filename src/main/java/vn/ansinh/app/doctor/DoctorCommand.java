package vn.ansinh.app.doctor;

import java.io.PrintWriter;
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
import vn.ansinh.app.doctor.Line.Part;
import vn.ansinh.app.doctor.Line.State;

/// Looks over configuration, database, clock, messengers, disk and knowledge, and says what to do.
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Khám dịch vụ: cấu hình, cơ sở dữ liệu, các máy đang chạy, đồng hồ, Telegram, Zalo, ổ đĩa, kho kiến"
          + " thức; mỗi phần một dòng, có lỗi thì nói cách chữa. Không thay đổi gì.",
      "Kết thúc với 0 khi không có lỗi, 1 khi có."
    })
public final class DoctorCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "In mỗi phần thành một dòng JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Line> lines = lines();
    lines.forEach(line -> out.println(json ? line.json().encode() : line.text()));
    out.flush();
    return lines.stream().anyMatch(line -> line.state() == State.FAULT) ? 1 : 0;
  }

  private List<Line> lines() {
    try {
      return Checkup.of(config.read());
    } catch (OperatorException e) {
      return List.of(
          Line.fault(
              Part.CONFIGURATION,
              String.join("; ", e.lines()) + ".",
              "Sửa tệp cấu hình hoặc biến môi trường nói trên, rồi khám lại."));
    }
  }
}
