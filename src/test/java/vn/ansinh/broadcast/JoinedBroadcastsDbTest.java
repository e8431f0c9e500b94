package vn.ansinh.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.citizen.audience.Audience;
import vn.ansinh.citizen.joining.JoinedChats;
import vn.ansinh.db.Transaction;
import vn.ansinh.delivery.mailing.Failure;
import vn.ansinh.delivery.mailing.Progress;
import vn.ansinh.delivery.mailing.Share;
import vn.ansinh.delivery.mailing.Twins;

/// Who joins two chats while a broadcast runs that was launched to both gets it once.
class JoinedBroadcastsDbTest {
  private static final Audience ALL = new Audience.Everyone();

  private final Office office = new Office();

  /// The chats 1 and 2 become one citizen's, 3 is another's.
  @BeforeEach
  void fill() {
    office.run(
        """
        insert into citizen (channel, address, created_at) values
          ('telegram', '1', now()), ('zalo', 'a', now()), ('zalo', 'b', now())""");
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void join(long one, long other) {
    Transaction.run(
        office.database.pool(),
        transaction -> {
          CitizenId citizen = new CitizenId(one);
          new JoinedChats().join(transaction, citizen, new CitizenId(other), office.now).await();
          return new Twins().withdraw(transaction, citizen, office.now).await();
        });
  }

  /// How the deliveries stand, in the order of their chats.
  private List<String> states() {
    return office
        .run("select state || coalesce(' ' || reason, '') from delivery order by citizen_id")
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private void make(long chat, String change) {
    office.run("update delivery set " + change + " where citizen_id = " + chat);
  }

  private Progress progress(BroadcastId id) {
    return office.reports.progress(office.find(id)).orElseThrow();
  }

  @Test
  void ofTwoThatWaitTheOneToTheOlderChatGoesOut() {
    BroadcastId id = office.running(ALL);
    join(2, 1);
    assertThat(states()).containsExactly("queued", "withdrawn joined", "queued");
    assertThat(progress(id)).isEqualTo(new Progress(3, 0, 0, 0, 0, 0, 0, 2, 0, 0, 1, 0));
    assertThat(office.reports.shares(id))
        .containsExactly(
            new Share("telegram", 1, 0, 0, 0, 1, 0), new Share("zalo", 2, 0, 0, 0, 1, 1));
  }

  @Test
  void whatWasSentMayHaveArrivedOrIsUnderWayInOneIsNotSentInTheOther() {
    for (String state :
        List.of(
            "state = 'sent'", "state = 'unknown'", "begun = 1, leased_by = gen_random_uuid()")) {
      office.running(ALL);
      make(2, state);
      join(1, 2);
      assertThat(states()).as(state).startsWith("withdrawn joined").endsWith("queued");
      office.run("delete from delivery");
      office.run("delete from joined_chat");
    }
  }

  @Test
  void whatIsLostInOneGoesOutInTheOther() {
    office.running(ALL);
    make(1, "state = 'refused', reason = 'no'");
    join(1, 2);
    assertThat(states()).containsExactly("refused no", "queued", "queued");
  }

  @Test
  void whoCannotBeReachedInTheOlderChatGetsItInTheOther() {
    office.running(ALL);
    office.run("update citizen set unreachable_at = now() where id = 1");
    join(1, 2);
    assertThat(states()).containsExactly("queued", "queued", "queued");
  }

  @Test
  void whatIsTriedAgainInOneChatIsNotWhenTheOtherHasIt() {
    BroadcastId id = office.running(ALL);
    make(1, "state = 'failed'");
    make(2, "state = 'failed'");
    make(3, "state = 'sent'");
    join(1, 2);
    office.runs.look(Set.of(id.value()));
    assertThat(office.find(id).state()).isEqualTo(State.DONE);
    Office.done(office.broadcasts.retry(office.an, id, EnumSet.of(Failure.FAILED)));
    assertThat(states()).containsExactly("queued", "withdrawn joined", "sent");
    assertThat(progress(id)).isEqualTo(new Progress(3, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0));
  }

  @Test
  void whileChatsAreJoinedALaunchReachesEachPersonOnce() {
    for (int round = 0; round < 10; round++) {
      BroadcastId id = office.approved(ALL);
      CompletableFuture<Void> joining =
          CompletableFuture.runAsync(() -> join(1, 2), Thread::startVirtualThread);
      Office.done(office.broadcasts.start(office.an, id, null));
      joining.join();
      assertThat(states()).as("round %d", round).filteredOn("queued"::equals).hasSize(2);
      assertThat(progress(id).left()).isEqualTo(2);
      office.run("delete from delivery");
      office.run("delete from joined_chat");
    }
  }

  /// The sums are asked for while it happens.
  @Test
  void theSumsAreRightAtEveryMoment() {
    office.run(
        """
        insert into citizen (channel, address, created_at)
        select case n % 2 when 0 then 'telegram' else 'zalo' end, 'p' || n, now()
        from generate_series(1, 40) n order by n""");
    BroadcastId id = office.running(ALL);
    CompletableFuture<Void> joining =
        CompletableFuture.runAsync(
            () -> IntStream.range(0, 20).forEach(n -> join(4 + 2 * n, 5 + 2 * n)),
            Thread::startVirtualThread);
    do {
      Progress now = progress(id);
      assertThat(now.left() + now.joined()).as("%s", now).isEqualTo(43);
    } while (!joining.isDone());
    joining.join();
    assertThat(progress(id).joined()).isEqualTo(20);
  }
}
