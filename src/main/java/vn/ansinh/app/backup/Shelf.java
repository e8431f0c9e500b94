package vn.ansinh.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.ansinh.app.config.OperatorException;

/// A directory in which backups stand one beside the other, the name telling the age.
record Shelf(Path directory) {
  static final String EXAMPLE = "ansinh-20261128T023000.backup";

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'ansinh-'uuuuMMdd'T'HHmmss'.backup'");
  private static final String NAMES = "ansinh-\\d{8}T\\d{6}\\.backup";

  Path next(Clock clock) {
    return directory.resolve(NAME.format(clock.instant().atZone(clock.getZone())));
  }

  /// Removes all but the newest.
  ///
  /// @return what was removed
  List<Path> keep(int newest) {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> old =
          files
              .filter(file -> file.getFileName().toString().matches(NAMES))
              .sorted(Comparator.reverseOrder())
              .skip(newest)
              .toList();
      for (Path file : old) {
        Files.delete(file);
      }
      return old;
    } catch (IOException e) {
      throw new OperatorException(
          1,
          List.of("Không xóa được bản cũ trong %s: xem quyền của thư mục.".formatted(directory)));
    }
  }
}
