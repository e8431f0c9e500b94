package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The commands on the knowledge base that is shipped.
class KnowledgeCommandTest {
  private record Ended(int code, List<String> out, List<String> err) {}

  @Test
  void aDecreeNamesThePassagesFiguresAndQuestionsThatRestOnIt() {
    Ended ended = run("knowledge", "impact", "nd-335-2026");

    assertThat(ended.code).isZero();
    assertThat(ended.err).isEmpty();
    assertThat(ended.out)
        .anyMatch(line -> line.matches(" +\\S+/sa-monthly\\.md:\\d+ +sa-monthly, Mức hưởng.*"))
        .anyMatch(line -> line.matches(" +parameters\\.yaml:\\d+ +social-assistance-base = .*"))
        .anyMatch(line -> line.matches(" +documents\\.yaml:\\d+ +nd-20-2021, .*"))
        .anyMatch(line -> line.matches(" +questions/\\S+\\.tsv:\\d+ +.*"));
    assertThat(ended.out.getLast()).matches("Tổng cộng \\d+: .*\\d+ câu hỏi mẫu\\.");
  }

  @Test
  void aFigureNamesTheReminderThatCountsByIt() {
    assertThat(run("knowledge", "impact", "hi-break-days").out)
        .anyMatch(line -> line.contains("nhắc gia hạn thẻ bảo hiểm y tế: qua hi-break-days"));
    assertThat(run("knowledge", "impact", "tt-13-2026").out)
        .anyMatch(line -> line.contains("nhắc lịch tiêm của bé: qua tt-13-2026"));
  }

  @Test
  void aNumberIsAsGoodAsAnId() {
    assertThat(run("knowledge", "impact", "335/2026/NĐ-CP"))
        .isEqualTo(run("knowledge", "impact", "nd-335-2026"));
  }

  @Test
  void jsonIsOneObjectALineForEachThingListed() {
    List<JsonObject> objects =
        run("knowledge", "impact", "--json", "social-assistance-base").out.stream()
            .map(JsonObject::new)
            .toList();

    assertThat(objects)
        .allMatch(object -> object.containsKey("file") && object.getInteger("line") > 0)
        .anyMatch(object -> "passage".equals(object.getString("kind")))
        .anyMatch(object -> "value".equals(object.getString("kind")))
        .anyMatch(object -> "question".equals(object.getString("kind")));
  }

  @Test
  void anUnknownNameEndsWithTwoAndHasItsNeighbours() {
    Ended ended = run("knowledge", "impact", "nd-335-2062");

    assertThat(ended.code).isEqualTo(2);
    assertThat(ended.out).isEmpty();
    assertThat(ended.err)
        .singleElement()
        .asString()
        .startsWith("Không có văn bản hay tham số nào tên «nd-335-2062».")
        .contains("nd-335-2026");
  }

  @Test
  void theDayDecidesWhatIsStale() {
    Ended before = run("knowledge", "stale", "--on", "2026-11-23");
    Ended later = run("knowledge", "stale", "--on", "2036-11-23");

    assertThat(before.code).as(String.join("\n", before.out)).isZero();
    assertThat(before.out).containsExactly("Ngày 23/11/2026: không có gì quá hạn.");
    assertThat(later.code).isEqualTo(1);
    assertThat(later.out).hasSizeGreaterThan(20);
    assertThat(later.out.getLast()).matches("Ngày 23/11/2036: \\d+ chỗ cần xem lại\\.");
  }

  private static Ended run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), args);
    return new Ended(code, out.toString().lines().toList(), err.toString().lines().toList());
  }
}
