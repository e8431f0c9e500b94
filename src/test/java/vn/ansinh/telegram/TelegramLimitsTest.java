package vn.ansinh.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TelegramLimitsTest {
  private long now = -5;
  private final TelegramLimits limits = new TelegramLimits(30, 1, 1_000, () -> now);
  private int chats;

  private void pass(long millis) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private OptionalInt to(int chat) {
    return limits.refusal(new JsonObject().put("chat_id", chat));
  }

  private OptionalInt toAnother() {
    return to(++chats);
  }

  private OptionalInt paid() {
    return limits.refusal(
        new JsonObject().put("chat_id", ++chats).put("allow_paid_broadcast", true));
  }

  private void exhaust() {
    for (int i = 0; i < 6; i++) {
      assertThat(toAnother()).isEmpty();
    }
    assertThat(toAnother()).hasValue(1);
  }

  @Test
  void thirtyASecondGoThroughWithoutEnd() {
    for (int i = 0; i < 3_000; i++) {
      assertThat(toAnother()).isEmpty();
      pass(34);
    }
    assertThat(limits.refused()).isZero();
  }

  @Test
  void fortyASecondAreSoonRefused() {
    int sent = 0;
    while (toAnother().isEmpty()) {
      sent++;
      pass(25);
    }
    assertThat(sent).isBetween(20, 30);
  }

  @Test
  void afterABurstNobodyMayWriteForTheSecondsThatWereTold() {
    exhaust();
    pass(999);
    assertThat(toAnother()).hasValue(1);
    assertThat(limits.tooEarly()).isEqualTo(1);
    assertThat(limits.refused()).isEqualTo(2);
    pass(1);
    assertThat(toAnother()).isEmpty();
    assertThat(limits.tooEarly()).isEqualTo(1);
  }

  @Test
  void aFastChatIsRefusedAloneUntilItsBurstIsFreeAgain() {
    for (int i = 0; i < 5; i++) {
      assertThat(to(1)).isEmpty();
      pass(50);
    }
    assertThat(to(1)).hasValue(5);
    assertThat(to(2)).isEmpty();
    assertThat(limits.tooEarly()).isZero();
    pass(4_900);
    assertThat(to(1)).hasValue(1);
    assertThat(limits.tooEarly()).isEqualTo(1);
    pass(100);
    assertThat(to(1)).isEmpty();
  }

  @Test
  void paidBroadcastsDoNotCountAmongTheOthers() {
    exhaust();
    for (int i = 0; i < 200; i++) {
      assertThat(paid()).isEmpty();
    }
    assertThat(paid()).hasValue(1);
    assertThat(limits.tooEarly()).isZero();
  }
}
