package vn.ansinh.knowledge.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;

class GoldenQuestionsTest {
  @TempDir private Path root = Path.of("");

  @Test
  void aRowIsReadWithItsPlace() throws IOException {
    write("id\tquestion\tvariant-type\texpected\tfacet\na1\tbao nhiêu\tx\tone|two\tamount|where\n");

    assertThat(GoldenQuestions.read(root))
        .isEqualTo(
            new GoldenQuestions(
                List.of(
                    new GoldenQuestion(
                        "a1",
                        "bao nhiêu",
                        List.of(new EntitlementId("one"), new EntitlementId("two")),
                        List.of(Facet.AMOUNT, Facet.WHERE),
                        new Place("questions/some.tsv", 2))),
                List.of()));
  }

  @Test
  void aQuestionThatNoEntryAnswersExpectsNothing() throws IOException {
    write("id\tquestion\tvariant-type\texpected\na1\ttrời mưa\tx\tOUT\na2\tcòn gì nữa\tx\t-\n");

    assertThat(GoldenQuestions.read(root).faults()).isEmpty();
    assertThat(GoldenQuestions.read(root).all())
        .hasSize(2)
        .allMatch(question -> question.expected().isEmpty());
  }

  @Test
  void whatCannotBeReadIsToldWithItsLineAndTheRestIsRead() throws IOException {
    write(
        "id\tquestion\tvariant-type\texpected\tfacet\na1\tx\n\na2\tx\tx\ta b\thow\na3\tx\tx\tok\t-\n");

    GoldenQuestions questions = GoldenQuestions.read(root);

    assertThat(questions.faults()).extracting(fault -> fault.line()).containsExactly(2, 4, 4);
    assertThat(questions.all()).extracting(GoldenQuestion::id).containsExactly("a2", "a3");
  }

  @Test
  void aFileWithoutTheColumnsIsOneFault() throws IOException {
    write("a\tb\nc\td\n");

    assertThat(GoldenQuestions.read(root).faults()).hasSize(1);
  }

  @Test
  void aFileInAnotherEncodingIsOneFault() throws IOException {
    Path file = root.resolve("questions/some.tsv");
    Files.createDirectories(file.getParent());
    Files.write(file, "id\tquestion\texpected\nđ".getBytes(StandardCharsets.UTF_16LE));

    assertThat(GoldenQuestions.read(root).faults()).hasSize(1);
  }

  @Test
  void aDirectoryWithoutQuestionsHasNone() {
    assertThat(GoldenQuestions.read(root)).isEqualTo(new GoldenQuestions(List.of(), List.of()));
  }

  private void write(String text) throws IOException {
    Path file = root.resolve("questions/some.tsv");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
