package vn.ansinh.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Test
  void aBurstGoesAtOnceThenOneASecond() {
    Pace pace = new Pace(1, 3);
    for (int i = 0; i < 3; i++) {
      assertThat(pace.delay(0)).isZero();
      pace.take(0);
    }
    assertThat(pace.delay(0)).isEqualTo(SECOND);
    assertThat(pace.delay(SECOND)).isZero();
    pace.take(SECOND);
    assertThat(pace.delay(SECOND)).isEqualTo(SECOND);
  }

  @Test
  void aLongRestDoesNotSaveUpMoreThanTheBurst() {
    Pace pace = new Pace(10, 2);
    pace.take(0);
    long later = 100 * SECOND;
    for (int i = 0; i < 2; i++) {
      assertThat(pace.delay(later)).isZero();
      pace.take(later);
    }
    assertThat(pace.delay(later)).isEqualTo(SECOND / 10);
  }

  @Test
  void noSecondEverHoldsMoreThanAnEvenRateAllows() {
    Pace pace = Pace.even(30);
    Random random = new Random(1);
    long now = -5 * SECOND;
    long[] taken = new long[500];
    for (int i = 0; i < taken.length; i++) {
      now += random.nextLong(SECOND / 20);
      now += pace.delay(now);
      pace.take(now);
      taken[i] = now;
      if (i >= 30) {
        assertThat(taken[i] - taken[i - 30]).isGreaterThan(SECOND);
      }
    }
  }

  @Test
  void whatComesALittleLateEachTimeDoesNotLowerTheRate() {
    Pace pace = Pace.even(30);
    long now = 0;
    for (int i = 0; i <= 300; i++) {
      now += pace.delay(now) + SECOND / 50;
      pace.take(now);
    }
    assertThat(now).isLessThanOrEqualTo(10 * SECOND + SECOND / 2);
  }

  @Test
  void anotherRateIsAsEven() {
    Pace pace = Pace.even(30);
    pace.change(10);
    long now = 0;
    for (int i = 0; i <= 100; i++) {
      now += pace.delay(now);
      pace.take(now);
    }
    assertThat(now).isBetween(10 * SECOND - SECOND / 20, 10 * SECOND + SECOND / 2);
  }
}
