package vn.ansinh.delivery.dispatch;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import vn.ansinh.citizen.Address;
import vn.ansinh.delivery.Delivery;

/// One channel's chats and its rate: decides whose turn it is. Confined to the dispatcher's
/// context.
final class ChannelLane {
  private static final int CHAT_BURST = 3;

  /// More at once would only wait inside the channel's client.
  private static final int MOST_UNDER_WAY = 64;

  private final Vertx vertx;
  private final LongSupplier ticker;
  private final Rates rates;
  private final Consumer<Chat> send;
  private final Pace overall;
  private final Map<Address, Chat> chats = new HashMap<>();
  private final PriorityQueue<Chat> line =
      new PriorityQueue<>(Comparator.comparing(Chat::origin).thenComparingLong(Chat::firstId));
  private final Set<Long> held = new TreeSet<>();
  private long closedUntil;
  private boolean waking;
  private int underWay;

  /// @param ticker a monotonic clock in nanoseconds
  /// @param send begins to send the first message of a chat, and later calls [#done]
  ChannelLane(Vertx vertx, LongSupplier ticker, Rates rates, Consumer<Chat> send) {
    this.vertx = vertx;
    this.ticker = ticker;
    this.rates = rates;
    this.send = send;
    this.overall = new Pace(rates.overall(), (int) Math.max(1, rates.overall() / 10));
    this.closedUntil = ticker.getAsLong();
  }

  /// @param fresh whether it comes straight from its commit
  void add(Delivery delivery, boolean fresh) {
    if (!held.add(delivery.id())) {
      return;
    }
    Chat chat =
        chats.computeIfAbsent(
            delivery.address(),
            address -> new Chat(address, new Pace(rates.chat(), CHAT_BURST), ticker.getAsLong()));
    chat.waiting.add(new Chat.Item(delivery, ticker.getAsLong(), fresh));
    queue(chat);
  }

  /// Takes the first message out: it is settled, or given back to the outbox.
  void remove(Chat chat) {
    held.remove(chat.waiting.removeFirst().delivery.id());
  }

  /// The send under way has ended; what waits is served when its time comes.
  void done(Chat chat) {
    chat.busy = false;
    underWay--;
    queue(chat);
    serve();
  }

  void delay(Chat chat, Duration wait) {
    chat.notBefore = ticker.getAsLong() + wait.toNanos();
  }

  /// The channel told this chat to wait. A single chat may have been too fast; two at once mean
  /// that the whole channel was, and then nothing at all may be called before the longest wait is
  /// over.
  void refused(Chat chat, Duration wait) {
    long now = ticker.getAsLong();
    boolean others =
        chats.values().stream()
            .anyMatch(each -> each != chat && each.toldToWait && each.notBefore > now);
    delay(chat, wait);
    chat.toldToWait = true;
    if (others) {
      closedUntil =
          chats.values().stream()
              .filter(each -> each.toldToWait)
              .mapToLong(each -> each.notBefore)
              .reduce(closedUntil, Math::max);
    }
  }

  int underWay() {
    return underWay;
  }

  /// Everything it holds, sends under way included.
  Set<Long> held() {
    return held;
  }

  /// Forgets what is not being sent this moment.
  void forget() {
    line.clear();
    for (Chat chat : chats.values()) {
      while (chat.waiting.size() > (chat.busy ? 1 : 0)) {
        held.remove(chat.waiting.removeLast().delivery.id());
      }
      chat.lined = false;
    }
  }

  /// Forgets what waits for one chat; what is only being begun is not sent either.
  void forget(Address address) {
    Chat chat = chats.get(address);
    if (chat == null) {
      return;
    }
    // While it is not empty: the line looks at first messages. A chat with a timer stays lined.
    chat.lined &= !line.remove(chat);
    while (chat.waiting.size() > (chat.busy ? 1 : 0)) {
      held.remove(chat.waiting.removeLast().delivery.id());
    }
    chat.waiting.forEach(begun -> begun.erased = true);
    queue(chat);
  }

  /// Serves every chat whose turn has come.
  void serve() {
    while (!line.isEmpty() && underWay < MOST_UNDER_WAY) {
      long now = ticker.getAsLong();
      long wait = Math.max(closedUntil - now, overall.delay(now));
      if (wait > 0) {
        wake(wait);
        return;
      }
      Chat chat = line.remove();
      chat.lined = false;
      chat.busy = true;
      underWay++;
      chat.toldToWait = false;
      overall.take(now);
      chat.pace.take(now);
      send.accept(chat);
    }
  }

  private void queue(Chat chat) {
    if (chat.busy || chat.lined) {
      return;
    }
    long now = ticker.getAsLong();
    long wait = chat.delay(now);
    if (chat.waiting.isEmpty()) {
      // Kept while its pace still remembers something.
      if (wait == 0) {
        chats.remove(chat.address);
      } else {
        vertx.setTimer(millis(wait), _ -> queue(chat));
      }
      return;
    }
    chat.lined = true;
    if (wait == 0) {
      line.add(chat);
      serve();
    } else {
      vertx.setTimer(millis(wait), _ -> again(chat));
    }
  }

  private void again(Chat chat) {
    if (chat.lined) {
      chat.lined = false;
      queue(chat);
    }
  }

  private void wake(long nanos) {
    if (!waking) {
      waking = true;
      vertx.setTimer(
          millis(nanos),
          _ -> {
            waking = false;
            serve();
          });
    }
  }

  /// Rounded up: a timer that fires early would only be set again.
  private static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
  }
}
