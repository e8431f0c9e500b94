package vn.ansinh.officer.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  private static final Instant LAST = Instant.parse("2026-11-27T03:00:00Z");
  private final Backoff backoff = new Backoff(5);

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "4, 0",
    "5, 30",
    "6, 60",
    "7, 120",
    "9, 480",
    "10, 900",
    "11, 900",
    "70, 900",
    "2147483647, 900"
  })
  void theWaitDoublesAndNeverPassesAQuarterOfAnHour(int failures, long seconds) {
    assertThat(backoff.left(failures, LAST, LAST)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void itRunsOut() {
    assertThat(backoff.left(5, LAST, LAST.plusSeconds(29))).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.left(5, LAST, LAST.plusSeconds(30))).isZero();
    assertThat(backoff.left(5, LAST, LAST.plusSeconds(3_000))).isZero();
  }
}
