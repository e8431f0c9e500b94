package vn.ansinh.app.knowledge;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.file.Fault;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;

/// What an officer who edits the knowledge base needs.
@Command(
    name = "knowledge",
    mixinStandardHelpOptions = true,
    description =
        "Kiểm tra, liệt kê kho kiến thức; xem cái gì phụ thuộc vào một văn bản, cái gì đã quá hạn.",
    subcommands = {ImpactCommand.class, StaleCommand.class})
public final class KnowledgeCommand {
  @Spec private @Nullable CommandSpec spec;

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Kiểm tra mọi tệp; có lỗi thì in tệp, dòng, cách sửa và kết thúc với mã 1.")
  int check(@Mixin ConfigOption config) {
    return switch (load(config.read())) {
      case Loaded.Good good when !good.stale().isEmpty() -> {
        good.stale().forEach(out()::println);
        yield 1;
      }
      case Loaded.Good good -> {
        out().println("Kho kiến thức không có lỗi: " + good.base().entitlements().size() + " mục.");
        yield 0;
      }
      case Loaded.Broken broken -> {
        broken.faults().forEach(out()::println);
        yield 1;
      }
    };
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Liệt kê các mục: mã, mức chắc chắn, ngày xem lại, tên.")
  int list(@Mixin ConfigOption config) {
    base(config.read())
        .all()
        .forEach(
            entry ->
                out()
                    .printf(
                        "%-28s %s  %s  %s%n",
                        entry.id(), entry.grade(), entry.reviewedOn(), entry.title()));
    return 0;
  }

  /// A knowledge base that must be good; a broken one ends the program with 1.
  public static KnowledgeBase base(Config config) {
    return switch (load(config)) {
      case Loaded.Good good -> good.base();
      case Loaded.Broken broken -> throw new OperatorException(1, lines(broken.faults()));
    };
  }

  private static List<String> lines(List<Fault> faults) {
    return faults.stream().map(Fault::toString).toList();
  }

  private static Loaded load(Config config) {
    return KnowledgeFiles.load(config.knowledge(), Clock.system(VietnamTime.ZONE));
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
