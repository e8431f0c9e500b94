package vn.ansinh.db;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import vn.ansinh.vault.KeyFile;
import vn.ansinh.vault.Keys;
import vn.ansinh.vault.Resealing;
import vn.ansinh.vault.Vault;

/// A real PostgreSQL for tests: one server a JVM, and for each test its own database, cloned from a
/// migrated template.
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name;
  private final Pool pool;
  private @Nullable Vault vault;

  private TestDatabase(String name, Pool pool) {
    this.name = name;
    this.pool = pool;
  }

  /// Started when the first test asks; stopped by its own hook when the JVM ends.
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
        execute(server, "create database template");
        Migrations.migrate(
            new Database.Jdbc(server.getJdbcUrl("postgres", "template"), "", ""),
            Migrations.NEWEST);
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static TestDatabase fresh(Vertx vertx) {
    return of(vertx, "template");
  }

  /// Without a table in it.
  public static TestDatabase bare(Vertx vertx) {
    return of(vertx, "template0");
  }

  private static TestDatabase of(Vertx vertx, String template) {
    String name = "test" + NUMBER.incrementAndGet();
    execute(Server.RUNNING, "create database " + name + " template " + template);
    return new TestDatabase(name, Database.pool(vertx, uri(name)));
  }

  /// As an earlier release left it.
  ///
  /// @param version of its last migration
  public static TestDatabase at(Vertx vertx, String version) {
    String name = "test" + NUMBER.incrementAndGet();
    execute(Server.RUNNING, "create database " + name + " template template0");
    Flyway.configure()
        .dataSource(Server.RUNNING.getJdbcUrl("postgres", name), null, null)
        .target(version)
        .load()
        .migrate();
    return new TestDatabase(name, Database.pool(vertx, uri(name)));
  }

  /// To what this release needs.
  public void migrate() {
    Migrations.migrate(
        Database.Jdbc.of(
            "jdbc:postgresql://127.0.0.1:" + Server.RUNNING.getPort() + "/" + name, "postgres", ""),
        Migrations.NEWEST);
  }

  public Pool pool() {
    return pool;
  }

  /// As the configuration takes it.
  public String uri() {
    return uri(name);
  }

  /// By which the personal data of all test databases are sealed.
  public static Path keyFile() {
    return KeyRing.FILE;
  }

  /// Seals and opens the personal data of this one.
  public Vault vault() {
    Vault made = vault;
    if (made == null) {
      made = vault(pool);
      vault = made;
    }
    return made;
  }

  /// The same of any database.
  public static Vault vault(Pool pool) {
    return new Keys(pool, new KeyFile(keyFile()), Clock.systemUTC()).open(false);
  }

  /// Seals what a test has written with `unsealed(…)`.
  public void seal() {
    new Resealing(pool, vault()).sealFirst();
  }

  private static final class KeyRing {
    static final Path FILE = make();

    private static Path make() {
      try {
        Path directory = Files.createTempDirectory("ansinh-keys");
        directory.toFile().deleteOnExit();
        Path file = directory.resolve("keys.json");
        new KeyFile(file).create();
        file.toFile().deleteOnExit();
        return file;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    pool.close().await();
    execute(Server.RUNNING, "drop database " + name + " with (force)");
  }

  private static String uri(String name) {
    return "postgresql://postgres@127.0.0.1:" + Server.RUNNING.getPort() + "/" + name;
  }

  private static void execute(EmbeddedPostgres server, String sql) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
