package vn.ansinh.app.officers;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.officer.Actor;

/// Takes away what an officer proves themselves with, and prints a link to choose it anew.
@Command(
    name = "reset",
    mixinStandardHelpOptions = true,
    description = {
      "Xóa mật khẩu và mã xác thực, in ra liên kết dùng một lần để đặt mật khẩu mới.",
      "Người ấy bị đăng xuất khỏi mọi thiết bị; tài khoản đã ngừng thì dùng lại được."
    })
final class OfficerResetCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "TÊN-ĐĂNG-NHẬP", description = "Của cán bộ nào.")
  private String login = "";

  @Override
  public Integer call() {
    Config settings = config.read();
    return AccountsAtWork.tell(
        settings,
        AccountsAtWork.ask(settings, accounts -> accounts.reset(new Actor.CommandLine(), login)),
        Objects.requireNonNull(spec).commandLine().getOut());
  }
}
