package vn.ansinh.delivery;

import io.vertx.core.Future;
import java.util.List;

/// Carries deliveries from the outbox to their channels, one at a time per chat, replies first, within
/// each channel's rates, and settles every outcome.
public final class Dispatcher {

  /// Begins to send, and to claim what other nodes left behind.
  public Future<Void> start() {
    throw new UnsupportedOperationException();
  }

  /// Takes freshly committed deliveries that are leased to this node, so that they leave at once.
  public void accept(List<Delivery> deliveries) {
    throw new UnsupportedOperationException();
  }

  /// Stops claiming, finishes what is under way, and gives the rest back to the outbox.
  public Future<Void> stop() {
    throw new UnsupportedOperationException();
  }
}
