package vn.ansinh.citizen.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.db.TestDatabase;

/// A person with two chats is one of an audience, not two.
class JoinedReachedDbTest {
  private static final List<String> CHANNELS = List.of("telegram", "zalo");

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);

  /// One person with the chats 1 and 2, one with the chats 3 and 4, one with the chat 5.
  @BeforeEach
  void fill() {
    run(
        """
        insert into citizen (channel, address, created_at) values
          ('telegram', '1', now()), ('zalo', 'a', now()), ('telegram', '2', now()),
          ('zalo', 'b', now()), ('zalo', 'c', now())""");
    run(
        """
        insert into joined_chat (citizen_id, other_id, chosen_id, joined_at)
        values (1, 2, null, now()), (2, 1, null, now()), (3, 4, 4, now()), (4, 3, 4, now())""");
    run(
        """
        insert into profile (citizen_id, marks, updated_at)
        select id, array[unsealed('neighbourhood kp-1')], now() from citizen""");
    database.seal();
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private void run(String sql) {
    database.pool().query(sql).execute().await();
  }

  private List<Long> reached(Audience audience, List<String> channels) {
    Reached reached = Reached.of(audience, channels, database.vault());
    List<Long> ids = new ArrayList<>();
    database
        .pool()
        .preparedQuery(
            "select c.id from " + reached.from() + " where " + reached.where() + " order by 1")
        .execute(Tuple.from(reached.values()))
        .await()
        .forEach(row -> ids.add(row.getLong(0)));
    assertThat(reached.count(database.pool()).await()).isEqualTo(ids.size());
    return ids;
  }

  private List<Long> everyone() {
    return reached(new Audience.Everyone(), CHANNELS);
  }

  @Test
  void eachIsReachedOnceInTheChosenChatOrTheOlder() {
    assertThat(everyone()).containsExactly(1L, 4L, 5L);
    assertThat(reached(new Audience.Neighbourhood("kp-1"), CHANNELS)).containsExactly(1L, 4L, 5L);
  }

  @Test
  void whoCannotBeReachedInTheChosenChatIsReachedInTheOther() {
    run("update citizen set unreachable_at = now() where id in (1, 4)");
    assertThat(everyone()).containsExactly(2L, 3L, 5L);
    run("update citizen set unreachable_at = now() where id = 2");
    assertThat(everyone()).containsExactly(3L, 5L);
  }

  @Test
  void whoseChosenChannelDoesNotRunIsReachedOnTheOther() {
    assertThat(reached(new Audience.Everyone(), List.of("telegram"))).containsExactly(1L, 3L);
    assertThat(reached(new Audience.Everyone(), List.of("zalo"))).containsExactly(2L, 4L, 5L);
  }

  @Test
  void whoStoppedIsReachedNowhere() {
    run("update citizen set stopped_at = now() where id in (3, 4)");
    assertThat(everyone()).containsExactly(1L, 5L);
  }
}
