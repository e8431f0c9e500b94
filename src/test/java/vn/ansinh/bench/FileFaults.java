package vn.ansinh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What befalls the files that officers edit.
final class FileFaults {
  private static final int HALF_SECONDS = 10;

  private FileFaults() {}

  /// An editor was killed in the middle of saving: an entry, then a calendar, are half there for a
  /// while.
  static FaultRow halfWritten() throws Exception {
    try (FaultTrial trial = new FaultTrial()) {
      Path knowledge = trial.directory.resolve("knowledge-base");
      copy(Path.of("knowledge-base"), knowledge);
      trial.service("webhook", Map.of("ANSINH_KNOWLEDGE_DIRECTORY", knowledge.toString()));
      List<Path> files =
          List.of(entry(knowledge), knowledge.resolve("calendar").resolve("payments.yaml"));
      return trial.run(
          "knowledge files half written",
          files.size() * HALF_SECONDS,
          () -> {
            for (Path file : files) {
              byte[] whole = Files.readAllBytes(file);
              Files.write(file, Arrays.copyOf(whole, whole.length / 2));
              TimeUnit.SECONDS.sleep(HALF_SECONDS);
              Files.write(file, whole);
            }
          });
    }
  }

  private static Path entry(Path knowledge) throws IOException {
    try (Stream<Path> files = Files.walk(knowledge.resolve("entitlements"))) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
