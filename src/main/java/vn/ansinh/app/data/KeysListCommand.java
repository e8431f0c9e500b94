package vn.ansinh.app.data;

import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.vault.Keys;

/// Lists the keys and how much each is used.
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "Kể các khóa: số, có từ bao giờ, khóa nào đang mã hóa, bao nhiêu dòng dữ liệu còn dùng.")
final class KeysListCommand implements Callable<Integer> {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    List<Keys.Line> lines = DataKeys.at(config, Keys::list);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    for (Keys.Line line : lines) {
      out.printf(
          "%-10d  từ %s  %8d dòng%s%n",
          line.id(),
          DAY.format(line.madeAt().atZone(VietnamTime.ZONE)),
          line.rows(),
          line.seals() ? "  đang mã hóa" : "");
    }
    out.flush();
    return 0;
  }
}
