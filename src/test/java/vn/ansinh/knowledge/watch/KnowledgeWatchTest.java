package vn.ansinh.knowledge.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeWatchTest {
  @TempDir private Path root = Path.of("");

  @Test
  void everyKindOfChangeIsNoticedOnce() throws IOException {
    Path file = Files.createDirectories(root.resolve("entitlements")).resolve("a.md");
    KnowledgeWatch watch = new KnowledgeWatch(root);
    assertThat(watch.changed()).isFalse();

    Files.writeString(file, "a");
    assertThat(watch.changed()).as("added").isTrue();
    assertThat(watch.changed()).isFalse();

    Files.writeString(file, "ab");
    assertThat(watch.changed()).as("grown").isTrue();

    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-23T00:00:00Z")));
    assertThat(watch.changed()).as("written").isTrue();

    Files.delete(file);
    assertThat(watch.changed()).as("removed").isTrue();
    assertThat(watch.changed()).isFalse();
  }

  @Test
  void aDirectoryThatIsNotThereYetIsEmpty() throws IOException {
    KnowledgeWatch watch = new KnowledgeWatch(root.resolve("later"));
    assertThat(watch.changed()).isFalse();

    Files.createDirectories(root.resolve("later"));
    Files.writeString(root.resolve("later/a"), "a");
    assertThat(watch.changed()).isTrue();
  }
}
