package vn.ansinh.delivery.dispatch;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import vn.ansinh.delivery.Capabilities;
import vn.ansinh.delivery.Channel;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Outcome;

/// A channel that answers as the test says and remembers every call.
final class ScriptedChannel implements Channel {
  /// @param nanos when it was called, on the monotonic clock
  record Call(Delivery delivery, long nanos) {}

  private record Waiting(int calls, Promise<Void> promise) {}

  private final Vertx vertx;
  private final BiFunction<Delivery, Integer, Outcome> script;
  private final boolean answers;
  private final List<Call> calls = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();

  /// @param script the delivery and how many calls came before it, to an outcome
  ScriptedChannel(Vertx vertx, BiFunction<Delivery, Integer, Outcome> script) {
    this(vertx, script, true);
  }

  private ScriptedChannel(
      Vertx vertx, BiFunction<Delivery, Integer, Outcome> script, boolean answers) {
    this.vertx = vertx;
    this.script = script;
    this.answers = answers;
  }

  /// One that takes messages and never answers.
  static ScriptedChannel silent(Vertx vertx) {
    return new ScriptedChannel(vertx, (_, _) -> new Outcome.Unknown("silence"), false);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(true, true, true, true, 4096, true);
  }

  @Override
  public synchronized Future<Outcome> send(Delivery delivery) {
    int before = calls.size();
    calls.add(new Call(delivery, System.nanoTime()));
    waiting.stream()
        .filter(each -> calls.size() >= each.calls)
        .forEach(each -> each.promise.tryComplete());
    return answers
        ? vertx.timer(1).map(_ -> script.apply(delivery, before))
        : Promise.<Outcome>promise().future();
  }

  synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  /// Completes at the n-th call.
  synchronized Future<Void> called(int times) {
    Promise<Void> promise = Promise.promise();
    if (calls.size() >= times) {
      promise.complete();
    } else {
      waiting.add(new Waiting(times, promise));
    }
    return promise.future();
  }
}
