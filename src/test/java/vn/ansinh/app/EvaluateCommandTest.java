package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int evaluate(String... arguments) {
    String[] line = new String[arguments.length + 1];
    line[0] = "evaluate";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), line);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void measuresAnotherCollection() throws IOException {
    String texts =
        file(
            "docs.jsonl",
            """
            {"id": "a", "title": "Thẻ bảo hiểm y tế", "text": "Hết hạn thì đóng tiếp ở bưu điện."}
            {"id": "b", "title": "Khai sinh", "text": "Cha mẹ khai sinh cho con."}
            """);
    String questions =
        file(
            "questions.tsv",
            "id\tquestion\tvariant-type\texpected\n"
                + "q1\tthẻ bhyt hết hạn\tabbrev\ta\nq2\tkhai sinh cho con\tclean\tb|a\n");
    assertThat(evaluate("--corpus", texts, questions)).isZero();
    assertThat(out.toString().lines())
        .anyMatch(line -> line.matches("tất cả +2 +1\\.000 .*"))
        .anyMatch(line -> line.matches("abbrev +1 +1\\.000 .*"))
        .anyMatch(line -> line.matches("clean +1 +1\\.000 .*"));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void tellsEveryFaultOfBothFilesAndEndsWithTwo() throws IOException {
    String texts = file("docs.jsonl", "{\n");
    String questions = file("questions.tsv", "id\tquestion\texpected\nq1\t\t\n");
    assertThat(evaluate("--corpus", texts, questions)).isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith(texts + ":1: Dòng này không phải một đối tượng JSON."))
        .anyMatch(line -> line.startsWith(questions + ":2: Cột \"question\" không có gì."))
        .anyMatch(line -> line.startsWith(questions + ":2: Cột \"expected\" không có gì."));
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void missingFilesAreToldTogether() {
    String texts = folder.resolve("none.jsonl").toString();
    String questions = folder.resolve("none.tsv").toString();
    assertThat(evaluate("--corpus", texts, questions)).isEqualTo(2);
    assertThat(err.toString()).contains(texts + ":", questions + ":");
  }

  @Test
  void figuresComeByVariantAndAreaAndMissesWithTheirReasons() throws IOException {
    String questions =
        file(
            "questions.tsv",
            "id\tquestion\tvariant-type\texpected\n"
                + "q1\ttiền già được bao nhiêu\taccented\tsp-social-pension\n"
                + "q2\ttiền già được bao nhiêu\taccented\thi-household\n");
    assertThat(evaluate("--spoilt", "--misses", "1", questions)).isZero();
    assertThat(out.toString().lines())
        .anyMatch(line -> line.matches("nfd +2 +0 +0\\.500 .*"))
        .anyMatch(line -> line.matches("other-tone +2 +0 +0\\.500 .*"))
        .anyMatch(line -> line.matches("no-marks +2 +0 +0\\.500 .*"))
        .anyMatch(line -> line.matches("Người cao tuổi +1 +0 +1\\.000 .*"))
        .contains("Câu trượt nặng nhất: 1 trong 1")
        .anyMatch(line -> line.startsWith("  cần hi-household: "));
  }

  @Test
  void whatConcernsTheKnowledgeBaseIsRefusedForACollection() throws IOException {
    String texts = file("docs.jsonl", "{\"id\": \"a\", \"title\": \"A\", \"text\": \"a\"}\n");
    String questions = file("questions.tsv", "id\tquestion\texpected\nq1\ta\ta\n");
    assertThat(evaluate("--misses", "3", "--corpus", texts, questions)).isEqualTo(2);
    assertThat(err.toString()).contains("--misses");
  }

  @Test
  void helpTellsOfTheCollection() {
    assertThat(evaluate("--help")).isZero();
    assertThat(out.toString()).contains("--corpus", "\"title\"", "expected", "nDCG@10");
  }
}
