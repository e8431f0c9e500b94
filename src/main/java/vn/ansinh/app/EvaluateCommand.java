package vn.ansinh.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.conversation.intake.Library;
import vn.ansinh.search.Evaluation;

/// Measures the search on a file of questions with the expected entry.
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description =
        "Đo việc tìm kiếm trên tệp câu hỏi có sẵn đáp án (cột id, question, variant-type, expected).")
final class EvaluateCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--present",
      description =
          "Chỉ tính những câu mà mọi mục đáp án đều có trong kho kiến thức (và các câu OUT).")
  private boolean presentOnly;

  @Parameters(paramLabel = "TỆP.tsv", description = "Tệp câu hỏi, cột cách nhau bằng TAB.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file)) {
      throw new OperatorException(2, List.of(file + ": không có tệp này hoặc không đọc được."));
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    Library library = Knowledge.load(config.read());
    List<Evaluation.Row> rows = Evaluation.rows(lines);
    if (presentOnly) {
      rows = Evaluation.restricted(rows, id -> library.base().find(id).isPresent());
    }
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    Evaluation.of(rows, library.index()::search).report().forEach(out::println);
    return 0;
  }
}
