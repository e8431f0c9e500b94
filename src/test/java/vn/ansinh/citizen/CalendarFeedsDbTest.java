package vn.ansinh.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.db.TestDatabase;

class CalendarFeedsDbTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
  private static final CitizenId LAN = new CitizenId(1);
  private static final CitizenId MAI = new CitizenId(2);

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final CalendarFeeds feeds = new CalendarFeeds();

  @BeforeEach
  void fill() {
    database
        .pool()
        .query(
            """
            insert into citizen (channel, address, created_at)
            values ('telegram', '1', now()), ('telegram', '2', now())""")
        .execute()
        .await();
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private <T> T in(Function<SqlConnection, Future<T>> work) {
    return database.pool().withTransaction(work).await();
  }

  private String open(CitizenId citizen) {
    String secret = CalendarFeeds.secret();
    in(transaction -> feeds.open(transaction, citizen, secret, NOW));
    return secret;
  }

  private Optional<CitizenId> opened(String secret) {
    return in(transaction -> feeds.of(transaction, secret));
  }

  @Test
  void aSecretOpensTheCalendarOfItsCitizenOnly() {
    String lan = open(LAN);
    String mai = open(MAI);
    assertThat(opened(lan)).hasValue(LAN);
    assertThat(opened(mai)).hasValue(MAI);
    assertThat(opened(CalendarFeeds.secret())).isEmpty();
  }

  @Test
  void theTableDoesNotKnowTheSecret() {
    String secret = open(LAN);
    String row =
        database
            .pool()
            .query("select f::text from calendar_feed f")
            .execute()
            .await()
            .iterator()
            .next()
            .getString(0);
    assertThat(row).doesNotContain(secret).matches("\\(1,\"?.*[0-9a-f]{64}.*\\)");
  }

  @Test
  void aNewOneEndsTheOldOneAndARevokedOneOpensNothing() {
    String old = open(LAN);
    String renewed = open(LAN);
    assertThat(opened(old)).isEmpty();
    assertThat(opened(renewed)).hasValue(LAN);
    in(transaction -> feeds.close(transaction, LAN));
    assertThat(opened(renewed)).isEmpty();
    boolean isOpen = in(transaction -> feeds.isOpen(transaction, LAN));
    assertThat(isOpen).isFalse();
  }

  @Test
  void whoeverIsErasedHasNone() {
    String secret = open(LAN);
    in(transaction -> new PersonalData().erase(transaction, LAN, NOW));
    assertThat(opened(secret)).isEmpty();
  }

  @Test
  void secretsAreLongAndNeverTheSame() {
    Set<String> secrets = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      secrets.add(CalendarFeeds.secret());
    }
    assertThat(secrets).hasSize(1_000).allMatch(secret -> secret.matches("[0-9a-f]{48}"));
  }
}
