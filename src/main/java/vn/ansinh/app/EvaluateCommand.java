package vn.ansinh.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.Lexicon;
import vn.ansinh.search.collection.CollectionEvaluation;
import vn.ansinh.search.collection.CollectionIndex;
import vn.ansinh.search.collection.JudgedCollection;
import vn.ansinh.search.evaluation.Evaluation;
import vn.ansinh.search.evaluation.EvaluationReport;
import vn.ansinh.search.evaluation.Spoilt;
import vn.ansinh.search.evaluation.WorstMisses;

/// Measures the search on a file of questions with the expected entry, or the analysis on another
/// collection of texts.
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Đo việc tìm kiếm trên tệp câu hỏi có sẵn đáp án (cột id, question, variant-type, expected).",
      "Với --corpus: đo trên một bộ văn bản khác, bằng cách phân tích tiếng Việt và các chữ viết tắt"
          + " của kho kiến thức, từ vựng học từ chính bộ ấy. In R@1, R@5, R@10, R@20, MRR, nDCG@10"
          + " và thời gian CPU của một câu, gộp chung và theo từng biến thể."
    },
    footer = {
      "",
      "Tệp câu hỏi khi có --corpus: dòng đầu ghi tên cột, cách nhau bằng TAB; cần id, question,"
          + " expected (nhiều mã cách nhau bằng dấu |), có thể có variant-type; cột khác bỏ qua.",
      "Dòng sai: in mọi lỗi với tệp và số dòng, kết thúc với mã 2."
    })
final class EvaluateCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--present",
      description =
          "Chỉ tính những câu mà mọi mục đáp án đều có trong kho kiến thức (và các câu OUT).")
  private boolean presentOnly;

  @Option(
      names = "--spoilt",
      description =
          "Hỏi thêm mỗi câu có dấu theo ba cách gõ: dấu rời (nfd), dấu thanh đặt chỗ khác"
              + " (other-tone), không dấu (no-marks).")
  private boolean spoilt;

  @Option(
      names = "--misses",
      paramLabel = "SỐ",
      description = "Chỉ kể bấy nhiêu câu trượt nặng nhất, nói rõ vì sao.")
  private @Nullable Integer misses;

  @Option(
      names = "--corpus",
      paramLabel = "VĂN-BẢN.jsonl",
      description =
          "Tìm trong bộ văn bản này thay cho kho kiến thức; mỗi dòng một văn bản:"
              + " {\"id\": \"…\", \"title\": \"…\", \"text\": \"…\"}.")
  private @Nullable Path corpus;

  @Parameters(paramLabel = "CÂU-HỎI.tsv", description = "Tệp câu hỏi, cột cách nhau bằng TAB.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    mustBeReadable();
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    (corpus == null ? ofKnowledge() : ofCollection(corpus)).forEach(out::println);
    return 0;
  }

  private void mustBeReadable() {
    List<String> missing =
        Stream.of(Optional.ofNullable(corpus), Optional.of(file))
            .flatMap(Optional::stream)
            .filter(path -> !Files.isReadable(path) || Files.isDirectory(path))
            .map(path -> path + ": không có tệp này hoặc không đọc được.")
            .toList();
    if (!missing.isEmpty()) {
      throw new OperatorException(2, missing);
    }
    if (corpus != null && (presentOnly || spoilt || misses != null)) {
      throw new OperatorException(
          2, List.of("--present, --spoilt và --misses không dùng cùng --corpus."));
    }
  }

  private List<String> ofKnowledge() throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    Library library = Knowledge.load(config.read());
    List<Evaluation.Row> rows = Evaluation.rows(lines);
    if (presentOnly) {
      rows = Evaluation.restricted(rows, id -> library.base().find(id).isPresent());
    }
    Evaluation evaluation = Evaluation.of(rows, library.index()::search);
    List<String> report =
        new ArrayList<>(EvaluationReport.table(evaluation, areas(library.base())));
    if (spoilt) {
      report.add("");
      report.add("Câu có dấu (accented) gõ cách khác, cột như trên:");
      report.addAll(
          EvaluationReport.variants(Evaluation.of(Spoilt.all(rows), library.index()::search)));
    }
    report.add("");
    report.addAll(
        misses == null
            ? EvaluationReport.misses(evaluation)
            : WorstMisses.lines(evaluation, misses, library.index()::explain));
    return report;
  }

  private static Map<String, List<String>> areas(KnowledgeBase base) {
    Map<String, List<String>> areas = new LinkedHashMap<>();
    for (KnowledgeBase.Area area : base.areas()) {
      areas.put(
          area.label(), base.inArea(area.id()).stream().map(each -> each.id().value()).toList());
    }
    return areas;
  }

  private List<String> ofCollection(Path texts) throws IOException {
    return switch (JudgedCollection.read(texts, file)) {
      case JudgedCollection.Broken broken ->
          throw new OperatorException(2, Knowledge.lines(broken.faults()));
      case JudgedCollection.Good good -> {
        Lexicon lexicon = Knowledge.base(config.read()).lexicon();
        try (CollectionIndex index = new CollectionIndex(good.texts(), lexicon)) {
          var threads = ManagementFactory.getThreadMXBean();
          yield new CollectionEvaluation(good, index::search, threads::getCurrentThreadCpuTime)
              .report();
        }
      }
    };
  }
}
