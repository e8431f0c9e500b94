package vn.ansinh.delivery.dispatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.db.TestDatabase;

class LeaseDbTest {
  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final UUID one = node();
  private final UUID other = node();

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private UUID node() {
    UUID node = UUID.randomUUID();
    new Nodes(database.pool(), node).heartbeat().await();
    return node;
  }

  private Lease lease(UUID node) {
    return new Lease(database.pool(), node, "telegram");
  }

  private void die(UUID node) {
    database
        .pool()
        .query("update node set alive_until = now() where id = '%s'".formatted(node))
        .execute()
        .await();
  }

  @Test
  void oneNodeHoldsItForAsLongAsItLives() {
    assertThat(lease(one).take().await()).isTrue();
    assertThat(lease(one).take().await()).isTrue();
    assertThat(lease(other).take().await()).isFalse();

    die(one);
    assertThat(lease(one).take().await()).isFalse();
    assertThat(lease(other).take().await()).isTrue();

    new Nodes(database.pool(), one).heartbeat().await();
    assertThat(lease(one).take().await()).isFalse();
  }

  @Test
  void whoReleasesItLetsAnotherHaveItAtOnce() {
    lease(one).take().await();
    lease(other).release().await();
    assertThat(lease(other).take().await()).isFalse();

    lease(one).release().await();

    assertThat(lease(other).take().await()).isTrue();
  }

  @Test
  void leasesOfDifferentNamesAreDifferent() {
    lease(one).take().await();

    assertThat(new Lease(database.pool(), other, "zalo").take().await()).isTrue();
  }

  @Test
  void ofManyWhoReachForItOneGetsIt() {
    List<UUID> many = IntStream.range(0, 8).mapToObj(_ -> node()).toList();
    List<Future<Boolean>> all = many.stream().map(node -> lease(node).take()).toList();
    Future.all(all).await();

    assertThat(all.stream().map(Future::result)).containsOnlyOnce(true);
  }
}
