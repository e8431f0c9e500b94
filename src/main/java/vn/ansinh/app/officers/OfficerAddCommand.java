package vn.ansinh.app.officers;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Role;

/// Adds an officer and prints the link by which they choose a password.
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Thêm một cán bộ; in ra liên kết dùng một lần để người ấy đặt mật khẩu.")
final class OfficerAddCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "TÊN-ĐĂNG-NHẬP",
      description = "Chữ không dấu, số, dấu chấm, gạch nối; ví dụ lan.nguyen.")
  private String login = "";

  @Option(names = "--name", required = true, paramLabel = "HỌ-TÊN", description = "Họ tên.")
  private String name = "";

  @Option(
      names = "--role",
      required = true,
      paramLabel = "VAI-TRÒ",
      description = "reader (xem), writer (soạn), approver (duyệt), administrator (quản trị).")
  private String role = "";

  @Override
  public Integer call() {
    Role wanted =
        Role.of(role)
            .orElseThrow(
                () ->
                    new OperatorException(
                        2,
                        List.of(
                            "--role: chọn một trong: reader, writer, approver, administrator")));
    Config settings = config.read();
    return AccountsAtWork.tell(
        settings,
        AccountsAtWork.ask(
            settings,
            accounts -> accounts.add(new Actor.CommandLine(), login, name.strip(), wanted)),
        Objects.requireNonNull(spec).commandLine().getOut());
  }
}
