package vn.ansinh.officer.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.db.TestDatabase;

class FailuresDbTest {
  private static final Instant NOW = Instant.parse("2026-11-27T03:00:00Z");
  private static final Subject LAN = new Subject.Login("lan");
  private static final Subject OFFICE = new Subject.Network("office");

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final Failures failures = new Failures(database.pool());

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private Duration begin(Instant at, Subject... subjects) {
    return failures.begin(List.of(subjects), at).await();
  }

  private void succeed(Subject... subjects) {
    database
        .pool()
        .withTransaction(transaction -> failures.succeeded(transaction, List.of(subjects)))
        .await();
  }

  @Test
  void aHundredAtTheSameMomentAreNoMoreThanFive() {
    List<Future<Duration>> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(failures.begin(List.of(LAN, OFFICE), NOW));
    }
    Future.join(all).await();
    assertThat(all.stream().filter(each -> each.result().isZero())).hasSize(5);
  }

  @Test
  void whatIsTriedWhileOneWaitsMakesTheWaitNoLonger() {
    for (int i = 0; i < 5; i++) {
      assertThat(begin(NOW, LAN)).isZero();
    }
    for (int i = 0; i < 20; i++) {
      assertThat(begin(NOW.plusSeconds(10), LAN)).isEqualTo(Duration.ofSeconds(20));
    }
    assertThat(begin(NOW.plusSeconds(30), LAN)).isZero();
    assertThat(begin(NOW.plusSeconds(31), LAN)).isEqualTo(Duration.ofSeconds(59));
  }

  @Test
  void aRightTryClearsTheLoginAndTakesOneFromTheNetwork() {
    for (int i = 0; i < 5; i++) {
      begin(NOW, LAN, OFFICE);
    }
    begin(NOW.plusSeconds(30), LAN, OFFICE);
    succeed(LAN, OFFICE);
    assertThat(begin(NOW.plusSeconds(31), LAN)).isZero();
    for (int i = 0; i < 15; i++) {
      assertThat(begin(NOW.plusSeconds(31), OFFICE)).isZero();
    }
    assertThat(begin(NOW.plusSeconds(31), OFFICE)).isPositive();
  }

  @Test
  void anotherLoginAndAKnownDeviceAreNotTouched() {
    for (int i = 0; i < 9; i++) {
      begin(NOW, LAN, OFFICE);
    }
    assertThat(begin(NOW, LAN)).isPositive();
    assertThat(begin(NOW, new Subject.Login("mai"), OFFICE)).isZero();
    assertThat(begin(NOW, new Subject.Device(Secret.create()))).isZero();
  }

  @Test
  void everythingIsForgottenAfterADay() {
    for (int i = 0; i < 9; i++) {
      begin(NOW, LAN);
    }
    begin(NOW.plus(Duration.ofHours(25)), OFFICE);
    assertThat(
            database
                .pool()
                .query("select count(*) from sign_in_failure")
                .execute()
                .await()
                .iterator()
                .next()
                .getLong(0))
        .isEqualTo(1);
  }
}
