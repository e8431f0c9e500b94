package vn.ansinh.app.data;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.ConfigOption;

/// Adds a key by which is sealed from now on.
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    description = {
      "Thêm một khóa, từ nay dùng để mã hóa; các khóa cũ còn để đọc. Ghi vào nhật ký (audit).",
      "Nhiều máy chạy dịch vụ: chép ngay tệp khóa mới cho mọi máy, rồi khởi động lại từng máy."
    })
final class KeysRotateCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    long key = DataKeys.at(config, (keys, witness) -> keys.rotate(witness.of("keys.rotate")));
    Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .printf(
            "Đã thêm khóa %d. Dịch vụ dùng khóa này từ lần khởi động tới, chậm nhất là 3 giờ đêm nay, và mã hóa"
                + " lại dữ liệu cũ lúc ấy.%n",
            key);
    return 0;
  }
}
