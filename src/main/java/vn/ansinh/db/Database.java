package vn.ansinh.db;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.function.Consumer;

/// An open, migrated database.
public final class Database implements AutoCloseable {
  private final Pool pool;

  private Database(Pool pool) {
    this.pool = pool;
  }

  /// Starts the embedded server when no URL is given, migrates, and opens the pool. Blocks; call it
  /// outside the event loop.
  ///
  /// @param progress told in plain Vietnamese words what is going on and how long it usually takes
  public static Database open(Vertx vertx, DatabaseSettings settings, Consumer<String> progress) {
    throw new UnsupportedOperationException();
  }

  public Pool pool() {
    return pool;
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
