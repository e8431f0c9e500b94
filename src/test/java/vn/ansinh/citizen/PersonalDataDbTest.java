package vn.ansinh.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.citizen.export.Export;
import vn.ansinh.db.TestDatabase;

class PersonalDataDbTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
  private static final CitizenId LAN = new CitizenId(1);

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final PersonalData data = new PersonalData();

  /// Two citizens, each with two chats and something of each chat in every table.
  @BeforeEach
  void fill() {
    for (String name : List.of("Bống", "Tý")) {
      fill(name, "telegram");
    }
    for (String name : List.of("Bống", "Tý")) {
      fill("Zalo của " + name, "zalo");
    }
    run(
        """
        insert into joined_chat (citizen_id, other_id, joined_at)
        values (1, 3, now()), (3, 1, now()), (2, 4, now()), (4, 2, now())""");
    database.seal();
  }

  private void fill(String name, String channel) {
    run(
        """
          with c as (
            insert into citizen (channel, address, created_at)
            values ('%2$s', 'chat of %1$s', now()) returning id),
          v as (
            insert into conversation
            select id, unsealed('{"asked": "%1$s"}'), now() from c),
          i as (
            insert into inbound
            select '%2$s', 'key of %1$s', id, 'r', 'bé %1$s', now() from c),
          k as (
            insert into consent (citizen_id, version, guardian, given_at)
            select id, '1', true, now() from c),
          f as (
            insert into calendar_feed
            select id, 'hash of %1$s'::bytea, now() from c),
          l as (
            insert into handout
            select 'hash of %1$s'::bytea, id, 'a.json', 'application/json',
              unsealed('tệp của %1$s'),
              '2026-11-24Z' from c),
          g as (
            insert into joining
            select id, 'code of %1$s', now(), 1, now() from c),
          p as (
            insert into profile (citizen_id, marks, updated_at)
            select id, array[unsealed('neighbourhood khu phố của %1$s')], now() from c),
          q as (
            insert into inbox_case (citizen_id, state, version, opened_at, touched_at)
            select id, 'closed', 2, now(), now() from c returning id),
          t as (
            insert into inbox_message (case_id, body, said_at)
            select id, 'câu hỏi của %1$s', now() from q),
          a as (
            insert into rating
            select id, 'entry of %1$s', 'amount', false, 'unclear', now() from c),
          d as (
            insert into delivery (citizen_id, origin, message, state, due_at, created_at)
            select id, 1, '{"text": "lịch của %1$s"}', 'queued', now(), now() from c returning id),
          r as (
            insert into reminder (citizen_id, kind, wish, next_at, created_at)
            select id, 'vaccination',
              unsealed('{"kind": "vaccination", "nickname": "biệt danh %1$s"}'), now(), now() from c
            returning id)
          insert into reminder_message
            (reminder_id, due, lead, send_at, outcome, delivery_id, decided_at)
          select r.id, '2026-12-01', 'on-day', now(), 'queued', d.id, now() from r, d"""
            .formatted(name, channel));
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

  private <T> T in(Function<SqlConnection, Future<T>> work) {
    return database.pool().withTransaction(work).await();
  }

  /// All rows of all tables as text.
  private String dump() {
    return run("select table_name from information_schema.tables where table_schema = 'public'")
        .stream()
        .map(row -> row.getString(0))
        .flatMap(table -> run("select t::text from \"" + table + "\" t").stream())
        .map(row -> row.getString(0))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void everyTableThatNamesACitizenIsFilledHere() {
    List<String> empty =
        run("select table_name from information_schema.columns where column_name = 'citizen_id'")
            .stream()
            .map(row -> row.getString(0))
            .filter(table -> run("select 1 from " + table + " where citizen_id = 1").isEmpty())
            .toList();
    assertThat(empty).isEmpty();
  }

  @Test
  void whatIsErasedIsNowhereAndTheOthersKeepTheirs() {
    assertThat(dump()).contains("Bống");
    in(transaction -> data.erase(transaction, LAN, NOW));
    String left = dump().replace("chat of Bống", "").replace("chat of Zalo của Bống", "");
    assertThat(left).doesNotContain("Bống").contains("Tý", "Zalo của Tý");
    assertThat(run("select 1 from inbound where citizen_id in (1, 3)")).isEmpty();
  }

  @Test
  void questionsKeptWithoutWhoAskedGoWithTheMessagesThatTellThem() {
    run("update inbound set received_at = '2026-11-22T20:00Z'");
    run("update inbound set body = 'bé Bống, số 0912 345 678' where citizen_id = 3");
    run(
        """
        insert into unanswered_question (question, asked_on) values
          ('bé Bống', '2026-11-23'), ('bé Bống', '2026-11-23'), ('bé Bống', '2026-11-22'),
          ('bé Bống, số …', '2026-11-23'), ('bé Tý', '2026-11-23')""");
    run(
        """
        insert into unhelped_question (question, entitlement, facet, asked_on) values
          ('bé Bống', 'a', 'who', '2026-11-23'), ('bé Tý', 'a', 'who', '2026-11-23')""");
    in(transaction -> data.erase(transaction, LAN, NOW));
    assertThat(run("select id from unanswered_question order by id"))
        .as("one of two that were asked alike, by whomever")
        .extracting(row -> row.getLong(0))
        .containsExactly(2L, 3L, 5L);
    assertThat(run("select question from unhelped_question"))
        .extracting(row -> row.getString(0))
        .containsExactly("bé Tý");
  }

  @Test
  void itIsSaidWhoseChatsWereErased() {
    List<Chat> erased = in(transaction -> data.erase(transaction, LAN, NOW));
    assertThat(erased)
        .containsExactly(
            new Chat(LAN, new Address("telegram", "chat of Bống")),
            new Chat(new CitizenId(3), new Address("zalo", "chat of Zalo của Bống")));
  }

  @Test
  void whoStopsInOneChatHasStoppedInBoth() {
    in(transaction -> data.stop(transaction, new CitizenId(3), NOW));
    assertThat(run("select id from citizen where stopped_at is not null order by id"))
        .extracting(row -> row.getLong(0))
        .containsExactly(1L, 3L);
    assertThat(run("select citizen_id from delivery where state = 'queued' order by 1"))
        .extracting(row -> row.getLong(0))
        .containsExactly(2L, 4L);
    in(transaction -> data.resume(transaction, LAN));
    assertThat(run("select 1 from citizen where stopped_at is not null")).isEmpty();
  }

  @Test
  void theKeyOfAnErasedMessageIsKnownByItsHashUntilNobodyRepeatsItAnyMore() {
    in(transaction -> data.erase(transaction, LAN, NOW));
    String known =
        """
        select 1 from erased_key, erased_key_salt
        where hash = erased_key_hash(salt, 'telegram', 'key of %s')""";
    assertThat(run(known.formatted("Bống"))).hasSize(1);
    assertThat(run(known.formatted("Tý"))).isEmpty();
    sweep(NOW.plus(Duration.ofDays(2)));
    assertThat(run(known.formatted("Bống"))).hasSize(1);
    assertThat(sweep(NOW.plus(Duration.ofDays(3))).erasedKeys()).isEqualTo(2);
    assertThat(run("select 1 from erased_key")).isEmpty();
  }

  private Retention.Swept sweep(Instant now) {
    RetentionSettings kept =
        new RetentionSettings(
            Duration.ofDays(180),
            Duration.ofDays(365),
            Duration.ofDays(90),
            Duration.ofDays(300),
            Duration.ofDays(730));
    return new Retention(database.pool(), kept, Clock.fixed(now, ZoneOffset.UTC)).sweep();
  }

  @Test
  void theAddressStaysForTheLastAnswerAndGoesAfterIt() {
    in(transaction -> data.erase(transaction, LAN, NOW));
    run(
        """
        insert into delivery (citizen_id, origin, message, state, due_at, created_at)
        values (1, 0, '{"text": "đã xóa"}', 'queued', now(), now())""");
    // Nothing is on its way to the other chat.
    assertThat(data.bury(database.pool()).await()).isEqualTo(1);
    run("update delivery set state = 'sent' where origin = 0");
    assertThat(data.bury(database.pool()).await()).isEqualTo(1);
    assertThat(dump()).doesNotContain("Bống").contains("Tý");
  }

  @Test
  void everythingHeldIsShownAndNothingOfOthers() {
    JsonObject all = in(transaction -> new Export(database.vault()).of(transaction, LAN));
    assertThat(all.fieldNames())
        .containsExactlyInAnyOrder(
            "citizen",
            "conversation",
            "received",
            "sent",
            "consents",
            "ratings",
            "calendar_feed",
            "profile",
            "joining",
            "joined",
            "inbox",
            "reminders",
            "other_chat");
    assertThat(all.getJsonObject("other_chat").fieldNames())
        .containsExactlyInAnyOrderElementsOf(
            all.stream().map(Map.Entry::getKey).filter(key -> !key.equals("other_chat")).toList());
    assertThat(all.getJsonObject("other_chat").encode())
        .contains("chat of Zalo của Bống", "bé Zalo của Bống", "lịch của Zalo của Bống");
    assertThat(all.getJsonArray("reminders").getJsonObject(0).getJsonArray("messages")).hasSize(1);
    assertThat(all.encode())
        .contains(
            "chat of Bống",
            "bé Bống",
            "lịch của Bống",
            "\"guardian\":true",
            "entry of Bống",
            "khu phố của Bống",
            "biệt danh Bống",
            "\"asked\":\"Bống\"",
            "code of Bống",
            "câu hỏi của Bống")
        .doesNotContain("Tý");
  }

  @Test
  void aCaseInWhichAnAnswerIsOwedIsNotForgotten() {
    run(
        """
        update inbox_case set state = 'waiting', touched_at = '2020-01-01Z',
          promised_at = '2020-01-02Z', unseen_at = '2020-01-02Z'""");
    assertThat(sweep(NOW).cases()).isZero();
  }

  @Test
  void whatHasHadItsTimeIsForgotten() {
    run("update delivery set state = 'sent', settled_at = '2026-05-01Z' where citizen_id = 1");
    run("update inbound set received_at = '2026-05-01Z' where citizen_id = 1");
    run("update inbound set received_at = '2026-11-01Z' where citizen_id = 2");
    run("update reminder set ended_at = '2025-11-01Z', next_at = null where citizen_id = 1");
    run("update inbox_case set touched_at = '2026-08-01Z' where citizen_id = 1");
    run("update inbox_case set touched_at = '2026-11-01Z' where citizen_id = 2");
    run(
        """
        insert into daily_figure (day, outcome, entitlement, questions) values
          ('2024-11-20', 'refused', '', 1), ('2024-11-20', 'answered', 'a', 1),
          ('2024-12-01', 'refused', '', 1)""");
    run(
        """
        insert into unanswered_question (question, asked_on) values
          ('cũ', '2026-01-01'), ('mới', '2026-11-01')""");
    run(
        """
        insert into unhelped_question (question, entitlement, facet, asked_on) values
          ('cũ', 'a', 'who', '2026-01-01'), ('mới', 'a', 'who', '2026-11-01')""");
    run(
        "insert into officer (login, name, role, created_at) values ('lan', 'Lan', 'writer', now())");
    run(
        """
        insert into settled_question (source, question_id, officer_id, settled_at) values
          ('unanswered', 1, 1, now()), ('unanswered', 2, 1, now()), ('unhelped', 1, 1, now())""");
    run("update joining set code_until = '2026-11-23T01:00Z', wrong_at = '2026-11-23T01:30Z'");
    run("update joining set wrong_at = '2026-11-23T02:30Z' where citizen_id = 2");
    assertThat(sweep(NOW)).isEqualTo(new Retention.Swept(1, 1, 1, 1, 2, 0, 2, 3));
    assertThat(sweep(NOW)).isEqualTo(new Retention.Swept(0, 0, 0, 0, 0, 0, 0, 0));
    assertThat(run("select question_id from settled_question"))
        .extracting(row -> row.getLong(0))
        .containsExactly(2L);
    assertThat(run("select 1 from inbox_message")).hasSize(3);
    assertThat(run("select 1 from daily_figure")).hasSize(1);
    assertThat(run("select 1 from reminder_message")).hasSize(3);
  }
}
