package vn.ansinh.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignalsDbTest {
  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final Database one = visit();
  private final Database other = visit();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    one.close();
    other.close();
    database.close();
    vertx.close().await();
  }

  private Database visit() {
    return Database.visit(vertx, new DatabaseSettings(database.uri(), Path.of("unused"), 0));
  }

  private String next() throws InterruptedException {
    return heard.poll(20, TimeUnit.SECONDS);
  }

  private void listen() throws InterruptedException {
    other.signals().hear("news", heard::add);
    other.signals().listen().await();
    // What was said before may have been missed.
    assertThat(next()).isEmpty();
  }

  @Test
  void wordsOfOneNodeAreHeardByTheOthersAndNotByItself() throws InterruptedException {
    listen();
    other.signals().say("news", "its own");
    for (String word : List.of("a", "b", "c")) {
      one.signals().say("news", word);
    }
    one.signals().say("weather", "rain");
    one.signals().say("news", "d");

    assertThat(List.of(next(), next(), next(), next())).containsExactly("a", "b", "c", "d");
  }

  @Test
  void whoseConnectionWasLostListensAgainAndIsToldThatWordsMayBeMissing()
      throws InterruptedException {
    listen();
    database
        .pool()
        .query(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and query ilike 'listen%'""")
        .execute()
        .await();

    assertThat(next()).isEmpty();
    one.signals().say("news", "a");
    assertThat(next()).isEqualTo("a");
  }

  @Test
  void whatWasSaidBeforeTheEndIsHeard() throws InterruptedException {
    listen();
    one.signals().say("news", "a");
    one.signals().say("news", "b");
    one.signals().close().await();

    assertThat(List.of(next(), next())).containsExactly("a", "b");
  }
}
