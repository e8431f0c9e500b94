package vn.ansinh.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.ansinh.telegram.Fault;

/// Chats that ask and wait for their answers. Confined to the event loop of the messenger's side.
public final class Load {
  /// @param nanos how long it took
  /// @param repeated messages that came again though their question was answered already
  public record Result(int asked, int answered, int repeated, long nanos, long[] latencies) {
    public double perSecond() {
      return answered * 1e9 / nanos;
    }

    /// Milliseconds.
    public double percentile(double share) {
      return latencies.length == 0
          ? Double.NaN
          : latencies[(int) Math.min(latencies.length - 1L, Math.round(share * latencies.length))]
              / 1e6;
    }
  }

  /// Is told of every message that arrives.
  public interface Unasked {
    /// Whether it is one that nobody asked for, and so no answer.
    boolean takes(String text, long chat);
  }

  private final Vertx vertx;
  private final Context context;
  private final List<String> questions;
  private final MessengerSide messenger;
  private final Unasked unasked;
  private final Map<Long, Long> waiting = new HashMap<>();

  /// What each chat was told, by its hash: an answer may come in parts, but no part twice.
  private final Map<Long, Set<Integer>> told = new HashMap<>();

  private @Nullable Round round;
  private long firstChat;

  Load(Vertx vertx, List<String> questions) {
    this(vertx, Dialect.TELEGRAM, questions);
  }

  Load(Vertx vertx, Dialect dialect, List<String> questions) {
    this(vertx, dialect, questions, (_, _) -> false);
  }

  public Load(Vertx vertx, Dialect dialect, List<String> questions, Unasked unasked) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.questions = questions;
    this.unasked = unasked;
    this.messenger = new MessengerSide(vertx, dialect, this::answered);
  }

  public MessengerSide messenger() {
    return messenger;
  }

  /// From now on every message meets this; null for none any more.
  void fail(@Nullable Fault fault) {
    context.runOnContext(_ -> messenger.fail(fault));
  }

  public Future<String> start() {
    return MessengerSide.on(context, messenger::start);
  }

  private static final class Round {
    final int total;
    final boolean closed;
    final Promise<Result> promise = Promise.promise();
    final long[] latencies;
    final long begun = System.nanoTime();
    int asked;
    int answered;
    int repeated;

    Round(int total, boolean closed) {
      this.total = total;
      this.closed = closed;
      this.latencies = new long[total];
    }

    Result result() {
      long[] sorted = Arrays.copyOf(latencies, answered);
      Arrays.sort(sorted);
      return new Result(asked, answered, repeated, System.nanoTime() - begun, sorted);
    }
  }

  /// As fast as answers come: each chat asks again when it has its answer.
  Future<Result> closedLoop(int chats, int total) {
    return closedLoop(chats, total, () -> firstChat++);
  }

  /// The same with chats from elsewhere.
  public Future<Result> closedLoop(int chats, int total, LongSupplier from) {
    return MessengerSide.on(
        context,
        () -> {
          Round now = begin(total, true);
          for (int i = 0; i < chats; i++) {
            ask(now, from.getAsLong());
          }
          return finish(now, 300);
        });
  }

  /// At a steady rate, whatever happens; every question from a chat of its own.
  Future<Result> openLoop(int perSecond, int total, long patienceSeconds) {
    return openLoop(perSecond, total, patienceSeconds, () -> firstChat++);
  }

  /// The same with chats from elsewhere, none of which comes again before it can have its answer.
  public Future<Result> openLoop(
      int perSecond, int total, long patienceSeconds, LongSupplier from) {
    return MessengerSide.on(
        context,
        () -> {
          Round now = begin(total, false);
          askOnTime(now, perSecond, from);
          return finish(now, patienceSeconds);
        });
  }

  /// Asks what is due, and sleeps until the next is: nothing of the machine is spent on waiting.
  private void askOnTime(Round now, int perSecond, LongSupplier from) {
    long due = (System.nanoTime() - now.begun) * perSecond / 1_000_000_000L;
    while (now.asked < Math.min(due, now.total)) {
      long chat = from.getAsLong();
      // Another question may well have the same answer.
      told.remove(chat);
      ask(now, chat);
    }
    if (now.asked < now.total) {
      long next = now.begun + (now.asked + 1) * 1_000_000_000L / perSecond - System.nanoTime();
      vertx.setTimer(
          Math.max(1, Math.ceilDiv(next, 1_000_000L)), _ -> askOnTime(now, perSecond, from));
    }
  }

  /// @param over whether everything has been asked
  /// @param unanswered chats that wait for an answer
  record State(boolean over, Set<Long> unanswered) {}

  State state() {
    Future<State> state =
        MessengerSide.on(
            context,
            () -> {
              Round now = round;
              boolean over = now == null || now.asked == now.total;
              return Future.succeededFuture(new State(over, Set.copyOf(waiting.keySet())));
            });
    return state.await();
  }

  /// What has no answer by now will have none.
  void end() {
    context.runOnContext(
        _ -> {
          Round now = round;
          if (now != null) {
            now.promise.tryComplete(now.result());
          }
        });
  }

  private Round begin(int total, boolean closed) {
    waiting.clear();
    Round now = new Round(total, closed);
    round = now;
    return now;
  }

  private Future<Result> finish(Round now, long patienceSeconds) {
    long timer =
        vertx.setTimer(
            TimeUnit.SECONDS.toMillis(patienceSeconds), _ -> now.promise.tryComplete(now.result()));
    return now.promise.future().onComplete(_ -> vertx.cancelTimer(timer));
  }

  private void ask(Round now, long chat) {
    waiting.put(chat, System.nanoTime());
    messenger.ask(chat, questions.get(now.asked++ % questions.size()));
  }

  private void answered(String text, long chat) {
    Round now = round;
    if (unasked.takes(text, chat) || now == null) {
      return;
    }
    Long since = waiting.remove(chat);
    boolean isNew = told.computeIfAbsent(chat, _ -> new HashSet<>()).add(text.hashCode());
    if (since == null) {
      now.repeated += isNew ? 0 : 1;
      return;
    }
    now.latencies[now.answered++] = System.nanoTime() - since;
    if (now.closed && now.asked < now.total) {
      ask(now, chat);
    } else if (now.answered == now.total) {
      // A moment more, in which repeats would show.
      vertx.setTimer(now.closed ? 1 : 3_000, _ -> now.promise.tryComplete(now.result()));
    }
  }
}
