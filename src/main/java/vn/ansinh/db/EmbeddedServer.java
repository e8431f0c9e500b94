package vn.ansinh.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/// A real PostgreSQL of our own, durable, reachable from this machine only.
final class EmbeddedServer implements AutoCloseable {
  private static final String USER = "postgres";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

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

  private final EmbeddedPostgres server;
  private final int port;
  private final Revival revival;

  private EmbeddedServer(EmbeddedPostgres server, Path directory, int port) {
    this.server = server;
    this.port = port;
    this.revival = new Revival(directory);
  }

  static EmbeddedServer start(DatabaseSettings settings, Consumer<String> progress) {
    Path directory = settings.directory().toAbsolutePath().normalize();
    boolean first = !Files.exists(directory.resolve("postgresql.conf"));
    progress.accept(
        first
            ? "Đang chuẩn bị cơ sở dữ liệu lần đầu, thường mất khoảng 5 giây…"
            : "Đang mở cơ sở dữ liệu, thường mất khoảng 1 giây…");
    try {
      Files.createDirectories(directory.getParent());
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(directory)
              .setCleanDataDirectory(false)
              .setPort(settings.port())
              .setPGStartupWait(PATIENCE);
      CONFIG.forEach(builder::setServerConfig);
      EmbeddedPostgres server = builder.start();
      verify(directory, settings.port());
      return new EmbeddedServer(server, directory, settings.port());
    } catch (IOException | IllegalStateException e) {
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
      server.close();
    } catch (IOException e) {
      throw new DatabaseException("Không dừng được cơ sở dữ liệu đi kèm.", e);
    }
  }

  /// After a kill -9 of this service its server lives on and answers in place of the one just
  /// started: welcome when it serves our directory, a stranger otherwise.
  private static void verify(Path directory, int port) throws IOException {
    try (Connection connection = DriverManager.getConnection(jdbc(port).url(), USER, "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show data_directory")) {
      rows.next();
      if (!Path.of(rows.getString(1)).toRealPath().equals(directory.toRealPath())) {
        throw new IllegalStateException("another server answers on port " + port);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the server on port " + port + " is not ours", e);
    }
  }
}
