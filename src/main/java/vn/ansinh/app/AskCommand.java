package vn.ansinh.app;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.app.explain.ExplanationJson;
import vn.ansinh.app.explain.ExplanationReport;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.Dialogue;
import vn.ansinh.conversation.Inbound;
import vn.ansinh.conversation.State;
import vn.ansinh.conversation.Turn;
import vn.ansinh.conversation.intake.Library;
import vn.ansinh.conversation.json.AnswerJson;
import vn.ansinh.conversation.meaning.Search;
import vn.ansinh.conversation.reminders.Desk;
import vn.ansinh.delivery.Message;
import vn.ansinh.search.SearchIndex;

/// Answers questions on the command line, without a database.
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = {
      "Trả lời câu hỏi ngay trên dòng lệnh, không cần cơ sở dữ liệu.",
      "Không có câu hỏi: đọc từng dòng từ đầu vào chuẩn, \"mã<TAB>câu hỏi\" hoặc chỉ câu hỏi."
    })
final class AskCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--on",
      paramLabel = "NGÀY",
      description = "Trả lời theo quy định của ngày này (năm-tháng-ngày).")
  private @Nullable LocalDate on;

  @Option(names = "--json", description = "In mỗi câu trả lời thành một dòng JSON.")
  private boolean json;

  @Option(
      names = "--explain",
      description =
          "Nói vì sao: chữ nào được đọc thế nào, các mục được xét, điểm của từng mục từ đâu ra.")
  private boolean explain;

  @Parameters(paramLabel = "CÂU-HỎI", arity = "0..*", description = "Câu hỏi.")
  private List<String> question = List.of();

  private record Asker(
      Dialogue dialogue, SearchIndex index, LocalDate on, Instant now, PrintWriter out) {}

  @Override
  public Integer call() throws IOException {
    Library library = Knowledge.load(config.read());
    Clock clock = Clock.system(VietnamTime.ZONE);
    Asker asker =
        new Asker(
            new Dialogue(
                library.base(),
                Search.of(library.index()),
                Desk.withoutDays(library.base()),
                Integer.MAX_VALUE),
            library.index(),
            on == null ? VietnamTime.today(clock) : on,
            clock.instant(),
            java.util.Objects.requireNonNull(spec).commandLine().getOut());
    if (!question.isEmpty()) {
      answer(asker, null, String.join(" ", question));
      return 0;
    }
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int tab = line.indexOf('\t');
      if (!line.isBlank()) {
        answer(asker, tab < 0 ? null : line.substring(0, tab), line.substring(tab + 1));
      }
    }
    asker.out.flush();
    return 0;
  }

  private void answer(Asker asker, @Nullable String id, String question) {
    Turn turn =
        asker.dialogue.turn(
            State.NEW, new Dialogue.Said(new Inbound.Content.Text(question), asker.on, asker.now));
    if (json) {
      JsonObject answer = AnswerJson.of(id, question, asker.on, turn);
      if (explain) {
        answer.put("explanation", ExplanationJson.of(asker.index.explain(question, List.of())));
      }
      asker.out.println(answer.encode());
    } else if (turn.reply() instanceof Message reply) {
      asker.out.println(reply.text().plain());
      reply.choices().forEach(choice -> asker.out.println("  [" + choice.label() + "]"));
      asker.out.println();
      if (explain) {
        explain(asker, question, turn);
      }
    }
  }

  private static void explain(Asker asker, String question, Turn turn) {
    if (turn.finding() == null) {
      asker.out.println("Câu này được đáp mà không cần tìm (lời chào, nút bấm, câu quá ngắn …).");
      asker.out.println("Nếu phải tìm thì:");
    }
    ExplanationReport.lines(asker.index.explain(question, List.of())).forEach(asker.out::println);
    asker.out.println();
  }
}
