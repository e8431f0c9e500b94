package vn.ansinh.delivery.dispatch;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.citizen.Address;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Origin;

/// What waits for one chat: served one at a time, the most urgent first, those equally urgent in
/// order.
final class Chat {
  /// A delivery and what happened to it so far.
  static final class Item {
    final Delivery delivery;
    final long since;
    int attempts;
    int unknowns;

    /// It is not tried again before this moment of the monotonic clock.
    long notBefore;

    /// @param since when it was taken, by the monotonic clock
    Item(Delivery delivery, long since) {
      this.delivery = delivery;
      this.since = since;
      this.attempts = delivery.attempts();
      this.notBefore = since;
    }

    Origin origin() {
      return delivery.origin();
    }
  }

  /// No timer runs.
  static final long NONE = -1;

  final Address address;
  final Pace pace;

  /// The first of it is under way while the chat is busy.
  final List<Item> waiting = new ArrayList<>();

  /// Whether a send is under way.
  boolean busy;

  /// Whether it stands in the lane's line of chats to be served.
  boolean lined;

  /// That ends a wait.
  long timer = NONE;

  /// Nothing may be sent before this moment of the monotonic clock: the channel said so.
  long notBefore;

  Chat(Address address, Pace pace, long now) {
    this.address = address;
    this.pace = pace;
    this.notBefore = now;
  }

  /// Where an item belongs: behind what is under way and whatever is as urgent.
  int place(Item item) {
    int place = busy ? 1 : 0;
    while (place < waiting.size() && waiting.get(place).origin().compareTo(item.origin()) <= 0) {
      place++;
    }
    return place;
  }

  /// How urgent its first message is.
  Origin origin() {
    return waiting.getFirst().origin();
  }

  long firstId() {
    return waiting.getFirst().delivery.id();
  }

  /// Nanoseconds until its first message may be sent.
  long delay(long now) {
    return Math.max(rest(now), waiting.getFirst().notBefore - now);
  }

  /// Nanoseconds until anything may be sent.
  long rest(long now) {
    return Math.max(notBefore - now, pace.delay(now));
  }
}
