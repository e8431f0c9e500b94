package vn.ansinh.delivery.dispatch;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import vn.ansinh.citizen.Address;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Origin;

/// One channel's chats and its rate: decides whose turn it is. Replies go before reminders and
/// reminders before broadcasts; broadcasts stand in a line of their own, so that nothing that holds
/// them up holds up the others. Confined to the dispatcher's context.
final class ChannelLane {
  private static final int CHAT_BURST = 3;

  private final Vertx vertx;
  private final LongSupplier ticker;
  private final Rates rates;
  private final BiConsumer<ChannelLane, Chat> send;
  private final Line urgent;
  final Line broadcasts;
  private final Map<Address, Chat> chats = new HashMap<>();
  private final Set<Long> held = new TreeSet<>();
  private final Holding holding = new Holding();
  private final Alarm alarm = new Alarm();

  /// Until then some chat waits to which something urgent was refused.
  private long toldUntil;

  /// @param ticker a monotonic clock in nanoseconds
  /// @param send begins to send the first message of a chat, and later calls [#done]
  ChannelLane(Vertx vertx, LongSupplier ticker, Rates rates, BiConsumer<ChannelLane, Chat> send) {
    this.vertx = vertx;
    this.ticker = ticker;
    this.rates = rates;
    this.send = send;
    long now = ticker.getAsLong();
    this.toldUntil = now;
    this.urgent = Line.ofUrgent(rates, now);
    this.broadcasts = Line.ofBroadcasts(rates, urgent, now);
  }

  /// The rates are those of all nodes together: each living one has an equal part of them. Told
  /// again every few seconds, in which a lane that was slowed down recovers a little.
  void share(int nodes) {
    urgent.recover();
    broadcasts.recover();
    urgent.share(rates.overall(), nodes);
    broadcasts.share(rates.broadcast() > 0 ? rates.broadcast() : rates.overall(), nodes);
    serve();
  }

  /// @param fresh whether it comes straight from its commit
  void add(Delivery delivery, boolean fresh) {
    if (!held.add(delivery.id())) {
      return;
    }
    long now = ticker.getAsLong();
    Chat chat =
        chats.computeIfAbsent(
            delivery.address(),
            address -> new Chat(address, new Pace(rates.chat(), CHAT_BURST), now));
    Chat.Item item = new Chat.Item(delivery, now, fresh);
    holding.line(item.origin()).held++;
    int place = chat.place(item);
    if (place == 0) {
      leave(chat);
    }
    chat.waiting.add(place, item);
    if (place == 0) {
      queue(chat);
      serve();
    }
  }

  /// Takes the first message out: it is settled, or given back to the outbox.
  void remove(Chat chat) {
    holding.release(chat.waiting.removeFirst());
  }

  /// The send under way has ended; what waits is served when its time comes.
  ///
  /// @param origin of what was sent
  void done(Chat chat, Origin origin) {
    chat.busy = false;
    holding.line(origin).underWay--;
    queue(chat);
    serve();
  }

  /// The first message of a chat is not tried again before; others may go before it.
  void delay(Chat chat, Duration wait) {
    chat.waiting.getFirst().notBefore = ticker.getAsLong() + wait.toNanos();
  }

  /// The channel told this chat to wait. A broadcast brings most chats one message, so the channel
  /// as a whole must have been too fast: the other broadcasts wait too, but no reply. Of replies a
  /// single chat may have been too fast; when another one waits as well, or broadcasts do, the
  /// whole channel was, and nothing at all may be called before the longest wait is over.
  void refused(Chat chat, Duration wait) {
    long now = ticker.getAsLong();
    if (rates.adapts()) {
      urgent.slowDown(now);
      broadcasts.slowDown(now);
    }
    boolean others = toldUntil - now > 0 || broadcasts.closedUntil - now > 0;
    chat.notBefore = now + wait.toNanos();
    if (chat.origin() == Origin.BROADCAST) {
      broadcasts.close(chat.notBefore);
      return;
    }
    toldUntil = Math.max(toldUntil, chat.notBefore);
    if (others) {
      urgent.close(toldUntil);
      broadcasts.close(toldUntil);
    }
  }

  int underWay() {
    return urgent.underWay + broadcasts.underWay;
  }

  /// Nanoseconds for which the channel has told whatever is as urgent as this chat to wait, maybe
  /// since it was served; not positive for none.
  long closed(Chat chat) {
    return holding.line(chat.origin()).closedUntil - ticker.getAsLong();
  }

  /// Everything it holds, sends under way included.
  Set<Long> held() {
    return held;
  }

  /// Forgets what is not being sent this moment.
  void forget() {
    List.copyOf(chats.values()).forEach(this::forget);
  }

  /// Forgets what waits for one chat; what is only being begun is not sent either.
  void forget(Address address) {
    Chat chat = chats.get(address);
    if (chat != null) {
      forget(chat);
      chat.waiting.forEach(begun -> begun.erased = true);
    }
  }

  private void forget(Chat chat) {
    leave(chat);
    List<Chat.Item> going = chat.waiting.subList(chat.busy ? 1 : 0, chat.waiting.size());
    going.forEach(holding::release);
    going.clear();
    queue(chat);
  }

  /// Serves every chat whose turn has come.
  void serve() {
    while (true) {
      long now = ticker.getAsLong();
      long wait = Math.min(urgent.delay(now), broadcasts.delay(now));
      if (wait > 0) {
        alarm.set(wait, now);
        return;
      }
      Chat chat = (urgent.delay(now) <= 0 ? urgent : broadcasts).next(now);
      chat.lined = false;
      chat.busy = true;
      chat.pace.take(now);
      send.accept(this, chat);
    }
  }

  private void queue(Chat chat) {
    if (chat.busy) {
      return;
    }
    leave(chat);
    long now = ticker.getAsLong();
    boolean isEmpty = chat.waiting.isEmpty();
    long wait = isEmpty ? chat.rest(now) : chat.delay(now);
    if (wait > 0) {
      // An empty one is kept while its pace still remembers something.
      chat.timer =
          vertx.setTimer(
              Pace.millis(wait),
              _ -> {
                chat.timer = Chat.NONE;
                queue(chat);
                serve();
              });
    } else if (isEmpty) {
      chats.remove(chat.address);
    } else {
      chat.lined = true;
      holding.line(chat.origin()).chats.add(chat);
    }
  }

  /// Out of the line, and without a timer.
  private void leave(Chat chat) {
    if (chat.lined) {
      holding.line(chat.origin()).chats.remove(chat);
      chat.lined = false;
    }
    if (chat.timer != Chat.NONE) {
      vertx.cancelTimer(chat.timer);
      chat.timer = Chat.NONE;
    }
  }

  /// What is held, counted in the line where it belongs.
  private final class Holding {
    Line line(Origin origin) {
      return origin == Origin.BROADCAST ? broadcasts : urgent;
    }

    void release(Chat.Item item) {
      held.remove(item.delivery.id());
      line(item.origin()).held--;
    }
  }

  /// Serves again at the earliest moment it was set to.
  private final class Alarm {
    private long at;
    private long timer = Chat.NONE;

    void set(long nanos, long now) {
      if (nanos == Line.NEVER || (timer != Chat.NONE && at <= now + nanos)) {
        return;
      }
      if (timer != Chat.NONE) {
        vertx.cancelTimer(timer);
      }
      at = now + nanos;
      timer = vertx.setTimer(Pace.millis(nanos), _ -> ring());
    }

    private void ring() {
      timer = Chat.NONE;
      serve();
    }
  }
}
