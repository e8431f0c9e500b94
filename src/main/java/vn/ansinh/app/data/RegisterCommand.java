package vn.ansinh.app.data;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.ConfigOption;

/// Prints the register of processing.
@Command(
    name = "register",
    mixinStandardHelpOptions = true,
    description = {
      "In sổ đăng ký xử lý dữ liệu cá nhân (Markdown), cho hồ sơ bảo vệ dữ liệu:",
      "giữ gì, để làm gì, bao lâu, có mã hóa không. Không cần dịch vụ đang chạy."
    })
final class RegisterCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(RegisterReport.of(Register.read(), config.read()));
    out.flush();
    return 0;
  }
}
