package vn.ansinh.inbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.delivery.Fitting;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.delivery.SilentChannel;
import vn.ansinh.inbox.Asked;
import vn.ansinh.inbox.Case;
import vn.ansinh.inbox.CaseState;
import vn.ansinh.inbox.Entry;
import vn.ansinh.inbox.Exchange;
import vn.ansinh.inbox.Promise;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.OfficerId;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.RichText;

class CasesDbTest {
  private static final CitizenId LAN = new CitizenId(1);
  private static final OfficerId HOA = new OfficerId(1);
  private static final OfficerId MAI = new OfficerId(2);
  private static final Duration DAY = Duration.ofDays(1);

  private static final class SetClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-23T03:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final SetClock clock = new SetClock();
  private final Outbox outbox =
      new Outbox(
          Map.of("telegram", new SilentChannel("telegram")),
          new Fitting(RichText.of("số")),
          UUID.randomUUID(),
          clock);
  private final OfficersChat group =
      new OfficersChat(outbox, new Address("telegram", "-100"), "https://ward", Phrases::ofKeys);
  private final Cases cases = new Cases(group);
  private final CasePages pages = new CasePages(database.pool(), clock);
  private final CaseWork work =
      new CaseWork(database.pool(), outbox, Phrases::ofKeys, new Audit(clock), clock);

  /// Lan has asked once and been answered.
  @BeforeEach
  void fill() {
    run(
        """
        insert into citizen (channel, address, created_at)
        values ('telegram', '4711', now()), ('telegram', '4712', now())""");
    run(
        """
        insert into officer (login, name, role, created_at)
        values ('hoa', 'Hoa', 'writer', now()), ('mai', 'Mai', 'writer', now())""");
    run(
        """
        insert into inbound (channel, key, citizen_id, reference, body, received_at)
        values ('telegram', 'k1', 1, '10', 'tiền già', '2026-11-23T02:00Z'),
          ('telegram', 'k2', 1, '12', 'xây nhà', '2026-11-23T02:10Z')""");
    answer("10", "m11", "o:e:sp-a:who", "02:00:01");
    answer("12", "m13", "o", "02:10:01");
  }

