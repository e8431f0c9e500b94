package vn.ansinh.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.Origin;
import vn.ansinh.text.RichText;

class LineTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Line line = Line.ofUrgent(new Rates(32, 1_000, 0, true), 0);

  /// The messages that a second holds when every chat is ready.
  private int inASecond(long from) {
    int sent = 0;
    for (long now = from; now < from + SECOND; now += SECOND / 1_000) {
      ready(now, sent);
      if (line.delay(now) <= 0) {
        line.next(now);
        line.underWay--;
        sent++;
      }
    }
    return sent;
  }

  private void ready(long now, int id) {
    if (line.chats.isEmpty()) {
      Address address = new Address("test", String.valueOf(id));
      Chat chat = new Chat(address, new Pace(1_000, 1), now);
      Delivery delivery =
          new Delivery(
              id,
              new CitizenId(1),
              address,
              Origin.REPLY,
              new Message(RichText.EMPTY, List.of()),
              0,
              null,
              null,
              null);
      chat.waiting.add(new Chat.Item(delivery, now, true));
      line.chats.add(chat);
    }
  }

  @Test
  void eachTimeTheChannelComplainsTheRateIsHalvedOnceASecond() {
    assertThat(inASecond(0)).isBetween(31, 32);
    line.slowDown(10 * SECOND);
    line.slowDown(10 * SECOND + 1);
    assertThat(inASecond(10 * SECOND)).isBetween(15, 17);
    line.slowDown(12 * SECOND);
    assertThat(inASecond(12 * SECOND)).isBetween(7, 9);
  }

  @Test
  void itRecoversSlowlyAndNotBeyondTheFullRate() {
    line.slowDown(0);
    for (int i = 0; i < 8; i++) {
      line.recover();
    }
    assertThat(inASecond(10 * SECOND)).isBetween(23, 25);
    for (int i = 0; i < 100; i++) {
      line.recover();
    }
    assertThat(inASecond(20 * SECOND)).isBetween(31, 32);
  }

  @Test
  void howeverOftenTheChannelComplainsALittleIsStillSent() {
    for (int i = 1; i <= 20; i++) {
      line.slowDown(i * SECOND);
    }
    assertThat(inASecond(60 * SECOND)).isEqualTo(1);
  }
}
