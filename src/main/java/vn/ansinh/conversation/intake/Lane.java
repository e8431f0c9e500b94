package vn.ansinh.conversation.intake;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.ansinh.conversation.Inbound;

/// A queue worked through in batches by one thread: while a batch is under way, the next gathers.
///
/// A thread that stays, unlike a virtual one for each batch: what seals and what writes JSON keep
/// for each thread what is dear to make.
final class Lane {
  /// One message waiting for its commit.
  record Item(Inbound inbound, Promise<Void> done) {}

  /// Past this many waiting messages the channel is told to come again.
  private static final int MOST_WAITING = 5_000;

  private static final int MOST_IN_BATCH = 100;

  private static final long IDLE_SECONDS = 60;

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().name("conversations-", 0).daemon().factory());
  private final Queue<Item> waiting = new ArrayDeque<>();
  private final Connection connection;
  private final BiConsumer<Connection, List<Item>> work;
  private boolean running;

  /// @param work settles the promise of every item, and does not throw
  Lane(Pool pool, BiConsumer<Connection, List<Item>> work) {
    this.connection = new Connection(pool);
    this.work = work;
    thread.allowCoreThreadTimeOut(true);
  }

  /// The lane's own, kept from one batch to the next: asking for one anew would take two changes of
  /// thread each time, and meet a server process that has other things in its caches.
  static final class Connection {
    private final Pool pool;
    private final AtomicReference<@Nullable SqlConnection> kept = new AtomicReference<>();

    Connection(Pool pool) {
      this.pool = pool;
    }

    /// Blocks when it is to be opened.
    SqlConnection get() {
      SqlConnection held = kept.get();
      return held == null ? opened() : held;
    }

    private SqlConnection opened() {
      SqlConnection opened = pool.getConnection().await();
      kept.set(opened);
      // Told late, it must not make us forget a later one.
      opened.closeHandler(_ -> kept.compareAndSet(opened, null));
      return opened;
    }

    /// After a failure, whatever state it is in.
    void giveBack() {
      SqlConnection held = kept.getAndSet(null);
      if (held != null) {
        held.close();
      }
    }
  }

  synchronized Future<Void> add(Inbound inbound) {
    if (waiting.size() >= MOST_WAITING) {
      return Future.failedFuture("too many messages are waiting");
    }
    Item item = new Item(inbound, Promise.promise());
    waiting.add(item);
    if (!running) {
      running = true;
      thread.execute(this::run);
    }
    return item.done.future();
  }

  private void run() {
    for (List<Item> batch = next(); !batch.isEmpty(); batch = next()) {
      work.accept(connection, batch);
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
