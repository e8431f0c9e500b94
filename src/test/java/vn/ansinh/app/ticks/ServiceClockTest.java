package vn.ansinh.app.ticks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.app.config.ClockSettings;
import vn.ansinh.calendar.VietnamTime;

class ServiceClockTest {
  private static final Instant START = Instant.parse("2027-02-05T00:30:00Z");

  /// A ticker may begin anywhere, below zero too.
  private long nanos = -5_000_000_000L;

  private Clock clock(double speed) {
    return ServiceClock.of(START, speed, () -> nanos);
  }

  @Test
  void itBeginsAtItsStartInVietnam() {
    assertThat(clock(60).instant()).isEqualTo(START);
    assertThat(clock(60).getZone()).isEqualTo(VietnamTime.ZONE);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1500, 1500",
    "60, 1000, 60000",
    "60, 86400000, 5184000000",
    "0.5, 3000, 1500",
    "100000, 10, 1000000"
  })
  void itRunsAtItsPace(double speed, long millis, long expected) {
    Clock clock = clock(speed);
    nanos += Duration.ofMillis(millis).toNanos();
    assertThat(Duration.between(START, clock.instant())).isEqualTo(Duration.ofMillis(expected));
  }

  @Test
  void inAnotherZoneItIsTheSameMoment() {
    Clock clock = clock(60);
    nanos += 1_000_000_000L;
    Clock other = clock.withZone(ZoneOffset.UTC);
    nanos += 1_000_000_000L;
    assertThat(other.getZone()).isEqualTo(ZoneOffset.UTC);
    assertThat(other.instant()).isEqualTo(clock.instant()).isEqualTo(START.plusSeconds(120));
  }

  @Test
  void onlyWhatIsSetDiffersFromTheMachine() {
    assertThat(ServiceClock.of(ClockSettings.ORDINARY)).isEqualTo(Clock.system(VietnamTime.ZONE));
    Clock set = ServiceClock.of(new ClockSettings(START, 1));
    assertThat(set.instant()).isBetween(START, START.plusSeconds(60));
    Clock fast = ServiceClock.of(new ClockSettings(null, 1_000));
    Instant first = fast.instant();
    assertThat(first).isAfterOrEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(fast.instant()).isAfter(first);
  }
}
