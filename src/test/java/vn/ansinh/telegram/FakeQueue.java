package vn.ansinh.telegram;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Updates that wait to be fetched: an offset confirms all before it, as at Telegram.
final class FakeQueue {
  private final Vertx vertx;
  private final NavigableMap<Integer, JsonObject> waiting = new TreeMap<>();
  private final List<Promise<Void>> confirmations = new ArrayList<>();
  private @Nullable Promise<Void> poll;
  private int nextId = 5001;

  FakeQueue(Vertx vertx) {
    this.vertx = vertx;
  }

  synchronized int number(JsonObject update) {
    if (update.getInteger("update_id") == null) {
      update.put("update_id", nextId++);
    }
    return update.getInteger("update_id");
  }

  synchronized void add(JsonObject update) {
    waiting.put(number(update), update);
    wake();
  }

  synchronized int size() {
    return waiting.size();
  }

  /// Completes when every update was confirmed.
  synchronized Future<Void> drained() {
    Promise<Void> promise = Promise.promise();
    confirmations.add(promise);
    settle();
    return promise.future();
  }

  synchronized Future<JsonArray> fetch(JsonObject call) {
    int offset = call.getInteger("offset", 0);
    int limit = call.getInteger("limit", 100);
    waiting.headMap(offset, false).clear();
    settle();
    wake();
    if (!waiting.isEmpty() || call.getInteger("timeout", 0) == 0) {
      return Future.succeededFuture(page(limit));
    }
    Promise<Void> woken = Promise.promise();
    poll = woken;
    long timer = vertx.setTimer(call.getInteger("timeout") * 1000L, _ -> woken.tryComplete());
    return woken
        .future()
        .map(
            _ -> {
              vertx.cancelTimer(timer);
              return page(limit);
            });
  }

  private synchronized JsonArray page(int limit) {
    JsonArray page = new JsonArray();
    waiting.entrySet().stream().limit(limit).map(Map.Entry::getValue).forEach(page::add);
    return page;
  }

  private void wake() {
    Promise<Void> sleeping = poll;
    poll = null;
    if (sleeping != null) {
      sleeping.tryComplete();
    }
  }

  private void settle() {
    if (waiting.isEmpty()) {
      confirmations.forEach(Promise::tryComplete);
      confirmations.clear();
    }
  }
}
