package vn.ansinh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.search.Evaluation;
import vn.ansinh.search.SearchIndex;
import vn.ansinh.search.SearchSettings;

/// What must hold of everything that is shipped: the knowledge base, its answers, every text.
class HouseTest {
  private static final Clock DAY =
      Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), VietnamTime.ZONE);
  private static final Set<String> TEXTS =
      Set.of("java", "jte", "md", "yaml", "tsv", "txt", "js", "css", "sql", "xml");

  private static Loaded.Good good;

  @BeforeAll
  static void load() {
    Loaded loaded = KnowledgeFiles.load(Path.of("knowledge-base"), DAY);
    assertThat(loaded).isInstanceOf(Loaded.Good.class);
    good = (Loaded.Good) loaded;
  }

  @Test
  void theKnowledgeBaseHasNoFault() {
    assertThat(good.stale()).isEmpty();
    assertThat(good.base().entitlements()).hasSizeGreaterThanOrEqualTo(20);
  }

  /// Floors a little below what is reached, so that a worse search or entry is noticed.
  @ParameterizedTest
  @ValueSource(
      strings = {"knowledge-base/questions/shared-dev.tsv", "src/test/resources/questions/own.tsv"})
  void questionsFindTheirEntry(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    SearchIndex index = SearchIndex.of(good.base(), SearchSettings.DEFAULT);
    Evaluation.Figures figures =
        Evaluation.of(
                Evaluation.restricted(
                    Evaluation.rows(lines), id -> good.base().find(id).isPresent()),
                index::search)
            .figures();
    assertThat(figures.inScope()).isGreaterThanOrEqualTo(20);
    assertThat(figures.hitAt1()).isGreaterThanOrEqualTo(0.92);
    assertThat(figures.hitAt3()).isGreaterThanOrEqualTo(0.97);
    assertThat(figures.refusedOut()).isGreaterThanOrEqualTo(0.85);
    assertThat(figures.wronglyRefused()).isLessThanOrEqualTo(0.03);
  }

  @Test
  void everyTextIsComposed() {
    try (Stream<Path> files =
        Stream.of("src", "knowledge-base", "config", "deploy", "README.md")
            .map(Path::of)
            .flatMap(HouseTest::walk)) {
      assertThat(files.filter(HouseTest::isText).filter(file -> !isComposed(file))).isEmpty();
    }
  }

  private static Stream<Path> walk(Path root) {
    try {
      return Files.walk(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file) && TEXTS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static boolean isComposed(Path file) {
    try {
      return Normalizer.isNormalized(Files.readString(file), Normalizer.Form.NFC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
