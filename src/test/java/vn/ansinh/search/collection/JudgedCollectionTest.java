package vn.ansinh.search.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.search.collection.JudgedCollection.Question;
import vn.ansinh.search.collection.JudgedCollection.Text;

class JudgedCollectionTest {
  private static final String TEXT = "{\"id\": \"a\", \"title\": \"Một\", \"text\": \"Hai ba.\"}\n";
  private static final String QUESTIONS = "id\tquestion\texpected\nq1\tmột là gì\ta\n";

  @TempDir private Path folder = Path.of("");
  private Path texts = Path.of("");
  private Path questions = Path.of("");

  @BeforeEach
  void name() {
    texts = folder.resolve("docs.jsonl");
    questions = folder.resolve("questions.tsv");
  }

  private JudgedCollection read(String texts, String questions) throws IOException {
    Files.writeString(this.texts, texts);
    Files.writeString(this.questions, questions);
    return JudgedCollection.read(this.texts, this.questions);
  }

  private List<String> faults(String texts, String questions) throws IOException {
    assertThat(read(texts, questions)).isInstanceOf(JudgedCollection.Broken.class);
    return ((JudgedCollection.Broken) read(texts, questions))
        .faults().stream()
            .map(
                fault ->
                    Path.of(fault.file()).getFileName()
                        + ":"
                        + fault.line()
                        + " "
                        + fault.problem())
            .toList();
  }

  @Test
  void readsTextsAndQuestions() throws IOException {
    assertThat(read(TEXT, QUESTIONS))
        .isEqualTo(
            new JudgedCollection.Good(
                List.of(new Text("a", "Một", "Hai ba.")),
                List.of(new Question("q1", "một là gì", "", List.of("a"), 2))));
  }

  @Test
  void columnsComeInAnyOrderAndOthersArePassedOver() throws IOException {
    String table = "expected\tnote\tvariant-type\tquestion\tid\na| b |a\tx\tno-accent\tmot\tq1\n";
    assertThat(read(TEXT, table))
        .extracting(good -> ((JudgedCollection.Good) good).questions())
        .isEqualTo(List.of(new Question("q1", "mot", "no-accent", List.of("a", "b"), 2)));
  }

  @Test
  void windowsLineEndsAndByteOrderMarksDoNotMatter() throws IOException {
    assertThat(
            read("\uFEFF" + TEXT.replace("\n", "\r\n"), "\uFEFF" + QUESTIONS.replace("\n", "\r\n")))
        .isEqualTo(read(TEXT, QUESTIONS));
  }

  @Test
  void aNumberMayBeAnId() throws IOException {
    assertThat(read("{\"id\": 17000000000, \"title\": \"\", \"text\": \"Hai\"}\n", QUESTIONS))
        .extracting(good -> ((JudgedCollection.Good) good).texts().getFirst().id())
        .isEqualTo("17000000000");
  }

  @Test
  void everyFaultOfBothFilesIsTold() throws IOException {
    String docs =
        TEXT
            + "not JSON\n"
            + "[1, 2]\n"
            + "{\"id\": \"b\", \"title\": \"B\"}\n"
            + "\n"
            + "{\"id\": \"a\", \"title\": \"A\", \"text\": \"\"}\n"
            + "{\"id\": \"c|d\", \"title\": 1, \"text\": \"\"}\n"
            + "{\"id\": \"e\", \"title\": \"\", \"text\": \" \"}\n";
    String table = "id\tquestion\texpected\nq1\t\ta\nq2\tmột\nq3\tmột\t|\n";
    assertThat(faults(docs, table))
        .containsExactly(
            "docs.jsonl:2 Dòng này không phải một đối tượng JSON.",
            "docs.jsonl:3 Dòng này không phải một đối tượng JSON.",
            "docs.jsonl:4 Thiếu \"text\", hoặc \"text\" không phải một chuỗi.",
            "docs.jsonl:6 Mã a đã có ở dòng 1.",
            "docs.jsonl:7 Mã c|d có dấu | hoặc dấu TAB.",
            "docs.jsonl:7 Thiếu \"title\", hoặc \"title\" không phải một chuỗi.",
            "docs.jsonl:8 Văn bản này không có chữ nào.",
            "questions.tsv:2 Cột \"question\" không có gì.",
            "questions.tsv:3 Cột \"expected\" không có gì.",
            "questions.tsv:4 Cột \"expected\" không có mã nào.");
  }

  @Test
  void missingColumnsAreToldOnce() throws IOException {
    assertThat(faults(TEXT, "id\tquery\nq1\tmột\nq2\thai\n"))
        .containsExactly(
            "questions.tsv:1 Thiếu cột \"question\".", "questions.tsv:1 Thiếu cột \"expected\".");
  }

  @Test
  void emptyFilesAreFaults() throws IOException {
    assertThat(faults("\n", ""))
        .containsExactly(
            "docs.jsonl:0 Tệp không có dòng nào để dùng.",
            "questions.tsv:0 Tệp không có dòng nào để dùng.");
  }

  @Test
  void aLineThatIsNoUtf8IsNamed() throws IOException {
    Files.write(texts, "\n{\"id\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(questions, QUESTIONS);
    assertThat(((JudgedCollection.Broken) JudgedCollection.read(texts, questions)).faults())
        .extracting(fault -> fault.line() + " " + fault.problem())
        .containsExactly("2 Dòng này không phải chữ mã UTF-8.");
  }
}
