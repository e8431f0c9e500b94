package vn.ansinh.delivery.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import vn.ansinh.citizen.Address;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Origin;

/// What waits for one chat: served one at a time, in order.
final class Chat {
  /// A delivery and what happened to it so far.
  static final class Item {
    final Delivery delivery;
    final long since;

    /// Whether it comes straight from its commit.
    final boolean fresh;

    int attempts;
    int unknowns;

    /// Whether it was erased while it was being begun.
    boolean erased;

    /// @param since when it was taken, by the monotonic clock
    Item(Delivery delivery, long since, boolean fresh) {
      this.delivery = delivery;
      this.since = since;
      this.fresh = fresh;
      this.attempts = delivery.attempts();
    }
  }

  final Address address;
  final Pace pace;
  final Deque<Item> waiting = new ArrayDeque<>();

  /// Whether a send is under way.
  boolean busy;

  /// Whether it stands in the lane's line of chats to be served, or waits for its time with a
  /// timer.
  boolean lined;

  /// Nothing may be sent before this moment of the monotonic clock.
  long notBefore;

  /// Whether the channel itself asked for that wait.
  boolean toldToWait;

  Chat(Address address, Pace pace, long now) {
    this.address = address;
    this.pace = pace;
    this.notBefore = now;
  }

  /// How urgent its first message is.
  Origin origin() {
    return waiting.getFirst().delivery.origin();
  }

  long firstId() {
    return waiting.getFirst().delivery.id();
  }

  /// Nanoseconds until it may be served.
  long delay(long now) {
    return Math.max(notBefore - now, pace.delay(now));
  }
}
