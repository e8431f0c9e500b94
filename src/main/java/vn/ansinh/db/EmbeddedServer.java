package vn.ansinh.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL of our own, durable, reachable from this machine only.
final class EmbeddedServer implements AutoCloseable {
  private static final String USER = "postgres";

  /// The packaged server is made for tests and trades safety for speed; these take that back, and
  /// keep it small.
  private static final Map<String, String> CONFIG =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "listen_addresses", "127.0.0.1",
          "max_connections", "50",
          "shared_buffers", "64MB",
          // Log files are soon used again, for writing a new one holds every commit up for some 40
          // ms; and a server that was killed is back at once.
          "min_wal_size", "96MB",
          "max_wal_size", "192MB",
          "timezone", "UTC");

  private final PgControl control;
  private final FileChannel lock;
  private final int port;
  private final Revival revival;

  private EmbeddedServer(PgControl control, FileChannel lock, int port) {
    this.control = control;
    this.lock = lock;
    this.port = port;
    this.revival = new Revival(control);
  }

  static EmbeddedServer start(DatabaseSettings settings, Consumer<String> progress) {
    Path directory = settings.directory().toAbsolutePath().normalize();
    boolean first = !Files.exists(directory.resolve("postgresql.conf"));
    progress.accept(
        first
            ? "Đang chuẩn bị cơ sở dữ liệu lần đầu, thường mất khoảng 5 giây…"
            : "Đang mở cơ sở dữ liệu, thường mất khoảng 1 giây…");
    FileChannel lock = null;
    try {
      Files.createDirectories(directory.getParent());
      lock = locked(directory);
      PgControl control = new PgControl(Programs.of(directory, settings.port()), directory);
      // After a kill -9 of this service its server lives on, and is welcome.
      if (!control.lives() || !serves(directory, settings.port())) {
        control.start(settings.port(), CONFIG);
        if (!serves(directory, settings.port())) {
          throw new IOException("another server answers on the port");
        }
      }
      return new EmbeddedServer(control, lock, settings.port());
    } catch (IOException e) {
      release(lock);
      throw new DatabaseException(
          "Không mở được cơ sở dữ liệu ở "
              + settings.directory()
              + " (cổng "
              + settings.port()
              + "): có thể một An Sinh khác đang dùng thư mục này, hoặc cổng đã có chương trình khác. "
              + "Dừng chương trình kia, hoặc đổi database.directory và database.port.",
          e);
    }
  }

  Database.Jdbc jdbc() {
    return jdbc(port);
  }

  String uri() {
    return uri(port);
  }

  static Database.Jdbc jdbc(int port) {
    return Database.Jdbc.of("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, "");
  }

  static String uri(int port) {
    return "postgresql://" + USER + "@127.0.0.1:" + port + "/postgres";
  }

  @Override
  public void close() {
    revival.close();
    try {
      control.stop();
    } catch (IOException e) {
      throw new DatabaseException("Không dừng được cơ sở dữ liệu đi kèm.", e);
    } finally {
      release(lock);
    }
  }

  private static FileChannel locked(Path directory) throws IOException {
    FileChannel lock =
        FileChannel.open(
            directory.resolveSibling(directory.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      if (lock.tryLock() != null) {
        return lock;
      }
    } catch (OverlappingFileLockException e) {
      // Held by this very program: no better.
    }
    lock.close();
    throw new IOException("another program uses the directory");
  }

  private static void release(@Nullable FileChannel lock) {
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether the server on the port is that of the directory, and not a stranger.
  private static boolean serves(Path directory, int port) throws IOException {
    try (Connection connection = DriverManager.getConnection(jdbc(port).url(), USER, "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show data_directory")) {
      rows.next();
      return Path.of(rows.getString(1)).toRealPath().equals(directory.toRealPath());
    } catch (SQLException e) {
      return false;
    }
  }
}
