package vn.ansinh.db;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/// A real PostgreSQL for tests: one server a JVM, and for each test its own database, cloned from a
/// migrated template.
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name;
  private final Pool pool;

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

  public Pool pool() {
    return pool;
  }

  /// As the configuration takes it.
  public String uri() {
    return uri(name);
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
