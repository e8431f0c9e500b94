package vn.ansinh.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Short words from each node to all others, by LISTEN and NOTIFY. A node whose connection is down
/// misses them, so nothing may rest on them but how soon something is known.
public final class Signals {
  private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
  private static final long AGAIN_MILLIS = 1_000;

  private record Word(String name, String text) {}

  private final Pool pool;
  private final PgSubscriber subscriber;
  private final String self = UUID.randomUUID().toString();
  private Set<Word> gathered = new LinkedHashSet<>();
  private Future<?> sent = Future.succeededFuture();

  Signals(Vertx vertx, Pool pool, PgConnectOptions server) {
    this.pool = pool;
    this.subscriber = PgSubscriber.subscriber(vertx, server).reconnectPolicy(_ -> AGAIN_MILLIS);
  }

  /// What others will say under a name. Before [#listen].
  ///
  /// @param name lower-case letters and underscores
  /// @param heard told each word, and an empty one whenever some may have been missed
  public void hear(String name, Consumer<String> heard) {
    subscriber
        .channel(name)
        .subscribeHandler(_ -> heard.accept(""))
        .handler(
            said -> {
              if (!said.startsWith(self)) {
                heard.accept(said.substring(self.length()));
              }
            });
  }

  /// Begins to listen, over a connection of its own.
  public Future<Void> listen() {
    return subscriber.connect();
  }

  /// Says a word to the other nodes. What gathers while the last words are on their way goes in one
  /// statement.
  public synchronized void say(String name, String text) {
    gathered.add(new Word(name, self + text));
    if (sent.isComplete()) {
      send();
    }
  }

  /// Once everything was said.
  Future<Void> close() {
    return saying().otherwiseEmpty().compose(_ -> subscriber.close());
  }

  private void send() {
    Set<Word> batch = gathered;
    gathered = new LinkedHashSet<>();
    sent =
        pool.preparedQuery(
                "select pg_notify(name, text) from unnest($1::text[], $2::text[]) as w (name, text)")
            .execute(
                Tuple.from(
                    List.of(
                        batch.stream().map(Word::name).toArray(String[]::new),
                        batch.stream().map(Word::text).toArray(String[]::new))))
            .onFailure(e -> LOG.warn("the other nodes were not told: {}", e.toString()))
            .onComplete(_ -> more());
  }

  private synchronized void more() {
    if (!gathered.isEmpty()) {
      send();
    }
  }

  private synchronized Future<?> saying() {
    return sent;
  }
}
