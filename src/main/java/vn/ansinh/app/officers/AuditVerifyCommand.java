package vn.ansinh.app.officers;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.app.ticks.RunningDatabase;
import vn.ansinh.officer.log.AuditCheck;
import vn.ansinh.officer.log.AuditCheck.Noted;
import vn.ansinh.officer.log.Flaw;

/// Checks that the audit log is whole.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Kiểm tra nhật ký: dòng nào bị sửa, bị mất, bị đổi chỗ; có thì kết thúc với 1.",
      "In ra dấu của dòng cuối. Chép dấu ấy ra ngoài máy, lần sau đưa lại bằng --noted:",
      "biết được cả khi nhật ký bị viết lại từ đầu."
    })
final class AuditVerifyCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--noted",
      paramLabel = "SỐ:DẤU",
      description = "Dấu đã chép của một dòng, như lệnh này từng in ra.")
  private String noted = "";

  @Override
  public Integer call() {
    Noted before = noted.isEmpty() ? null : read(noted);
    AuditCheck.Report report =
        RunningDatabase.ask(
            config.read(), pool -> pool.withTransaction(each -> AuditCheck.run(each, before)));
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    report.flaws().forEach(flaw -> out.println(words(flaw)));
    out.println(
        report.flaws().isEmpty()
            ? "Nhật ký nguyên vẹn: %d dòng.".formatted(report.rows())
            : "Nhật ký KHÔNG nguyên vẹn: %d dòng, %d chỗ sai."
                .formatted(report.rows(), report.flaws().size()));
    Noted end = report.end();
    if (end != null) {
      out.printf("Dấu của dòng cuối: %d:%s%n", end.number(), end.hash());
    }
    out.flush();
    return report.flaws().isEmpty() ? 0 : 1;
  }

  private static Noted read(String text) {
    String[] parts = text.toLowerCase(Locale.ROOT).split(":", -1);
    if (parts.length != 2 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("[0-9a-f]{64}")) {
      throw new OperatorException(
          2, List.of("--noted: có dạng SỐ:DẤU, dấu gồm 64 chữ số hệ mười sáu"));
    }
    return new Noted(Long.parseLong(parts[0]), parts[1]);
  }

  private static String words(Flaw flaw) {
    return switch (flaw) {
      case Flaw.Altered(long number) ->
          "dòng %d: bị sửa (hoặc dòng ngay trước nó)".formatted(number);
      case Flaw.Missing(long number, long last) ->
          number == last
              ? "dòng %d: bị mất".formatted(number)
              : "dòng %d đến %d: bị mất".formatted(number, last);
      case Flaw.Moved(long number, long was) ->
          "dòng %d: bị đổi chỗ, lúc ghi là dòng %d".formatted(number, was);
      case Flaw.Rewritten(long number) ->
          "dòng %d: không phải dòng mang dấu đã chép".formatted(number);
    };
  }
}
