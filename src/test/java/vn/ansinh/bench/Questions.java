package vn.ansinh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Real-sounding questions to ask.
public final class Questions {
  private Questions() {}

  public static List<String> dev() throws IOException {
    return Files.readAllLines(Path.of("knowledge-base/questions/shared-dev.tsv")).stream()
        .skip(1)
        .map(line -> line.split("\t")[1])
        .toList();
  }
}
