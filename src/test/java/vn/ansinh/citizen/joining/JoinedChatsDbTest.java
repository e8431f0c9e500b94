package vn.ansinh.citizen.joining;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.Chat;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.citizen.Profile;
import vn.ansinh.citizen.Profiles;
import vn.ansinh.db.TestDatabase;

class JoinedChatsDbTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
  private static final CitizenId TELEGRAM = new CitizenId(1);
  private static final CitizenId ZALO = new CitizenId(2);
  private static final CitizenId THIRD = new CitizenId(3);
  private static final CitizenId FOURTH = new CitizenId(4);

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final JoinedChats chats = new JoinedChats();
  private final JoinCodes codes = new JoinCodes();

  @BeforeEach
  void fill() {
    run(
        """
        insert into citizen (channel, address, created_at) values
          ('telegram', '1', now()), ('zalo', 'a', now()), ('zalo', 'b', now()),
          ('telegram', '2', now())""");
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private void run(String sql) {
    database.pool().query(sql).execute().await();
  }

  private long count(String sql) {
    return database.pool().query(sql).execute().await().iterator().next().getLong(0);
  }

  private <T> T in(Function<SqlConnection, Future<T>> work) {
    return database.pool().withTransaction(work).await();
  }

  private Optional<JoinedChats.Joined> joined(CitizenId chat) {
    return in(transaction -> chats.of(transaction, chat));
  }

  private boolean join(CitizenId one, CitizenId other) {
    return in(transaction -> chats.join(transaction, one, other, NOW));
  }

  @Test
  void eachOfTwoJoinedChatsKnowsTheOther() {
    assertThat(join(TELEGRAM, ZALO)).isTrue();
    assertThat(joined(TELEGRAM))
        .contains(new JoinedChats.Joined(new Chat(ZALO, new Address("zalo", "a")), null));
    assertThat(joined(ZALO).orElseThrow().other().citizen()).isEqualTo(TELEGRAM);
    assertThat(joined(THIRD)).isEmpty();
  }

  @Test
  void aJoinedChatIsNotJoinedToAThirdInEitherDirection() {
    join(TELEGRAM, ZALO);
    assertThat(join(TELEGRAM, THIRD)).isFalse();
    assertThat(join(THIRD, TELEGRAM)).isFalse();
    assertThat(join(ZALO, TELEGRAM)).isFalse();
    assertThat(count("select count(*) from joined_chat")).isEqualTo(2);
    assertThat(joined(THIRD)).isEmpty();
  }

  @Test
  void ofManyWhoJoinInACircleAtOncePairsRemainAndNobodyHangs() {
    List<CitizenId> ring = List.of(TELEGRAM, ZALO, FOURTH, THIRD);
    for (int round = 0; round < 20; round++) {
      List<Future<Boolean>> all =
          IntStream.range(0, 16)
              .mapToObj(
                  i ->
                      database
                          .pool()
                          .withTransaction(
                              transaction ->
                                  chats.join(
                                      transaction,
                                      ring.get(i % 4),
                                      ring.get((i + 1 + i / 8 * 2) % 4),
                                      NOW)))
              .toList();
      Future.all(all).await();
      assertThat(
              count(
                  """
                  select count(*) from joined_chat j where not exists (
                    select 1 from joined_chat o
                    where o.citizen_id = j.other_id and o.other_id = j.citizen_id)"""))
          .isZero();
      run("delete from joined_chat");
    }
  }

  @Test
  void whatIsChosenIsKnownToBothAndGoneWhenTheyPart() {
    join(TELEGRAM, ZALO);
    in(transaction -> chats.choose(transaction, ZALO, TELEGRAM));
    assertThat(joined(TELEGRAM).orElseThrow().chosen()).isEqualTo(TELEGRAM);
    assertThat(joined(ZALO).orElseThrow().chosen()).isEqualTo(TELEGRAM);
    in(transaction -> chats.part(transaction, ZALO));
    assertThat(count("select count(*) from joined_chat")).isZero();
  }

  @Test
  void aProfileIsOfBothAndStaysWithEach() {
    Profiles profiles = new Profiles(database.vault());
    Profile profile = new Profile("kp1", List.of("elderly"), List.of());
    join(TELEGRAM, ZALO);
    in(transaction -> profiles.keep(transaction, ZALO, profile, NOW));
    in(transaction -> chats.part(transaction, ZALO));
    for (CitizenId chat : List.of(TELEGRAM, ZALO)) {
      Profile kept = in(transaction -> profiles.of(transaction, chat));
      assertThat(kept).isEqualTo(profile);
    }
    Profile others = in(transaction -> profiles.of(transaction, THIRD));
    assertThat(others).isEqualTo(Profile.NOTHING);
  }

  private boolean isGood(String code, Instant at) {
    return in(transaction -> codes.find(transaction, code, at)).isPresent();
  }

  @Test
  void aCodeIsGoodForTenMinutesAndTheLastOneOnly() {
    in(transaction -> codes.show(transaction, TELEGRAM, "11112222", NOW));
    assertThat(isGood("11112222", NOW.plusSeconds(599))).isTrue();
    assertThat(isGood("11112222", NOW.plusSeconds(600))).isFalse();
    in(transaction -> codes.show(transaction, TELEGRAM, "33334444", NOW));
    assertThat(isGood("11112222", NOW)).isFalse();
    assertThat(isGood("33334444", NOW)).isTrue();
    in(transaction -> codes.used(transaction, ZALO, TELEGRAM));
    assertThat(isGood("33334444", NOW)).isFalse();
  }

  @Test
  void aCodeThatTwoAreShownByChanceIsNobodys() {
    in(transaction -> codes.show(transaction, TELEGRAM, "11112222", NOW));
    in(transaction -> codes.show(transaction, ZALO, "11112222", NOW));
    assertThat(isGood("11112222", NOW)).isFalse();
  }

  private int wrong(Instant at) {
    return in(transaction -> codes.wrong(transaction, ZALO, at));
  }

  private Duration wait(Instant at) {
    return in(transaction -> codes.wait(transaction, ZALO, at));
  }

  @Test
  void afterFiveWrongCodesThereIsAWaitAndThenFiveMore() {
    for (int left = 4; left >= 0; left--) {
      assertThat(wait(NOW)).isZero();
      assertThat(wrong(NOW)).isEqualTo(left);
    }
    assertThat(wait(NOW)).isEqualTo(Duration.ofMinutes(15));
    assertThat(wait(NOW.plusSeconds(60))).isEqualTo(Duration.ofMinutes(14));
    Duration others = in(transaction -> codes.wait(transaction, THIRD, NOW));
    assertThat(others).isZero();
    Instant over = NOW.plus(JoinCodes.WAIT);
    assertThat(wait(over)).isZero();
    assertThat(wrong(over)).isEqualTo(4);
  }
}
