package vn.ansinh.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.Origin;
import vn.ansinh.text.RichText;

class ChannelLaneTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  /// One a time, a tenth of a second apart: only the first is served before the others arrive.
  @Test
  void repliesGoBeforeRemindersAndRemindersBeforeBroadcasts() {
    List<Origin> arriving =
        List.of(
            Origin.BROADCAST,
            Origin.BROADCAST,
            Origin.REMINDER,
            Origin.REMINDER,
            Origin.REPLY,
            Origin.REPLY);
    assertThat(served(arriving))
        .containsExactly(
            Origin.BROADCAST,
            Origin.REPLY,
            Origin.REPLY,
            Origin.REMINDER,
            Origin.REMINDER,
            Origin.BROADCAST);
  }

  /// The order in which a lane serves messages that arrive at once, each from a chat of its own.
  private List<Origin> served(List<Origin> arriving) {
    List<Origin> served = new ArrayList<>();
    Promise<List<Origin>> all = Promise.promise();
    ChannelLane lane =
        new ChannelLane(
            vertx,
            System::nanoTime,
            new Rates(10, 1),
            (own, chat) -> {
              Origin origin = chat.origin();
              served.add(origin);
              own.remove(chat);
              own.done(chat, origin);
              if (served.size() == arriving.size()) {
                all.complete(served);
              }
            });
    vertx
        .getOrCreateContext()
        .runOnContext(
            _ -> {
              for (int i = 0; i < arriving.size(); i++) {
                lane.add(delivery(i + 1, arriving.get(i)), true);
              }
            });
    return all.future().await();
  }

  private static Delivery delivery(long id, Origin origin) {
    return new Delivery(
        id,
        new CitizenId(id),
        new Address("test", String.valueOf(id)),
        origin,
        new Message(RichText.EMPTY, List.of()),
        0,
        null,
        null,
        null);
  }
}
