package vn.ansinh.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;

/// What an officer who edits the knowledge base needs.
@Command(
    name = "knowledge",
    mixinStandardHelpOptions = true,
    description = "Kiểm tra và liệt kê kho kiến thức.")
final class KnowledgeCommand {
  @Spec private @Nullable CommandSpec spec;

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Kiểm tra mọi tệp; có lỗi thì in tệp, dòng, cách sửa và kết thúc với mã 1.")
  int check(@Mixin ConfigOption config) {
    return switch (load(config)) {
      case Loaded.Good good when !good.stale().isEmpty() -> {
        Knowledge.lines(good.stale()).forEach(out()::println);
        yield 1;
      }
      case Loaded.Good good -> {
        out().println("Kho kiến thức không có lỗi: " + good.base().entitlements().size() + " mục.");
        yield 0;
      }
      case Loaded.Broken broken -> {
        Knowledge.lines(broken.faults()).forEach(out()::println);
        yield 1;
      }
    };
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Liệt kê các mục: mã, mức chắc chắn, ngày xem lại, tên.")
  int list(@Mixin ConfigOption config) {
    KnowledgeBase base = Knowledge.load(config.read()).base();
    base.all()
        .forEach(
            entry ->
                out()
                    .printf(
                        "%-28s %s  %s  %s%n",
                        entry.id(), entry.grade(), entry.reviewedOn(), entry.title()));
    return 0;
  }

  private static Loaded load(ConfigOption config) {
    return KnowledgeFiles.load(config.read().knowledge(), Clock.system(VietnamTime.ZONE));
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
