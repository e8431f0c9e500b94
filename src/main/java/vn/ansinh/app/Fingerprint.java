package vn.ansinh.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/// What files hold, in a few words: equal for equal files, and for no edit of one.
final class Fingerprint {
  private Fingerprint() {}

  /// One line a file, by name: path, length in bytes, CRC-32.
  ///
  /// @param place a file, or a directory with all that is below it
  /// @param without the name of a file that does not count
  static String of(Path place, String without) throws IOException {
    try (Stream<Path> paths = Files.walk(place)) {
      StringBuilder lines = new StringBuilder();
      for (Path path : paths.filter(Files::isRegularFile).sorted().collect(Collectors.toList())) {
        String name = place.relativize(path).toString();
        if (!name.equals(without)) {
          lines.append(name).append(' ').append(summed(path)).append('\n');
        }
      }
      return lines.toString();
    }
  }

  private static String summed(Path file) throws IOException {
    try (CheckedInputStream stream =
        new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
      long length = stream.transferTo(OutputStream.nullOutputStream());
      return length + " " + Long.toHexString(stream.getChecksum().getValue());
    }
  }
}
