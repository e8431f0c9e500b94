package vn.ansinh.delivery;

import io.vertx.core.Future;

/// A way to reach people.
public interface Channel {
  /// `telegram`, `zalo`, `web`.
  String name();

  Capabilities capabilities();

  /// Sends one fitted message. The future never fails: every end is an [Outcome].
  Future<Outcome> send(Delivery delivery);
}
