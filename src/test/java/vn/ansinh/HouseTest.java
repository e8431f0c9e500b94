package vn.ansinh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;

/// What must hold of everything that is shipped: the knowledge base and every text.
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
    assertThat(good.base().entitlements()).hasSizeGreaterThanOrEqualTo(116);
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
