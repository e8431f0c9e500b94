package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.app.PreparedLibrary.Opened;
import vn.ansinh.conversation.intake.Library;
import vn.ansinh.knowledge.file.Fault;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.search.SearchSettings;
import vn.ansinh.search.evaluation.Evaluation;

class PreparedLibraryTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @TempDir private Path directory;
  private Path jar;
  private Path knowledge;

  @BeforeEach
  void aProgramAndAKnowledgeBase() throws IOException {
    jar = Files.writeString(directory.resolve("ansinh.jar"), "a program");
    knowledge = directory.resolve("knowledge-base");
    try (Stream<Path> all = Files.walk(Path.of("knowledge-base"))) {
      for (Path file : all.toList()) {
        Files.copy(file, knowledge.resolve(Path.of("knowledge-base").relativize(file)));
      }
    }
  }

  @Test
  void whatIsOpenedAnswersEveryQuestionAsWhatWasRead() throws IOException {
    Opened read = prepare();

    for (boolean manyQuestions : new boolean[] {true, false}) {
      Opened opened = open(manyQuestions).orElseThrow();

      assertThat(opened.library().base().entitlements())
          .isEqualTo(read.library().base().entitlements());
      assertThat(opened.library().base())
          .usingRecursiveComparison()
          .ignoringFields("entitlements", "phrases.read")
          .ignoringCollectionOrder()
          .isEqualTo(read.library().base());
      assertThat(opened.stale()).isEqualTo(read.stale());
      assertThat(opened.checkedOn()).isEqualTo(DAY);
      for (String question : questions()) {
        assertThat(opened.library().index().search(question))
            .as(question)
            .isEqualTo(read.library().index().search(question));
      }
    }
  }

  @Test
  void anEditedFileAnotherProgramAndAFileMoreAreNotWhatWasPrepared() throws IOException {
    prepare();
    Path file = knowledge.resolve("phrases.yaml");
    String before = Files.readString(file);

    Files.writeString(file, before.replace('a', 'b'));
    assertThat(open(true)).isEmpty();
    Files.writeString(file, before);
    assertThat(open(true)).isPresent();
    Files.createFile(knowledge.resolve("entitlements/more.md"));
    assertThat(open(true)).isEmpty();
    Files.delete(knowledge.resolve("entitlements/more.md"));
    Files.writeString(jar, "b program");
    assertThat(open(true)).isEmpty();
  }

  @Test
  void aSpoiledBitOrAMissingFileIsAsIfNothingHadBeenPrepared() throws IOException {
    prepare();
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory.resolve("ansinh.prepared"))) {
      files = all.filter(each -> Files.isRegularFile(each) && each.toFile().length() > 0).toList();
    }
    assertThat(files).hasSizeGreaterThan(5);
    for (Path file : files) {
      byte[] good = Files.readAllBytes(file);
      byte[] bad = good.clone();
      bad[bad.length / 2] ^= 1;
      Files.write(file, bad);
      assertThat(open(true)).as("spoiled %s", file).isEmpty();
      Files.delete(file);
      assertThat(open(true)).as("without %s", file).isEmpty();
      Files.write(file, good);
    }
    assertThat(open(true)).isPresent();
  }

  @Test
  void anEditWhileTheFilesWereReadIsNotTakenForWhatWasRead() throws IOException {
    PreparedLibrary prepared = prepared(true);
    String key = prepared.key();
    Loaded.Good good = load();
    Files.writeString(knowledge.resolve("README.md"), "x");

    assertThat(prepared.prepare(key, good, DAY).library().base()).isEqualTo(good.base());
    assertThat(open(true)).isEmpty();
  }

  @Test
  void onlyTheLastOneIsKept() throws IOException {
    prepare();
    Files.writeString(knowledge.resolve("README.md"), "x");
    prepare();

    try (Stream<Path> all = Files.list(directory.resolve("ansinh.prepared"))) {
      assertThat(all).hasSize(1);
    }
    assertThat(open(true)).isPresent();
  }

  @Test
  void anotherDaysCheckIsNotedBesideTheSameIndex() throws IOException {
    prepare();
    Map<Path, FileTime> before = indexFiles();
    Loaded.Good good = load();
    List<Fault> stale = List.of(new Fault("documents.yaml", 3, "đã hết hiệu lực", "thay"));
    PreparedLibrary prepared = prepared(true);

    prepared.checked(
        prepared.key(), new Loaded.Good(good.base(), stale), LocalDate.of(2026, 11, 24));

    Opened opened = open(true).orElseThrow();
    assertThat(opened.checkedOn()).isEqualTo(LocalDate.of(2026, 11, 24));
    assertThat(opened.stale()).isEqualTo(stale);
    assertThat(indexFiles()).hasSizeGreaterThan(5).isEqualTo(before);
  }

  private Map<Path, FileTime> indexFiles() throws IOException {
    try (Stream<Path> all = Files.walk(directory.resolve("ansinh.prepared"))) {
      Map<Path, FileTime> times = new HashMap<>();
      for (Path file : all.filter(each -> each.getFileName().toString().contains("_")).toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
      return times;
    }
  }

  @Test
  void whereNothingCanBeKeptAllIsAsBefore() throws IOException {
    Files.createFile(directory.resolve("ansinh.prepared"));

    Library library = prepare().library();

    assertThat(library.index().search("tien gia bao nhieu").results()).isNotEmpty();
    assertThat(open(true)).isEmpty();
  }

  private PreparedLibrary prepared(boolean manyQuestions) {
    return new PreparedLibrary(jar, knowledge, SearchSettings.DEFAULT, manyQuestions);
  }

  private Optional<Opened> open(boolean manyQuestions) {
    PreparedLibrary prepared = prepared(manyQuestions);
    return prepared.open(prepared.key());
  }

  private Opened prepare() {
    PreparedLibrary prepared = prepared(true);
    return prepared.prepare(prepared.key(), load(), DAY);
  }

  private Loaded.Good load() {
    return (Loaded.Good) KnowledgeFiles.load(knowledge, RunningService.NOON);
  }

  private static List<String> questions() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("knowledge-base/questions"))) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("dialogues"))
          .flatMap(PreparedLibraryTest::rows)
          .map(Evaluation.Row::question)
          .toList();
    }
  }

  private static Stream<Evaluation.Row> rows(Path file) {
    try {
      return Evaluation.rows(Files.readAllLines(file)).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
