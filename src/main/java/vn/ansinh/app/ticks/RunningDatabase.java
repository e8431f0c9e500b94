package vn.ansinh.app.ticks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.db.Database;
import vn.ansinh.db.DatabaseException;

/// The database of a service that runs.
public final class RunningDatabase {
  private RunningDatabase() {}

  /// What the database answers; without a running service the program ends with 1.
  public static <T> T ask(Config config, Function<Pool, Future<T>> question) {
    return with(config, pool -> question.apply(pool).await());
  }

  /// Blocks for as long as the work does.
  public static <T> T with(Config config, Function<Pool, T> work) {
    return with(config, (_, pool) -> work.apply(pool));
  }

  /// As the other, for work that has threads of its own.
  public static <T> T with(Config config, BiFunction<Vertx, Pool, T> work) {
    Vertx vertx = Vertx.vertx();
    try (Database database = Database.visit(vertx, config.database())) {
      return work.apply(vertx, database.pool());
    } catch (DatabaseException e) {
      throw new OperatorException(1, List.of(String.valueOf(e.getMessage())));
    } finally {
      vertx.close().await();
    }
  }
}
