package vn.ansinh.telegram;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The calls that a stand-in was given, in order, and whoever waits for some of them.
public final class CallLog<C> {
  private final List<C> calls = new ArrayList<>();
  private final List<Waiting<C>> waiting = new ArrayList<>();

  private record Waiting<C>(Predicate<C> wanted, int count, Promise<List<C>> promise) {}

  public synchronized void add(C call) {
    calls.add(call);
    fulfil();
  }

  public synchronized List<C> all() {
    return List.copyOf(calls);
  }

  /// Completes with the first `count` wanted calls, also those made before.
  public synchronized Future<List<C>> await(Predicate<C> wanted, int count) {
    Waiting<C> wish = new Waiting<>(wanted, count, Promise.promise());
    waiting.add(wish);
    fulfil();
    return wish.promise().future();
  }

  private void fulfil() {
    waiting.removeIf(
        wish -> {
          List<C> found = calls.stream().filter(wish.wanted()).limit(wish.count()).toList();
          return found.size() == wish.count() && wish.promise().tryComplete(found);
        });
  }
}
