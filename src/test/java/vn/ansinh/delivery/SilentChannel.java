package vn.ansinh.delivery;

import io.vertx.core.Future;

/// A channel for tests in which nothing is sent: only what it can do counts.
public record SilentChannel(String name, Capabilities capabilities) implements Channel {
  /// One that can do everything.
  public SilentChannel(String name) {
    this(name, new Capabilities(true, true, true, true, 4096, true));
  }

  @Override
  public Future<Outcome> send(Delivery delivery) {
    throw new AssertionError("nothing is sent here");
  }
}
