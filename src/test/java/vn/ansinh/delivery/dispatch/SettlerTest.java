package vn.ansinh.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.delivery.dispatch.store.Settlement;

class SettlerTest {
  private final Vertx vertx = Vertx.vertx();
  private final List<List<Settlement>> batches = new ArrayList<>();
  private final List<Promise<Void>> writes = new ArrayList<>();
  private final Settler settler = new Settler(vertx, this::write);

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private Future<Void> write(Collection<Settlement> batch) {
    batches.add(List.copyOf(batch));
    writes.add(Promise.promise());
    return writes.getLast().future();
  }

  private static Settlement of(long delivery, String state, @Nullable String reference) {
    return new Settlement(delivery, state, reference, null, 1, 0, null);
  }

  @Test
  void whatGathersWhileABatchIsWrittenGoesWithTheNext() {
    settler.add(of(1, "sent", "a"));
    settler.add(of(2, "sent", "b"));
    settler.add(of(3, "sent", "c"));
    assertThat(batches).containsExactly(List.of(of(1, "sent", "a")));
    writes.getFirst().complete();
    assertThat(batches.getLast()).containsExactly(of(2, "sent", "b"), of(3, "sent", "c"));
  }

  @Test
  void onlyTheLastOutcomeOfADeliveryIsWritten() {
    settler.add(of(1, "sent", "a"));
    settler.add(of(2, "queued", null));
    settler.add(of(2, "sent", "b"));
    writes.getFirst().complete();
    assertThat(batches.getLast()).containsExactly(of(2, "sent", "b"));
  }

  @Test
  void everythingIsSettledOnlyOnceItIsWritten() {
    assertThat(settler.settled().isComplete()).isTrue();
    settler.add(of(1, "sent", "a"));
    settler.add(of(2, "sent", "b"));
    Future<Void> settled = settler.settled();
    writes.getFirst().complete();
    assertThat(settled.isComplete()).isFalse();
    writes.getLast().complete();
    assertThat(settled.isComplete()).isTrue();
  }
}
