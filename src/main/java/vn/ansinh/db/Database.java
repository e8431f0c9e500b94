package vn.ansinh.db;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// An open, migrated database.
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 8;
  private static final int PIPELINED = 16;

  private final Pool pool;
  private final @Nullable EmbeddedServer server;

  private Database(Pool pool, @Nullable EmbeddedServer server) {
    this.pool = pool;
    this.server = server;
  }

  /// Starts the embedded server when no URL is given, migrates, and opens the pool. Blocks; call it
  /// outside the event loop.
  ///
  /// @param progress told in plain Vietnamese words what is going on and how long it usually takes
  /// @throws DatabaseException with one sentence for the person who started the service
  public static Database open(Vertx vertx, DatabaseSettings settings, Consumer<String> progress) {
    if (!settings.url().isEmpty()) {
      ExternalUrl url = ExternalUrl.of(settings.url());
      migrate(url.jdbcUrl(), url.user(), url.password());
      return new Database(pool(vertx, settings.url()), null);
    }
    EmbeddedServer server = EmbeddedServer.start(settings, progress);
    try {
      migrate(server.jdbcUrl(), null, null);
      return new Database(pool(vertx, server.uri()), server);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  public Pool pool() {
    return pool;
  }

  @Override
  public void close() {
    pool.close().await();
    if (server != null) {
      server.close();
    }
  }

  static void migrate(String jdbcUrl, @Nullable String user, @Nullable String password) {
    try {
      Flyway.configure().dataSource(jdbcUrl, user, password).load().migrate();
    } catch (FlywayException e) {
      throw new DatabaseException(
          "Không nối được hoặc không cập nhật được cơ sở dữ liệu; xem lại database.url và quyền của tài khoản.",
          e);
    }
  }

  static Pool pool(Vertx vertx, String uri) {
    return PgBuilder.pool()
        .with(new PoolOptions().setMaxSize(CONNECTIONS))
        .connectingTo(
            PgConnectOptions.fromUri(uri)
                .setCachePreparedStatements(true)
                .setPipeliningLimit(PIPELINED)
                .addProperty("plan_cache_mode", "force_generic_plan")
                .addProperty("jit", "off"))
        .using(vertx)
        .build();
  }
}
