package vn.ansinh.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.Origin;
import vn.ansinh.delivery.Outcome;
import vn.ansinh.delivery.dispatch.store.Attempts.Start;
import vn.ansinh.text.RichText;

class SendingTest {
  private static final Duration TOLD = Duration.ofMillis(300);

  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final Promise<Void> secondBegun = Promise.promise();
  private final Promise<Void> firstRefused = Promise.promise();
  private final Deque<Future<Void>> writes =
      new ArrayDeque<>(List.of(Future.succeededFuture(), secondBegun.future()));

  /// Refuses the first call.
  private final ScriptedChannel channel =
      new ScriptedChannel(
          vertx, (_, before) -> before == 0 ? new Outcome.RetryAfter(TOLD) : new Outcome.Sent("m"));

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void whatWasBeingBegunWhenTheChannelToldAllToWaitIsNotCalledBefore() {
    Settler settler =
        new Settler(
            vertx,
            _ -> {
              firstRefused.tryComplete();
              return Future.succeededFuture();
            });
    Verdict verdict =
        new Verdict(
            settler,
            new Backoff(ThreadLocalRandom.current()),
            Clock.systemUTC(),
            new SimpleMeterRegistry());
    Sending sending =
        new Sending(
            context,
            System::nanoTime,
            Map.of("scripted", channel),
            new Starts(this::begin),
            verdict);
    ChannelLane lane =
        new ChannelLane(vertx, System::nanoTime, new Rates(100_000, 100_000), sending::send);
    context.runOnContext(
        _ -> {
          lane.add(announcement(1), false);
          lane.add(announcement(2), false);
        });
    firstRefused.future().await();
    context.runOnContext(_ -> secondBegun.complete());
    channel.called(3).await();
    List<ScriptedChannel.Call> calls = channel.calls();
    assertThat(calls.get(1).nanos() - calls.get(0).nanos()).isGreaterThan(TOLD.toNanos());
  }

  private Future<Set<Long>> begin(Collection<Start> starts) {
    Set<Long> all = starts.stream().map(Start::delivery).collect(Collectors.toSet());
    Future<Void> written = writes.isEmpty() ? Future.succeededFuture() : writes.remove();
    return written.map(all);
  }

  private static Delivery announcement(long id) {
    return new Delivery(
        id,
        new CitizenId(id),
        new Address("scripted", String.valueOf(id)),
        Origin.BROADCAST,
        new Message(RichText.EMPTY, List.of()),
        0,
        null,
        null,
        null);
  }
}
