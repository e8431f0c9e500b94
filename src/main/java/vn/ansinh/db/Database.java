package vn.ansinh.db;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An open, migrated database.
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 8;
  private static final int PIPELINED = 16;

  /// A process that freezes in the middle of a transaction must not hold up the others by its locks
  /// for as long.
  private static final String PATIENCE = "idle_in_transaction_session_timeout";

  private static final int PATIENCE_SECONDS = 20;

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
    /// With the same patience as the pool.
    static Jdbc of(String url, String user, String password) {
      String options = "options=-c%20" + PATIENCE + "%3D" + PATIENCE_SECONDS + "s";
      return new Jdbc(url + (url.contains("?") ? "&" : "?") + options, user, password);
    }

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
      Jdbc jdbc = ExternalUrl.of(settings.url()).jdbc();
      Migrations.migrate(jdbc, Migrations.NEWEST);
      return new Database(vertx, settings.url(), jdbc, null);
    }
    Database database = started(vertx, settings, progress);
    try {
      database.migrate();
      return database;
    } catch (RuntimeException e) {
      database.close();
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

  /// Opens what is there, whether a service runs on it or not, and changes nothing.
  ///
  /// @throws DatabaseException with one sentence for the person who looks; also when there is none
  public static Database attach(Vertx vertx, DatabaseSettings settings, Consumer<String> progress) {
    try {
      return visit(vertx, settings);
    } catch (DatabaseException e) {
      if (!settings.url().isEmpty()) {
        throw e;
      }
      if (!Files.exists(settings.directory())) {
        throw new DatabaseException(
            "Không có cơ sở dữ liệu nào ở %s: xem lại database.directory và thư mục đang đứng."
                .formatted(settings.directory()),
            e);
      }
      return started(vertx, settings, progress);
    }
  }

  /// As [#attach]; where there is none it makes one, without a table.
  public static Database attachOrMake(
      Vertx vertx, DatabaseSettings settings, Consumer<String> progress) {
    return settings.url().isEmpty() && !Files.exists(settings.directory())
        ? started(vertx, settings, progress)
        : attach(vertx, settings, progress);
  }

  private static Database started(
      Vertx vertx, DatabaseSettings settings, Consumer<String> progress) {
    EmbeddedServer server = EmbeddedServer.start(settings, progress);
    return new Database(vertx, server.uri(), server.jdbc(), server);
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

  /// To the newest that this program has. Blocks.
  public void migrate() {
    Migrations.migrate(jdbc, Migrations.NEWEST);
  }

  /// Takes everything out, tables and all, and makes the tables of that time. Blocks.
  ///
  /// @param migration up to which
  public void remake(String migration) {
    Migrations.clean(jdbc);
    Migrations.migrate(jdbc, migration);
  }

  /// Whether this program has that migration. Blocks.
  public boolean knows(String migration) {
    return Migrations.knows(jdbc, migration);
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
                .addProperty("jit", "off")
                .addProperty(PATIENCE, PATIENCE_SECONDS + "s"))
        .using(vertx)
        .build();
  }
}
