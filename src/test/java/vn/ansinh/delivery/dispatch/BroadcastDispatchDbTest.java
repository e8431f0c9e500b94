package vn.ansinh.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Fitting;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.Origin;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.delivery.Outcome;
import vn.ansinh.text.RichText;

/// What the dispatcher makes of broadcasts.
class BroadcastDispatchDbTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Rates FAST = new Rates(1_000_000, 1_000_000);

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final List<Dispatcher> started = new ArrayList<>();
  private UUID node = UUID.randomUUID();

  @AfterEach
  void close() {
    started.forEach(each -> each.stop().await());
    database.close();
    vertx.close().await();
  }

  private ScriptedChannel channel(BiFunction<Delivery, Integer, Outcome> script) {
    return new ScriptedChannel(vertx, script);
  }

  private static Outcome sent(Delivery delivery, int before) {
    return new Outcome.Sent("m" + before);
  }

  private Dispatcher start(Vertx on, ScriptedChannel channel, Rates rates) {
    Dispatcher dispatcher =
        new Dispatcher(
            on,
            database.pool(),
            node,
            Map.of("scripted", channel),
            Map.of("scripted", rates),
            CLOCK,
            new SimpleMeterRegistry());
    dispatcher.start().await();
    return dispatcher;
  }

  private Dispatcher start(ScriptedChannel channel, Rates rates) {
    Dispatcher dispatcher = start(vertx, channel, rates);
    started.add(dispatcher);
    return dispatcher;
  }

  private RowSet<Row> run(String sql) {
    return database.pool().query(sql).execute().await();
  }

  /// A running broadcast to new citizens c1, c2 …
  private long broadcast(int citizens) {
    long id =
        run("""
            insert into broadcast (title, body, fills, audience, state, version, created_at,
              opens_at, closes_at, launched_at, recipients)
            values ('', '', '{}', '{}', 'running', 1, now(), '2026-11-23T01:00Z',
              '2026-11-23T13:00Z', '2026-11-23T01:00Z', %d)
            returning id"""
                .formatted(citizens))
            .iterator()
            .next()
            .getLong(0);
    run(
        """
        with c as (
          insert into citizen (channel, address, created_at)
          select 'scripted', 'c' || n, now() from generate_series(1, %d) n returning id)
        insert into delivery
          (citizen_id, origin, message, state, due_at, created_at, broadcast_id)
        select id, 2, '{"text":[],"choices":[],"reactions":[]}', 'queued', '%s', '%2$s', %d
        from c order by id"""
            .formatted(citizens, NOW, id));
    return id;
  }

  private List<Delivery> reply(ScriptedChannel channel, String address) {
    long citizen =
        database
            .pool()
            .preparedQuery(
                "insert into citizen (channel, address, created_at) values ('scripted', $1, now())"
                    + " on conflict (channel, address) do update set address = $1 returning id")
            .execute(Tuple.of(address))
            .await()
            .iterator()
            .next()
            .getLong(0);
    Outbox outbox =
        new Outbox(Map.of("scripted", channel), new Fitting(RichText.of("số:")), node, CLOCK);
    return database
        .pool()
        .withTransaction(
            connection ->
                outbox.put(
                    connection,
                    List.of(
                        new Outbox.Draft(
                            new CitizenId(citizen),
                            new Address("scripted", address),
                            Origin.REPLY,
                            new Message(RichText.of("chào"), List.of()),
                            null,
                            null))))
        .await();
  }

  private Map<String, Long> states() {
    Map<String, Long> states = new TreeMap<>();
    run("select state, count(*) from delivery group by state")
        .forEach(row -> states.put(row.getString(0), row.getLong(1)));
    return states;
  }

  private void awaitStates(Map<String, Long> expected) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> states().equals(expected));
  }

  @Test
  void aBroadcastIsClaimedSentAndToldOfWhenItSettles() {
    Set<Long> told = new ConcurrentSkipListSet<>();
    ScriptedChannel channel = channel(BroadcastDispatchDbTest::sent);
    start(channel, FAST).whenBroadcastsSettle(told::addAll);
    long id = broadcast(700);
    awaitStates(Map.of("sent", 700L));
    Awaitility.await().until(() -> told.equals(Set.of(id)));
    assertThat(channel.calls().stream().map(call -> call.delivery().id()).distinct()).hasSize(700);
  }

  @Test
  void anAnswerThatWasLostIsUnknownAndNotSentAgain() {
    ScriptedChannel channel = channel((_, _) -> new Outcome.Unknown("reset"));
    start(channel, FAST);
    broadcast(3);
    awaitStates(Map.of("unknown", 3L));
    assertThat(channel.calls()).hasSize(3);
  }

  @Test
  void aBroadcastDuringWhoseAttemptTheNodeDiedIsUnknownAndTheRestIsSent() {
    Vertx doomed = Vertx.vertx();
    ScriptedChannel silent = ScriptedChannel.silent(doomed);
    start(doomed, silent, FAST);
    broadcast(50);
    silent.called(20).await();
    doomed.close().await();
    int begun = silent.calls().size();
    run("update node set alive_until = now()");

    node = UUID.randomUUID();
    ScriptedChannel living = channel(BroadcastDispatchDbTest::sent);
    start(living, FAST);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !states().containsKey("queued"));
    assertThat(states().get("unknown")).isGreaterThanOrEqualTo(begun);
    assertThat(states().get("sent")).isEqualTo((long) living.calls().size());
    Set<Long> twice = new ConcurrentSkipListSet<>();
    silent.calls().forEach(call -> twice.add(call.delivery().id()));
    assertThat(living.calls()).noneMatch(call -> twice.contains(call.delivery().id()));
  }

  @Test
  void whatIsPausedOrOutsideItsHoursIsNotSentAlsoWhenItIsHeldAlready() {
    ScriptedChannel channel = channel(BroadcastDispatchDbTest::sent);
    start(channel, new Rates(20, 1_000));
    broadcast(200);
    channel.called(5).await();
    run("update broadcast set state = 'paused'");
    int before = channel.calls().size();
    // A reply goes on, and is proof that time has passed for the others too.
    for (int i = 0; i < 10; i++) {
      started.getFirst().accept(reply(channel, "r" + i));
    }
    awaitReplies(channel, 10);
    assertThat(broadcasts(channel)).isLessThanOrEqualTo(before + 3);
    run("update broadcast set state = 'running', closes_at = '2026-11-23T03:00Z'");
    run("update delivery set leased_by = null where state = 'queued' and begun = 0");
    int closed = broadcasts(channel);
    for (int i = 10; i < 40; i++) {
      started.getFirst().accept(reply(channel, "r" + i));
    }
    awaitReplies(channel, 40);
    assertThat(broadcasts(channel)).isEqualTo(closed);
  }

  private static int broadcasts(ScriptedChannel channel) {
    return (int)
        channel.calls().stream()
            .filter(call -> call.delivery().origin() == Origin.BROADCAST)
            .count();
  }

  private static void awaitReplies(ScriptedChannel channel, int many) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                channel.calls().stream()
                        .filter(call -> call.delivery().origin() == Origin.REPLY)
                        .count()
                    >= many);
  }

  @Test
  void toldToWaitBroadcastsWaitAndRepliesDoNot() {
    ScriptedChannel channel =
        channel(
            (delivery, before) ->
                delivery.origin() == Origin.BROADCAST
                    ? new Outcome.RetryAfter(Duration.ofSeconds(5))
                    : new Outcome.Sent("m"));
    Dispatcher dispatcher = start(channel, new Rates(1_000, 1_000));
    broadcast(100);
    channel.called(1).await();
    Awaitility.await().until(() -> broadcasts(channel) > 0);
    long told = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      dispatcher.accept(reply(channel, "r" + i));
    }
    awaitReplies(channel, 20);
    long last = channel.calls().getLast().nanos();
    assertThat(TimeUnit.NANOSECONDS.toMillis(last - told)).isLessThan(3_000);
    assertThat(broadcasts(channel)).as("those under way at the first refusal").isLessThan(40);
  }

  @Test
  void aReplyGoesBeforeTheBroadcastThatWaitsInItsOwnChat() {
    ScriptedChannel channel = channel(BroadcastDispatchDbTest::sent);
    Dispatcher dispatcher = start(channel, new Rates(10, 1_000));
    broadcast(25);
    channel.called(1).await();
    dispatcher.accept(reply(channel, "c25"));
    awaitReplies(channel, 1);
    assertThat(broadcasts(channel)).isLessThan(20);
    awaitStates(Map.of("sent", 26L));
  }

  @Test
  void whatIsPaidForDoesNotCountAmongTheOthers() {
    ScriptedChannel channel = channel(BroadcastDispatchDbTest::sent);
    start(channel, new Rates(1, 1_000, 500));
    long from = System.nanoTime();
    broadcast(600);
    channel.called(600).await();
    // 600 at one a second would take ten minutes; at 500 a second no less than a second.
    assertThat(Duration.ofNanos(System.nanoTime() - from))
        .isBetween(Duration.ofMillis(900), Duration.ofSeconds(15));
  }

  @Test
  void whoStoppedMessagesOrWasLostMeanwhileIsLeftOut() {
    ScriptedChannel channel = channel(BroadcastDispatchDbTest::sent);
    broadcast(4);
    run("update citizen set stopped_at = now() where address = 'c1'");
    run("update citizen set unreachable_at = now() where address = 'c2'");
    start(channel, FAST);
    awaitStates(Map.of("sent", 2L, "withdrawn", 1L, "unreachable", 1L));
    assertThat(channel.calls())
        .extracting(call -> call.delivery().address().value())
        .containsExactlyInAnyOrder("c3", "c4");
  }

  @Test
  void aReplyIsNotHeldUpByABroadcastThatAnotherNodeHolds() {
    run(
        """
        insert into node
        values ('00000000-0000-0000-0000-000000000001', now() + interval '1 minute')""");
    broadcast(1);
    run("update delivery set leased_by = '00000000-0000-0000-0000-000000000001'");
    ScriptedChannel channel = channel(BroadcastDispatchDbTest::sent);
    reply(channel, "c1");
    run("update delivery set leased_by = null where origin = 0");
    start(channel, FAST);
    awaitReplies(channel, 1);
  }

  @Test
  void twoNodesShareTheRate() {
    ScriptedChannel channel = channel(BroadcastDispatchDbTest::sent);
    start(channel, new Rates(50, 1_000));
    node = UUID.randomUUID();
    start(channel, new Rates(50, 1_000));
    broadcast(600);
    // Until each knows of the other.
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> broadcasts(channel) > 300);
    List<ScriptedChannel.Call> before = channel.calls();
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> broadcasts(channel) >= 500);
    List<ScriptedChannel.Call> after = channel.calls();
    double seconds = (after.getLast().nanos() - before.getLast().nanos()) / 1e9;
    assertThat((after.size() - before.size()) / seconds).isBetween(25.0, 60.0);
  }
}
