package vn.ansinh.app.data;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.ConfigOption;

/// Removes a key that nothing is sealed by any more.
@Command(
    name = "retire",
    mixinStandardHelpOptions = true,
    description = "Bỏ một khóa cũ khi không còn dòng dữ liệu nào dùng nó. Ghi vào nhật ký (audit).")
final class KeysRetireCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "SỐ", description = "Số của khóa, như `keys list` kể.")
  private long key;

  @Override
  public Integer call() {
    DataKeys.at(
        config,
        (keys, witness) -> {
          keys.retire(key, witness.of("keys.retire"));
          return key;
        });
    Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .printf("Đã bỏ khóa %d. Bản sao cơ sở dữ liệu cũ hơn cần tệp khóa cũ mới đọc được.%n", key);
    return 0;
  }
}
