package vn.ansinh.conversation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.List;
import vn.ansinh.citizen.Address;
import vn.ansinh.delivery.Message;

/// What was said in one chat, read back for a page that is loaded again.
public final class History {
  private final Pool pool;

  public History(Pool pool) {
    this.pool = pool;
  }

  /// @param fromCitizen whether the citizen said it
  /// @param id of the delivery; 0 for what the citizen said
  public record Line(boolean fromCitizen, long id, Message message, Instant at) {}

  /// The last lines, oldest first.
  public Future<List<Line>> of(Address address, int limit) {
    throw new UnsupportedOperationException(pool.toString());
  }
}
