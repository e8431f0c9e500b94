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
  private final Signals signals;
  private final Jdbc jdbc;
  private final @Nullable EmbeddedServer server;

  private Database(Vertx vertx, String uri, Jdbc jdbc, @Nullable EmbeddedServer server) {
    this.pool = pool(vertx, uri);
    this.signals = new Signals(vertx, pool, PgConnectOptions.fromUri(uri));
    this.jdbc = jdbc;
    this.server = server;
  }

  /// Where a library that needs JDBC finds the database.
  ///
  /// @param user empty when the machine's own user is meant
  public record Jdbc(String url, String user, String password) {
    /// The password is never printed.
    @Override
    public String toString() {
      return "Jdbc";
    }
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
      return new Database(vertx, settings.url(), url.jdbc(), null);
    }
    EmbeddedServer server = EmbeddedServer.start(settings, progress);
    try {
      migrate(server.jdbcUrl(), null, null);
      return new Database(vertx, server.uri(), server.jdbc(), server);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /// Looks into the database of a service that runs, without starting or changing anything.
  ///
  /// @throws DatabaseException with one sentence for the person who looks
  public static Database visit(Vertx vertx, DatabaseSettings settings) {
    boolean embedded = settings.url().isEmpty();
    Database database =
        embedded
            ? new Database(
                vertx,
                EmbeddedServer.uri(settings.port()),
                EmbeddedServer.jdbc(settings.port()),
                null)
            : new Database(vertx, settings.url(), ExternalUrl.of(settings.url()).jdbc(), null);
    try {
      database.pool.query("select 1").execute().await();
      return database;
    } catch (Exception e) {
      database.close();
      throw new DatabaseException(
          embedded
              ? "Không có An Sinh nào đang chạy với cơ sở dữ liệu đi kèm ở cổng "
                  + settings.port()
                  + ": chạy dịch vụ trước, hoặc xem lại database.port và database.url."
              : "Không nối được cơ sở dữ liệu; xem lại database.url.",
          e);
    }
  }

  public Pool pool() {
    return pool;
  }

  /// Words between the nodes.
  public Signals signals() {
    return signals;
  }

  /// How far it is from what this program needs. Blocks; changes nothing.
  public Migrations migrations() {
    return Migrations.of(jdbc);
  }

  public Jdbc jdbc() {
    return jdbc;
  }

  @Override
  public void close() {
    signals.close().await();
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

  /// Every statement is planned once for each connection, while its tables may still be empty; such
  /// a plan must not read whole tables when they have grown.
  static Pool pool(Vertx vertx, String uri) {
    return PgBuilder.pool()
        .with(new PoolOptions().setMaxSize(CONNECTIONS))
        .connectingTo(
            PgConnectOptions.fromUri(uri)
                .setCachePreparedStatements(true)
                .setPipeliningLimit(PIPELINED)
                .addProperty("plan_cache_mode", "force_generic_plan")
                .addProperty("enable_seqscan", "off")
                .addProperty("jit", "off"))
        .using(vertx)
        .build();
  }
}
