package vn.ansinh.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong now = new AtomicLong();
  private final RateLimit limit = new RateLimit(2, now::get);

  private int takeAll(String client) {
    int taken = 0;
    while (limit.take(client)) {
      taken++;
    }
    return taken;
  }

  @Test
  void aBurstOfThreeSecondsIsGivenAndThenTheRate() {
    assertThat(takeAll("a")).isEqualTo(6);
    now.addAndGet(SECOND);
    assertThat(takeAll("a")).isEqualTo(2);
    now.addAndGet(60 * SECOND);
    assertThat(takeAll("a")).isEqualTo(6);
  }

  @Test
  void addressesDoNotShare() {
    takeAll("a");
    assertThat(limit.take("b")).isTrue();
  }

  @Test
  void itRemembersABoundedNumberOfAddresses() {
    for (int i = 0; i < 50_000; i++) {
      limit.take("address " + i);
    }
    assertThat(limit.remembered()).isEqualTo(20_000);
  }

  @Test
  void anIpv6HouseholdIsOneAddressAndNonsenseIsOneToo() {
    assertThat(Caller.network("2001:db8:1:2:aaaa::1"))
        .isEqualTo(Caller.network("2001:db8:1:2:bbbb::9"))
        .isNotEqualTo(Caller.network("2001:db8:1:3::1"));
    assertThat(Caller.network("192.0.2.1")).isNotEqualTo(Caller.network("192.0.2.2"));
    assertThat(Caller.network("evil")).isEqualTo(Caller.network("x".repeat(1000)));
  }
}
