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

/// Ends an account.
@Command(
    name = "disable",
    mixinStandardHelpOptions = true,
    description =
        "Ngừng một tài khoản và đăng xuất nó khỏi mọi thiết bị; officer reset cho dùng lại.")
final class OfficerDisableCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "TÊN-ĐĂNG-NHẬP", description = "Của cán bộ nào.")
  private String login = "";

  @Override
  public Integer call() {
    Config settings = config.read();
    return AccountsAtWork.tell(
        settings,
        AccountsAtWork.ask(settings, accounts -> accounts.disable(new Actor.CommandLine(), login)),
        Objects.requireNonNull(spec).commandLine().getOut());
  }
}
