package vn.ansinh.app.knowledge;

import java.io.PrintWriter;
import java.util.ArrayList;
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
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.impact.Dependent;
import vn.ansinh.knowledge.impact.GoldenQuestions;
import vn.ansinh.knowledge.impact.Impact;
import vn.ansinh.knowledge.impact.Names;
import vn.ansinh.knowledge.impact.Subject;
import vn.ansinh.reminder.Grounds;

/// Lists what rests on a document or a parameter.
@Command(
    name = "impact",
    mixinStandardHelpOptions = true,
    description = {
      "Liệt kê mọi chỗ phụ thuộc vào một văn bản hoặc một tham số, mỗi chỗ một tệp và số dòng.",
      "Gồm đoạn trả lời, giá trị tham số, dòng căn cứ, văn bản được thay thế, cách nhắc, câu hỏi"
          + " mẫu."
    })
final class ImpactCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "In mỗi chỗ thành một dòng JSON.")
  private boolean json;

  @Parameters(
      paramLabel = "TÊN",
      description =
          "Mã hoặc số của văn bản (nd-335-2026, 335/2026/NĐ-CP), hoặc tên tham số trong"
              + " parameters.yaml.")
  private String name = "";

  @Override
  public Integer call() {
    Config read = config.read();
    KnowledgeBase base = KnowledgeCommand.base(read);
    Subject subject =
        switch (Names.of(base).find(name)) {
          case Names.Found found -> found.subject();
          case Names.Unknown unknown -> throw new OperatorException(2, List.of(told(unknown)));
        };
    GoldenQuestions questions = GoldenQuestions.read(read.knowledge());
    var line = Objects.requireNonNull(spec).commandLine();
    questions.faults().forEach(line.getErr()::println);
    print(subject, Impact.of(base, questions.all(), Grounds.of(base), subject), line.getOut());
    return 0;
  }

  private void print(Subject subject, List<Dependent> dependents, PrintWriter out) {
    if (json) {
      dependents.forEach(dependent -> out.println(DependentJson.of(dependent).encode()));
    } else {
      ImpactReport.lines(subject, dependents).forEach(out::println);
    }
  }

  private String told(Names.Unknown unknown) {
    List<String> words = new ArrayList<>();
    words.add("Không có văn bản hay tham số nào tên «" + name + "».");
    if (!unknown.near().isEmpty()) {
      words.add("Tên gần giống: " + String.join("; ", unknown.near()) + ".");
    }
    return String.join(" ", words);
  }
}
