package vn.ansinh.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
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
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

class DispatcherDbTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
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

  private Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  private ScriptedChannel channel(BiFunction<Delivery, Integer, Outcome> script) {
    return new ScriptedChannel(vertx, script);
  }

  private Dispatcher start(ScriptedChannel channel, Rates rates) {
    Dispatcher dispatcher = dispatcher(vertx, channel, rates);
    dispatcher.start().await();
    started.add(dispatcher);
    return dispatcher;
  }

  private Dispatcher dispatcher(Vertx on, ScriptedChannel channel, Rates rates) {
    return new Dispatcher(
        on,
        database.pool(),
        node,
        Map.of("scripted", channel),
        Map.of("scripted", rates),
        clock(),
        new SimpleMeterRegistry());
  }

  private long citizen(String address) {
    return database
        .pool()
        .preparedQuery(
            """
            insert into citizen (channel, address, created_at) values ('scripted', $1, now())
            on conflict (channel, address) do update set address = excluded.address returning id""")
        .execute(Tuple.of(address))
        .await()
        .iterator()
        .next()
        .getLong(0);
  }

  private List<Delivery> put(ScriptedChannel channel, Origin origin, List<String> addresses) {
    Outbox outbox =
        new Outbox(Map.of("scripted", channel), new Fitting(RichText.of("số:")), node, clock());
    List<Outbox.Draft> drafts =
        addresses.stream()
            .map(
                address ->
                    new Outbox.Draft(
                        new CitizenId(citizen(address)),
                        new Address("scripted", address),
                        origin,
                        new Message(RichText.of("chào"), List.of()),
                        null,
                        null))
            .toList();
    return database.pool().withTransaction(connection -> outbox.put(connection, drafts)).await();
  }

  private Map<String, Long> states() {
    Map<String, Long> states = new ConcurrentHashMap<>();
    for (Row row :
        database
            .pool()
            .query("select state, count(*) from delivery group by state")
            .execute()
            .await()) {
      states.put(row.getString(0), row.getLong(1));
    }
    return states;
  }

  private void stop(Dispatcher dispatcher) {
    dispatcher.stop().await();
    started.remove(dispatcher);
  }

  private RowSet<Row> run(String sql) {
    return database.pool().query(sql).execute().await();
  }

  private static Outcome sent(Delivery delivery, int before) {
    return new Outcome.Sent("m" + before);
  }

  @Test
  void whatIsAcceptedLeavesAtOnceAndIsSettled() {
    ScriptedChannel channel = channel(DispatcherDbTest::sent);
    Dispatcher dispatcher = start(channel, FAST);
    dispatcher.accept(put(channel, Origin.REPLY, List.of("a", "b", "c")));
    channel.called(3).await();
    stop(dispatcher);
    assertThat(states()).isEqualTo(Map.of("sent", 3L));
  }

  @Test
  void aChatIsServedOneAtATimeAndInOrderEvenWhenSendsFail() {
    ScriptedChannel channel =
        channel(
            (delivery, before) ->
                before % 3 == 0 ? new Outcome.Failed("503") : new Outcome.Sent("m"));
    Dispatcher dispatcher = start(channel, FAST);
    dispatcher.accept(put(channel, Origin.REPLY, List.of("a", "a", "a", "a")));
    channel.called(6).await();
    stop(dispatcher);
    List<Long> ids = channel.calls().stream().map(call -> call.delivery().id()).toList();
    assertThat(ids).isSorted();
    assertThat(states()).isEqualTo(Map.of("sent", 4L));
  }

  @Test
  void anAnswerThatHadToWaitIsNotSentWhenItWasErasedMeanwhile() {
    ScriptedChannel channel = channel(DispatcherDbTest::sent);
    Dispatcher dispatcher = start(channel, new Rates(1_000_000, 1));
    dispatcher.accept(put(channel, Origin.REPLY, List.of("a", "a", "a", "a", "a")));
    channel.called(3).await();
    run("delete from delivery");
    List<Delivery> last = put(channel, Origin.REPLY, List.of("a"));
    dispatcher.accept(last);
    channel.called(4).await();
    assertThat(channel.calls().getLast().delivery().id()).isEqualTo(last.getFirst().id());
  }

  @Test
  void nothingIsCalledInAChatThatWasToldToWait() {
    ScriptedChannel channel =
        channel(
            (delivery, before) ->
                before == 0
                    ? new Outcome.RetryAfter(Duration.ofMillis(400))
                    : new Outcome.Sent("m"));
    Dispatcher dispatcher = start(channel, FAST);
    dispatcher.accept(put(channel, Origin.REPLY, List.of("a", "a")));
    channel.called(3).await();
    List<ScriptedChannel.Call> calls = channel.calls();
    assertThat(calls.get(1).nanos() - calls.get(0).nanos())
        .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(400));
  }

  @Test
  void twoChatsToldToWaitCloseTheWholeChannel() {
    long[] told = new long[2];
    Promise<Void> bothTold = Promise.promise();
    ScriptedChannel channel =
        channel(
            (delivery, before) -> {
              if (before < 2) {
                told[before] = System.nanoTime();
                if (before == 1) {
                  bothTold.complete();
                }
                return new Outcome.RetryAfter(Duration.ofMillis(500));
              }
              return new Outcome.Sent("m");
            });
    Dispatcher dispatcher = start(channel, FAST);
    dispatcher.accept(put(channel, Origin.REPLY, List.of("a", "b")));
    bothTold.future().await();
    dispatcher.accept(put(channel, Origin.REPLY, List.of("c")));
    channel.called(5).await();
    assertThat(channel.calls().get(2).nanos() - told[1])
        .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(500));
  }

  @Test
  void aReplyWhoseAnswerWasLostIsSentAgainAndCounted() {
    ScriptedChannel channel =
        channel(
            (delivery, before) ->
                before < 1 ? new Outcome.Unknown("reset") : new Outcome.Sent("m"));
    Dispatcher dispatcher = start(channel, FAST);
    dispatcher.accept(put(channel, Origin.REPLY, List.of("a")));
    channel.called(2).await();
    stop(dispatcher);
    assertThat(states()).isEqualTo(Map.of("sent", 1L));
    assertThat(run("select unknowns from delivery").iterator().next().getInteger(0)).isEqualTo(1);
  }

  @Test
  void whoeverCannotBeReachedIsMarkedAndTheirQueueEnds() {
    ScriptedChannel channel = channel((_, _) -> new Outcome.Unreachable("blocked"));
    Dispatcher dispatcher = start(channel, FAST);
    // The last of them is only in the table, as if another node had written it.
    List<Delivery> written = put(channel, Origin.REPLY, List.of("a", "a", "a"));
    dispatcher.accept(written.subList(0, 2));
    channel.called(1).await();
    stop(dispatcher);
    assertThat(channel.calls()).hasSize(1);
    assertThat(states()).isEqualTo(Map.of("unreachable", 3L));
    assertThat(
            database
                .pool()
                .query("select 1 from citizen where unreachable_at is not null")
                .execute()
                .await()
                .size())
        .isEqualTo(1);
  }

  @Test
  void aNodeThatDiedIsReplacedWithoutLossAndWithoutRepeatingWhatWasSettled() {
    ScriptedChannel channel = channel(DispatcherDbTest::sent);
    Dispatcher first = start(channel, FAST);
    first.accept(put(channel, Origin.REPLY, List.of("a", "b")));
    channel.called(2).await();
    stop(first);
    // Leased to a node that is gone: committed, never handed over.
    put(channel, Origin.REPLY, List.of("c", "c", "d"));

    node = UUID.randomUUID();
    Dispatcher second = start(channel, FAST);
    channel.called(5).await();
    stop(second);
    assertThat(states()).isEqualTo(Map.of("sent", 5L));
    assertThat(channel.calls().stream().map(call -> call.delivery().id()).distinct()).hasSize(5);
  }

  @Test
  void aReminderDuringWhoseSendTheNodeDiedIsSentAgainAndCountedAsDoubtful() {
    Vertx doomed = Vertx.vertx();
    ScriptedChannel silent = ScriptedChannel.silent(doomed);
    Dispatcher first = dispatcher(doomed, silent, FAST);
    first.start().await();
    first.accept(put(silent, Origin.REMINDER, List.of("a")));
    silent.called(1).await();
    doomed.close().await();
    put(silent, Origin.REMINDER, List.of("b"));
    run("update node set alive_until = now()");

    node = UUID.randomUUID();
    ScriptedChannel living = channel(DispatcherDbTest::sent);
    Dispatcher second = start(living, FAST);
    living.called(2).await();
    stop(second);
    assertThat(states()).isEqualTo(Map.of("sent", 2L));
    List<String> rows = new ArrayList<>();
    run("select concat_ws(' ', address, attempts, unknowns) from delivery d"
            + " join citizen c on c.id = d.citizen_id order by d.id")
        .forEach(row -> rows.add(row.getString(0)));
    assertThat(rows).containsExactly("a 2 1", "b 1 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state = 'withdrawn'",
        "leased_by = '00000000-0000-0000-0000-000000000001'",
        "good_until = '2026-11-23T03:00:00Z'"
      })
  void whatWasWithdrawnTakenOverOrHasBecomeLateWhileItStoodInLineIsNotSent(String meanwhile) {
    ScriptedChannel channel = channel(DispatcherDbTest::sent);
    List<Delivery> held = put(channel, Origin.REMINDER, List.of("a", "b"));
    run(
        """
        insert into node
        values ('00000000-0000-0000-0000-000000000001', now() + interval '1 minute')""");
    run("update delivery set " + meanwhile + " where id = " + held.getFirst().id());
    Dispatcher dispatcher = start(channel, FAST);
    dispatcher.accept(held);
    channel.called(1).await();
    stop(dispatcher);
    assertThat(channel.calls())
        .extracting(call -> call.delivery().address().value())
        .containsExactly("b");
  }

  @Test
  void stoppingGivesBackWhatWasNotSent() {
    ScriptedChannel channel = channel((_, _) -> new Outcome.RetryAfter(Duration.ofSeconds(20)));
    Dispatcher dispatcher = start(channel, FAST);
    dispatcher.accept(put(channel, Origin.REPLY, List.of("a", "a")));
    channel.called(1).await();
    stop(dispatcher);
    Future<Integer> leased =
        database
            .pool()
            .query("select 1 from delivery where leased_by is not null")
            .execute()
            .map(rows -> rows.size());
    assertThat(leased.await()).isZero();
    assertThat(states()).isEqualTo(Map.of("queued", 2L));
  }

  @Test
  void noneOfTwoThousandIsLostWhenOneInTwentyFails() {
    ScriptedChannel channel =
        channel(
            (delivery, before) ->
                before % 20 == 0 ? new Outcome.Failed("500") : new Outcome.Sent("m" + before));
    Dispatcher dispatcher = start(channel, FAST);
    List<String> addresses = IntStream.range(0, 2_000).mapToObj(i -> "chat" + i % 500).toList();
    dispatcher.accept(put(channel, Origin.REPLY, addresses));
    // 2,000 sent and every twentieth call failed: the smallest n with n - ceil(n / 20) = 2,000.
    channel.called(2_106).await();
    stop(dispatcher);
    assertThat(states()).isEqualTo(Map.of("sent", 2_000L));
  }
}
