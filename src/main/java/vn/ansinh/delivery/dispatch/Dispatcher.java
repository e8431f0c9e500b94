package vn.ansinh.delivery.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.citizen.Address;
import vn.ansinh.delivery.Channel;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Origin;
import vn.ansinh.delivery.Outcome;

/// Carries deliveries from the outbox to their channels, one at a time per chat, replies first,
/// within each channel's rates, and settles every outcome.
///
/// All its state is confined to one Vert.x context, so nothing in it is locked.
public final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /// Held in memory at most; the rest waits in the outbox.
  private static final int MOST_HELD = 10_000;

  private static final int CLAIM = 500;
  private static final long SWEEP_MILLIS = 1_000;
  private static final long HEARTBEAT_MILLIS = 5_000;
  private static final Duration FRESH = Duration.ofMillis(500);
  private static final Duration STRAY = Duration.ofSeconds(30);

  private final Vertx vertx;
  private final Context context;
  private final LongSupplier ticker = System::nanoTime;
  private final Map<String, Channel> channels;
  private final Map<String, ChannelLane> lanes = new HashMap<>();
  private final DeliveryStore store;
  private final Settler settler;
  private final Verdict verdict;
  private final List<Long> timers = new ArrayList<>();
  private long lifeEnds;
  private boolean sweeping;
  private boolean stopping;

  /// @param node this process, the same as the outbox'
  /// @param channels by name
  /// @param rates by channel name
  public Dispatcher(
      Vertx vertx,
      Pool pool,
      UUID node,
      Map<String, Channel> channels,
      Map<String, Rates> rates,
      Clock clock,
      MeterRegistry meters) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.channels = Map.copyOf(channels);
    this.store = new DeliveryStore(pool, node, clock);
    this.settler = new Settler(vertx, store::settle);
    this.verdict = new Verdict(settler, new Backoff(ThreadLocalRandom.current()), clock, meters);
    this.lifeEnds = ticker.getAsLong();
    channels
        .keySet()
        .forEach(
            name ->
                lanes.put(name, new ChannelLane(vertx, ticker, Rates.of(rates, name), this::send)));
  }

  /// Begins to send, and to claim what other nodes left behind.
  public Future<Void> start() {
    return onContext(
        () ->
            heartbeat()
                .onSuccess(
                    _ -> {
                      timers.add(vertx.setPeriodic(HEARTBEAT_MILLIS, _ -> heartbeat()));
                      timers.add(vertx.setPeriodic(0, SWEEP_MILLIS, _ -> sweep()));
                    }));
  }

  /// Takes freshly committed deliveries that are leased to this node, so that they leave at once.
  public void accept(List<Delivery> deliveries) {
    accept(Set.of(), deliveries);
  }

  /// The same, when everything written before to some addresses was erased in that transaction:
  /// none of it that is held here is sent any more.
  public void accept(Set<Address> erased, List<Delivery> deliveries) {
    if (!erased.isEmpty() || !deliveries.isEmpty()) {
      context.runOnContext(
          _ -> {
            erased.forEach(address -> lanes.values().forEach(lane -> lane.forget(address)));
            take(deliveries, true);
          });
    }
  }

  /// Stops claiming, finishes what is under way, and gives the rest back to the outbox.
  public Future<Void> stop() {
    return onContext(
        () -> {
          stopping = true;
          timers.forEach(vertx::cancelTimer);
          lanes.values().forEach(ChannelLane::forget);
          return quiet()
              .compose(_ -> settler.settled())
              .compose(_ -> store.releaseAllBut(List.of(), Duration.ZERO))
              .compose(_ -> store.leave());
        });
  }

  /// @param fresh whether they come straight from their commit
  private void take(List<Delivery> deliveries, boolean fresh) {
    int room = MOST_HELD - lanes.values().stream().mapToInt(lane -> lane.held().size()).sum();
    for (Delivery delivery : deliveries) {
      ChannelLane lane = lanes.get(delivery.address().channel());
      if (stopping || lane == null || room-- <= 0) {
        settler.add(verdict.givenBack(delivery));
      } else {
        lane.add(delivery, fresh);
      }
    }
  }

  private void send(Chat chat) {
    Chat.Item item = chat.waiting.getFirst();
    ChannelLane lane = lane(chat);
    if (ticker.getAsLong() - lifeEnds > 0) {
      // Frozen for too long: others may have taken over what is held here.
      lanes.values().forEach(ChannelLane::forget);
      lane.remove(chat);
      lane.done(chat);
      return;
    }
    if (isFresh(item)) {
      call(lane, chat);
    } else {
      store
          .begin(item.delivery.id(), item.attempts + 1)
          .onComplete(begun -> context.runOnContext(_ -> begun(lane, chat, begun)));
    }
  }

  /// An answer must be fast, and whoever asked asks again. What comes unasked for is written down
  /// before it is sent; so is an answer that had to wait or was claimed, for another node may have
  /// erased it meanwhile, or this one before the claim was heard of.
  private boolean isFresh(Chat.Item item) {
    return item.fresh
        && item.delivery.origin() == Origin.REPLY
        && item.attempts == 0
        && ticker.getAsLong() - item.since < FRESH.toNanos();
  }

  private void begun(ChannelLane lane, Chat chat, AsyncResult<Boolean> begun) {
    if (chat.waiting.getFirst().erased) {
      lane.remove(chat);
      lane.done(chat);
    } else if (begun.failed()) {
      ended(lane, chat, new Outcome.Failed(String.valueOf(begun.cause())));
    } else if (begun.result()) {
      call(lane, chat);
    } else {
      lane.remove(chat);
      lane.done(chat);
    }
  }

  private void call(ChannelLane lane, Chat chat) {
    Channel channel = channels.get(chat.address.channel());
    Future<Outcome> sent =
        channel == null
            ? Future.succeededFuture(new Outcome.Failed("no such channel"))
            : channel.send(chat.waiting.getFirst().delivery);
    sent.otherwise(e -> new Outcome.Unknown(String.valueOf(e)))
        .onSuccess(outcome -> context.runOnContext(_ -> ended(lane, chat, outcome)));
  }

  private void ended(ChannelLane lane, Chat chat, Outcome outcome) {
    verdict.apply(lane, chat, outcome);
    lane.done(chat);
  }

  private ChannelLane lane(Chat chat) {
    ChannelLane lane = lanes.get(chat.address.channel());
    if (lane == null) {
      throw new IllegalStateException("no lane for " + chat.address.channel());
    }
    return lane;
  }

  private Future<Void> heartbeat() {
    long now = ticker.getAsLong();
    return store
        .heartbeat()
        .onSuccess(_ -> lifeEnds = now + DeliveryStore.LIFE.toNanos())
        .onFailure(e -> LOG.warn("heartbeat failed: {}", e.toString()));
  }

  private void sweep() {
    int held = lanes.values().stream().mapToInt(lane -> lane.held().size()).sum();
    if (sweeping || stopping || held > MOST_HELD - CLAIM || ticker.getAsLong() - lifeEnds > 0) {
      return;
    }
    sweeping = true;
    List<Long> ids = lanes.values().stream().flatMap(lane -> lane.held().stream()).toList();
    store
        .releaseAllBut(ids, STRAY)
        .compose(_ -> store.claim(lanes.keySet(), CLAIM))
        .onSuccess(claimed -> take(claimed, false))
        .onFailure(e -> LOG.warn("claim failed: {}", e.toString()))
        .onComplete(_ -> sweeping = false);
  }

  /// Completes when no send is under way any more.
  private Future<Void> quiet() {
    if (lanes.values().stream().allMatch(lane -> lane.underWay() == 0)) {
      return Future.succeededFuture();
    }
    return vertx.timer(10).compose(_ -> quiet());
  }

  private Future<Void> onContext(java.util.function.Supplier<Future<Void>> work) {
    Promise<Void> promise = Promise.promise();
    context.runOnContext(_ -> work.get().onComplete(promise));
    return promise.future();
  }
}
