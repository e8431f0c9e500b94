package vn.ansinh.delivery.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.citizen.Address;
import vn.ansinh.delivery.Channel;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.dispatch.store.Attempts;
import vn.ansinh.delivery.dispatch.store.Claims;
import vn.ansinh.delivery.dispatch.store.Nodes;

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
  private static final Duration STRAY = Duration.ofSeconds(30);

  /// Looking for strays reads all that is queued, so not with every sweep.
  private static final Duration BETWEEN_STRAYS = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final Context context;
  private final LongSupplier ticker = System::nanoTime;
  private final Map<String, Channel> channels;
  private final Map<String, ChannelLane> lanes = new HashMap<>();
  private final Nodes nodes;
  private final Claims claims;
  private final Sending sending;
  private final Settler settler;
  private final Verdict verdict;
  private final List<Long> timers = new ArrayList<>();
  private long lifeEnds;
  private long claimsFrom;
  private long straysFrom;
  private final Set<Long> untold = new HashSet<>();
  private volatile Consumer<Set<Long>> broadcastsSettled = _ -> {};
  private Future<?> sweep = Future.succeededFuture();
  private Future<Integer> beat = Future.succeededFuture(0);
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
    this.nodes = new Nodes(pool, node);
    this.claims = new Claims(pool, node, clock);
    Attempts attempts = new Attempts(pool, node, clock);
    Starts starts = new Starts(batch -> here(attempts.begin(batch)));
    this.settler =
        new Settler(
            vertx,
            batch ->
                here(attempts.settle(batch))
                    .onSuccess(settled -> tell(settled.broadcasts(), settled.refused())));
    this.verdict = new Verdict(settler, new Backoff(ThreadLocalRandom.current()), clock, meters);
    this.sending = new Sending(context, ticker, this.channels, starts, verdict);
    this.lifeEnds = ticker.getAsLong();
    this.claimsFrom = lifeEnds;
    this.straysFrom = lifeEnds;
    channels
        .keySet()
        .forEach(
            name ->
                lanes.put(name, new ChannelLane(vertx, ticker, Rates.of(rates, name), this::send)));
  }

  /// @param settled is told of which broadcasts something has come to its end: once in a while,
  ///     but at once when something was refused
  public void whenBroadcastsSettle(Consumer<Set<Long>> settled) {
    broadcastsSettled = settled;
  }

  /// @param settled broadcasts of which to tell some time
  /// @param now those of which to tell at once
  private void tell(Set<Long> settled, Set<Long> now) {
    untold.addAll(settled);
    if (!now.isEmpty()) {
      broadcastsSettled.accept(Set.copyOf(now));
      untold.removeAll(now);
    }
  }

  /// Begins to send, and to claim what other nodes left behind. A node that joins others claims
  /// nothing before they must have heard of it and keep to their smaller part of the rates.
  public Future<Void> start() {
    return onContext(
        () ->
            heartbeat()
                .onSuccess(
                    living -> {
                      claimsFrom =
                          ticker.getAsLong()
                              + (living > 1 ? Duration.ofMillis(HEARTBEAT_MILLIS).toNanos() : 0);
                      timers.add(vertx.setPeriodic(HEARTBEAT_MILLIS, _ -> heartbeat()));
                      timers.add(vertx.setPeriodic(0, SWEEP_MILLIS, _ -> sweep()));
                    })
                .mapEmpty());
  }

  /// Counts anew among how many nodes the rates are divided: one came or went.
  public void recount() {
    context.runOnContext(
        _ -> {
          if (!stopping) {
            heartbeat();
          }
        });
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
          // A claim that is under way would lease anew what is given back.
          return quiet()
              .compose(_ -> sweep.otherwiseEmpty())
              .compose(_ -> settler.settled())
              .compose(_ -> claims.releaseAllBut(List.of(), Duration.ZERO))
              .compose(_ -> beat.otherwise(0))
              .compose(_ -> nodes.leave());
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

  private void send(ChannelLane lane, Chat chat) {
    if (ticker.getAsLong() - lifeEnds > 0) {
      // Frozen for too long: others may have taken over what is held here.
      lanes.values().forEach(ChannelLane::forget);
      Sending.drop(lane, chat);
    } else {
      sending.send(lane, chat);
    }
  }

  private Future<Integer> heartbeat() {
    long now = ticker.getAsLong();
    beat =
        here(nodes.heartbeat())
            .onSuccess(
                living -> {
                  lifeEnds = now + Nodes.LIFE.toNanos();
                  lanes.values().forEach(lane -> lane.share(living));
                })
            .onFailure(e -> LOG.warn("heartbeat failed: {}", e.toString()));
    return beat;
  }

  private void sweep() {
    tell(Set.of(), Set.copyOf(untold));
    int held = lanes.values().stream().mapToInt(lane -> lane.held().size()).sum();
    long now = ticker.getAsLong();
    boolean isEarly = now - claimsFrom < 0;
    if (!sweep.isComplete()
        || stopping
        || isEarly
        || held > MOST_HELD - CLAIM
        || now - lifeEnds > 0) {
      return;
    }
    Future<Void> released = Future.succeededFuture();
    if (now - straysFrom >= 0) {
      straysFrom = now + BETWEEN_STRAYS.toNanos();
      List<Long> ids = lanes.values().stream().flatMap(lane -> lane.held().stream()).toList();
      released = claims.releaseAllBut(ids, STRAY);
    }
    sweep =
        here(
            released
                .compose(_ -> claims.claim(lanes.keySet(), CLAIM))
                .onSuccess(claimed -> context.runOnContext(_ -> take(claimed, false)))
                .compose(_ -> claims.giveUpOrphans())
                .compose(_ -> here(Future.succeededFuture()))
                .compose(_ -> claimBroadcasts())
                .onFailure(e -> LOG.warn("claim failed: {}", e.toString())));
  }

  /// As many as can be sent in the next seconds.
  private Future<?> claimBroadcasts() {
    List<Future<?>> all = new ArrayList<>();
    lanes.forEach(
        (name, lane) -> {
          Channel channel = channels.get(name);
          if (channel != null
              && channel.capabilities().mayWriteFirst()
              && lane.broadcasts.room() > 0) {
            all.add(
                claims
                    .claimBroadcasts(name, lane.broadcasts.room())
                    .onSuccess(claimed -> context.runOnContext(_ -> take(claimed, false))));
          }
        });
    return Future.all(all);
  }

  /// The same, completed on our context.
  private <T> Future<T> here(Future<T> elsewhere) {
    Promise<T> promise = Promise.promise();
    elsewhere.onComplete(end -> context.runOnContext(_ -> promise.handle(end)));
    return promise.future();
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
