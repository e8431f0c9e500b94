package vn.ansinh.citizen.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.citizen.Profile;
import vn.ansinh.citizen.Profiles;
import vn.ansinh.db.TestDatabase;

class ReachedDbTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
  private static final Set<String> CHANNELS = Set.of("telegram");

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final List<Profile> profiles = new ArrayList<>();

  /// Two hundred who may be written to, and some who may not.
  @BeforeEach
  void fill() {
    Audiences audiences = new Audiences(2);
    Profiles store = new Profiles(database.vault());
    for (int i = 0; i < 200; i++) {
      Profile profile = i % 5 == 0 ? Profile.NOTHING : audiences.profile();
      profiles.add(profile);
      keep(store, citizen("telegram", "1" + i, "unreachable_at = null"), profile);
    }
    Profile all = new Profile("kp-1", List.of("merit", "parents"), List.of("health", "elderly"));
    keep(store, citizen("telegram", "201", "stopped_at = now()"), all);
    keep(store, citizen("telegram", "202", "unreachable_at = now()"), all);
    keep(store, citizen("telegram", "203", "erased_at = now()"), all);
    keep(store, citizen("telegram", "-204", "unreachable_at = null"), all);
    keep(store, citizen("web", "205", "unreachable_at = null"), all);
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private long citizen(String channel, String address, String change) {
    long id =
        database
            .pool()
            .preparedQuery(
                "insert into citizen (channel, address, created_at) values ($1, $2, now())"
                    + " returning id")
            .execute(Tuple.of(channel, address))
            .await()
            .iterator()
            .next()
            .getLong(0);
    database.pool().query("update citizen set " + change + " where id = " + id).execute().await();
    return id;
  }

  private void keep(Profiles store, long citizen, Profile profile) {
    database
        .pool()
        .withTransaction(t -> store.keep(t, new CitizenId(citizen), profile, NOW))
        .await();
  }

  @Test
  void theDatabaseCountsAsTheExpressionSays() {
    Audiences audiences = new Audiences(3);
    int some = 0;
    for (int i = 0; i < 300; i++) {
      Audience audience = audiences.next(3);
      long expected = profiles.stream().filter(audience::has).count();
      assertThat(Reached.of(audience, CHANNELS, database.vault()).count(database.pool()).await())
          .as("%s", audience)
          .isEqualTo((int) expected);
      some += expected > 0 && expected < 200 ? 1 : 0;
    }
    assertThat(some).isGreaterThan(100);
  }

  @Test
  void everyoneIsNobodyWhoStoppedOrIsLostOrErasedAndNoGroup() {
    assertThat(
            Reached.of(new Audience.Everyone(), CHANNELS, database.vault())
                .count(database.pool())
                .await())
        .isEqualTo(200);
  }

  @Test
  void anEmptyProfileIsNotKept() {
    Profiles store = new Profiles(database.vault());
    keep(store, 2, new Profile("kp-1", List.of(), List.of()));
    keep(store, 2, Profile.NOTHING);
    assertThat(
            database
                .pool()
                .query("select 1 from profile where citizen_id = 2")
                .execute()
                .await()
                .size())
        .isZero();
  }
}
