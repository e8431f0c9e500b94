package vn.ansinh.conversation.intake;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import vn.ansinh.conversation.Inbound;

/// A queue worked through in batches by one virtual thread at a time: while a batch is under way,
/// the next gathers.
final class Lane {
  /// One message waiting for its commit.
  record Item(Inbound inbound, Promise<Void> done) {}

  /// Past this many waiting messages the channel is told to come again.
  private static final int MOST_WAITING = 5_000;

  private static final int MOST_IN_BATCH = 100;

  private final Queue<Item> waiting = new ArrayDeque<>();
  private final Consumer<List<Item>> work;
  private boolean running;

  /// @param work settles the promise of every item, and does not throw
  Lane(Consumer<List<Item>> work) {
    this.work = work;
  }

  synchronized Future<Void> add(Inbound inbound) {
    if (waiting.size() >= MOST_WAITING) {
      return Future.failedFuture("too many messages are waiting");
    }
    Item item = new Item(inbound, Promise.promise());
    waiting.add(item);
    if (!running) {
      running = true;
      Thread.ofVirtual().name("conversations").start(this::run);
    }
    return item.done.future();
  }

  private void run() {
    for (List<Item> batch = next(); !batch.isEmpty(); batch = next()) {
      work.accept(batch);
    }
  }

  private synchronized List<Item> next() {
    List<Item> batch = new ArrayList<>();
    while (batch.size() < MOST_IN_BATCH && !waiting.isEmpty()) {
      batch.add(waiting.remove());
    }
    running = !batch.isEmpty();
    return batch;
  }
}