  private void answer(String replyTo, String reference, String data, String time) {
    run(
        """
        insert into delivery (citizen_id, origin, message, reply_to, reference, state, due_at,
          created_at)
        values (1, 0, '{"text": [{"p": [["lời đáp %1$s"]]}], "choices": [["Giấy", "e:x"],
          ["Hỏi", "%3$s"]]}', '%1$s', '%2$s', 'sent', now(), '2026-11-23T%4$sZ')"""
            .formatted(replyTo, reference, data, time));
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private List<Row> run(String sql) {
    return StreamSupport.stream(database.pool().query(sql).execute().await().spliterator(), false)
        .toList();
  }

  private <T> T in(Function<SqlConnection, Future<T>> act) {
    return database.pool().withTransaction(act).await();
  }

  private Asked asked(@Nullable String data, @Nullable String reference) {
    return in(transaction -> cases.asked(transaction, LAN, data, reference, clock.now));
  }

  private void ask(CitizenId citizen, long delivery, String words) {
    Promise promise = new Promise(clock.now.plus(DAY.multipliedBy(2)), clock.now.plus(DAY));
    in(transaction -> cases.ask(transaction, citizen, delivery, words, promise, clock.now));
  }

  private Case only() {
    List<Case> open = pages.open(10).await();
    assertThat(open).hasSize(1);
    return open.getFirst();
  }

  private Case find(long number) {
    return pages.find(number).await().orElseThrow();
  }

  private List<String> notices() {
    return run(
            "select message -> 'text' #>> '{0,p,0,0}' from delivery d join citizen c"
                + " on c.id = d.citizen_id where c.address = '-100' order by d.id")
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private CaseWork.Outcome answer(OfficerId officer, Case it) {
    return work.answer(officer, it.number(), it.version(), "Đến Một cửa.\n\nMang căn cước.");
  }

  @Test
  void aButtonKnowsItsOwnExchangeAndWordsTheLastOne() {
    Exchange first = new Exchange(1, "tiền già", "lời đáp 10");
    Exchange second = new Exchange(2, "xây nhà", "lời đáp 12");
    assertThat(asked("o:e:sp-a:who", "m11").about()).isEqualTo(first);
    assertThat(asked("o:e:sp-a:who", null).about()).isEqualTo(first);
    assertThat(asked("o", "m13").about()).isEqualTo(second);
    assertThat(asked(null, null).about()).isEqualTo(second);
    assertThat(asked("o:e:sp-b:who", null)).isEqualTo(Asked.NOTHING);
    assertThat(asked("o:s:1", "m20").about()).isEqualTo(first);
    assertThat(asked("o:s:99", "m20").about()).isNull();
    clock.now = clock.now.plus(DAY);
    assertThat(asked(null, null).about()).isNull();
    assertThat(asked("o", "m13").about()).isEqualTo(second);
  }

  @Test
  void ofTwoAnswersWithTheSameButtonTheTappedOneIsMeant() {
    run(
        """
        insert into inbound (channel, key, citizen_id, reference, body, received_at)
        values ('telegram', 'k3', 1, '14', 'tiền già nữa', '2026-11-23T02:20Z')""");
    answer("14", "m15", "o:e:sp-a:who", "02:20:01");
    assertThat(Objects.requireNonNull(asked("o:e:sp-a:who", "m11").about()).question())
        .isEqualTo("tiền già");
    assertThat(Objects.requireNonNull(asked("o:e:sp-a:who", "gone").about()).question())
        .isEqualTo("tiền già nữa");
  }

  @Test
  void aQuestionReachesTheInboxWithItsContextAndTheGroupHearsNoWordOfIt() {
    ask(LAN, 1, "nhà tôi ở hẻm 12");
    Case it = only();
    assertThat(it.state()).isEqualTo(CaseState.WAITING);
    assertThat(it.question()).isEqualTo("tiền già");
    assertThat(it.promised()).isEqualTo(clock.now.plus(DAY.multipliedBy(2)));
    assertThat(pages.thread(it.number()).await())
        .containsExactly(
            new Entry("", "tiền già", "lời đáp 10", "nhà tôi ở hẻm 12", clock.now, ""));
    assertThat(notices()).containsExactly("inbox-notice-new");
    assertThat(
            run(
                "select 1 from conversation v join citizen c on c.id = v.citizen_id"
                    + " where c.address = '-100'"))
        .hasSize(1);
    assertThat(Objects.requireNonNull(asked(null, null).open()).number()).isEqualTo(it.number());
  }

  @Test
  void nothingOfAnotherCitizenIsHandedOver() {
    ask(new CitizenId(2), 1, "");
    assertThat(pages.open(10).await()).isEmpty();
    ask(new CitizenId(2), 1, "câu của tôi");
    assertThat(pages.thread(only().number()).await())
        .containsExactly(new Entry("", "câu của tôi", "", "", clock.now, ""));
  }

  @Test
  void aSecondQuestionJoinsTheCaseAndThePromiseStays() {
    ask(LAN, 1, "");
    Instant promised = Objects.requireNonNull(only().promised());
    clock.now = clock.now.plus(Duration.ofHours(2));
    ask(LAN, 2, "");
    assertThat(only().promised()).isEqualTo(promised);
    assertThat(only().version()).isEqualTo(2);
    assertThat(pages.thread(only().number()).await())
        .extracting(Entry::body)
        .containsExactly("tiền già", "xây nhà");
    assertThat(notices()).hasSize(1);
  }

  @Test
  void aSecondTapHandsNothingOverTwice() {
    ask(LAN, 1, "");
    ask(LAN, 1, "");
    assertThat(pages.thread(only().number()).await()).hasSize(1);
    answer(HOA, only());
    ask(LAN, 1, "");
    assertThat(pages.thread(only().number()).await()).hasSize(3);
  }

  @Test
  void afterAnAnswerAFollowUpWaitsForEverybodyAnewAndIsPromisedAnew() {
    ask(LAN, 1, "");
    assertThat(answer(HOA, only())).isEqualTo(CaseWork.Outcome.DONE);
    assertThat(only().state()).isEqualTo(CaseState.ANSWERED);
    assertThat(only().promised()).isNull();
    clock.now = clock.now.plus(DAY);
    ask(LAN, 0, "còn giấy gì nữa");
    assertThat(only().state()).isEqualTo(CaseState.WAITING);
    assertThat(only().holder()).isNull();
    assertThat(only().promised()).isEqualTo(clock.now.plus(DAY.multipliedBy(2)));
    assertThat(notices()).containsExactly("inbox-notice-new", "inbox-notice-more");
  }

  @Test
  void anAnswerGoesToTheCitizensChatNamedAsOneWithButtons() {
    ask(LAN, 1, "");
    assertThat(answer(HOA, only())).isEqualTo(CaseWork.Outcome.DONE);
    Row sent = run("select citizen_id, origin, message::text from delivery order by id").getLast();
    assertThat(sent.getLong(0)).isEqualTo(1);
    assertThat(sent.getInteger(1)).isZero();
    assertThat(sent.getString(2))
        .contains("inbox-answer", "Đến Một cửa.", "Mang căn cước.", "o:m", "o:k")
        .doesNotContain("Hoa");
    assertThat(pages.thread(only().number()).await().getLast().delivery()).isEqualTo("queued");
    assertThat(run("select act || ' ' || object || details from audit").getFirst().getString(0))
        .isEqualTo("inbox.answer inbox 1{}");
  }

  @Test
  void ofTwoOfficersWhoAnswerAtOnceTheSecondIsTold() throws Exception {
    ask(LAN, 1, "");
    Case read = only();
    List<CaseWork.Outcome> outcomes =
        atOnce(List.of(() -> answer(HOA, read), () -> answer(MAI, read)));
    assertThat(outcomes).containsExactlyInAnyOrder(CaseWork.Outcome.DONE, CaseWork.Outcome.CHANGED);
    assertThat(run("select 1 from inbox_message where officer_id is not null")).hasSize(1);
    assertThat(run("select 1 from delivery where message::text like '%Một cửa%'")).hasSize(1);
  }

  @Test
  void whatTheCitizenAddedSinceIsReadBeforeItIsAnswered() {
    ask(LAN, 1, "");
    Case read = only();
    ask(LAN, 2, "");
    assertThat(answer(HOA, read)).isEqualTo(CaseWork.Outcome.CHANGED);
  }

  @Test
  void aCaseIsTakenGivenBackAndTakenOver() {
    ask(LAN, 1, "");
    assertThat(work.claim(HOA, 1, 1)).isEqualTo(CaseWork.Outcome.DONE);
    assertThat(only().holderName()).isEqualTo("Hoa");
    assertThat(answer(MAI, only())).isEqualTo(CaseWork.Outcome.HELD);
    assertThat(work.release(MAI, 1, 2)).isEqualTo(CaseWork.Outcome.NOT_NOW);
    assertThat(work.claim(MAI, 1, 2)).isEqualTo(CaseWork.Outcome.DONE);
    assertThat(work.release(MAI, 1, 3)).isEqualTo(CaseWork.Outcome.DONE);
    assertThat(only().state()).isEqualTo(CaseState.WAITING);
    assertThat(run("select act from audit order by number").stream().map(row -> row.getString(0)))
        .containsExactly("inbox.claim", "inbox.claim", "inbox.release");
  }

  @Test
  void whoeverWaitsIsAnsweredBeforeTheCaseIsClosedUnlessNothingReachesThem() {
    ask(LAN, 1, "");
    assertThat(work.close(HOA, 1, 1)).isEqualTo(CaseWork.Outcome.OWED);
    run("update citizen set unreachable_at = now() where id = 1");
    assertThat(only().reach().lost()).isTrue();
    assertThat(work.close(HOA, 1, 1)).isEqualTo(CaseWork.Outcome.DONE);
    assertThat(pages.closed(10).await()).extracting(Case::number).containsExactly(1L);
    assertThat(answer(HOA, find(1))).isEqualTo(CaseWork.Outcome.NOT_NOW);
  }

  @Test
  void nothingAndTooMuchIsNoAnswerAndWhatIsGoneIsGone() {
    ask(LAN, 1, "");
    assertThat(work.answer(HOA, 1, 1, "  ")).isEqualTo(CaseWork.Outcome.BAD_TEXT);
    assertThat(work.answer(HOA, 1, 1, "x".repeat(3_001))).isEqualTo(CaseWork.Outcome.BAD_TEXT);
    assertThat(work.claim(HOA, 99, 1)).isEqualTo(CaseWork.Outcome.GONE);
    assertThat(run("select 1 from audit")).isEmpty();
  }

  @Test
  void theCitizenTakesAQuestionBackAndTheNextOneIsANewCase() {
    ask(LAN, 1, "");
    in(transaction -> cases.end(transaction, LAN, clock.now));
    assertThat(find(1).state()).isEqualTo(CaseState.CLOSED);
    assertThat(pages.counts().await()).isEqualTo(new CasePages.Counts(0, 0));
    ask(LAN, 2, "");
    assertThat(only().number()).isEqualTo(2);
    List<Cases.Kept> kept = in(transaction -> cases.of(transaction, LAN));
    assertThat(kept)
        .extracting(Cases.Kept::state)
        .containsExactly(CaseState.CLOSED, CaseState.WAITING);
  }

  @Test
  void theAlarmIsRaisedOnceWhateverNumberOfNodesLooks() throws Exception {
    ask(LAN, 1, "");
    InboxWatch here = new InboxWatch(database.pool(), group, clock);
    InboxWatch there = new InboxWatch(database.pool(), group, clock);
    clock.now = clock.now.plus(DAY).minusSeconds(1);
    assertThat(here.look()).isEmpty();
    assertThat(pages.counts().await()).isEqualTo(new CasePages.Counts(1, 0));
    clock.now = clock.now.plusSeconds(1);
    List<List<Long>> raised = atOnce(List.of(here::look, there::look));
    assertThat(raised.stream().flatMap(List::stream)).containsExactly(1L);
    assertThat(notices()).containsExactly("inbox-notice-new", "inbox-notice-late");
    assertThat(pages.counts().await()).isEqualTo(new CasePages.Counts(1, 1));
    assertThat(here.look()).isEmpty();
  }

  @Test
  void whatWasTakenIsAnAlarmOnlyWhenItIsOverdueAndAFollowUpIsOneAnew() {
    ask(LAN, 1, "");
    InboxWatch watch = new InboxWatch(database.pool(), group, clock);
    work.claim(HOA, 1, 1);
    clock.now = clock.now.plus(DAY);
    assertThat(watch.look()).isEmpty();
    clock.now = clock.now.plus(DAY);
    assertThat(watch.look()).containsExactly(1L);
    answer(HOA, only());
    ask(LAN, 0, "còn giấy gì nữa");
    assertThat(watch.look()).isEmpty();
    clock.now = clock.now.plus(DAY);
    assertThat(watch.look()).containsExactly(1L);
  }

  @Test
  void whoHasWaitedLongestStandsFirstAmongThoseWhomNobodyTook() {
    ask(LAN, 1, "");
    clock.now = clock.now.plus(Duration.ofHours(1));
    ask(new CitizenId(2), 0, "hai");
    run("insert into citizen (channel, address, created_at) values ('telegram', '4713', now())");
    long third = run("select max(id) from citizen").getFirst().getLong(0);
    ask(new CitizenId(third), 0, "ba");
    work.claim(HOA, 1, 1);
    assertThat(pages.open(10).await())
        .extracting(Case::question)
        .containsExactly("hai", "ba", "tiền già");
  }

  @Test
  void withoutAGroupNobodyIsTold() {
    Cases alone = new Cases(new OfficersChat(outbox, null, "", Phrases::ofKeys));
    Promise promise = new Promise(clock.now, clock.now);
    in(transaction -> alone.ask(transaction, LAN, 1, "", promise, clock.now));
    assertThat(only().late()).isTrue();
    assertThat(notices()).isEmpty();
  }

  private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (var result : threads.invokeAll(acts)) {
        results.add(result.get());
      }
      return results;
    }
  }
}
