package vn.ansinh.app.data;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.vault.KeyFile;
import vn.ansinh.vault.VaultException;

/// Makes the file of keys, for a database that is not the embedded one.
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description =
        "Tạo tệp khóa (data.key-file), chỉ người chạy lệnh đọc được; không ghi đè tệp đã có.")
final class KeysCreateCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Config settings = config.read();
    KeyFile file = settings.keyFile();
    try {
      file.create();
    } catch (VaultException e) {
      throw DataKeys.fault(e);
    }
    Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .printf(
            "Đã tạo %s. Giữ một bản sao ở nơi an toàn, không cùng chỗ với bản sao cơ sở dữ liệu.%n",
            file.path());
    return 0;
  }
}
