package vn.ansinh.conversation.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.citizen.Address;
import vn.ansinh.conversation.DialogueFixture;
import vn.ansinh.conversation.Inbound;
import vn.ansinh.conversation.Inbound.Content;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.delivery.dispatch.Dispatcher;
import vn.ansinh.vault.Column;

class ConversationsDbTest {
  private final OpenConversations open = new OpenConversations();
  private final TestDatabase database = open.database;
  private final OpenConversations.SetClock clock = open.clock;
  private final Dispatcher dispatcher = open.dispatcher;
  private final Conversations conversations = open.conversations;

  @AfterEach
  void close() {
    open.close();
  }

  private Future<Void> text(String chat, String key, String text) {
    return open.text(chat, key, text);
  }

  private long count(String sql) {
    return open.count(sql);
  }

  @Test
  void aQuestionIsRecordedAndItsReplyIsInTheOutboxWhenTheFutureCompletes() {
    text("a", "1", "hưu trí xã hội").await();
    assertThat(count("select count(*) from inbound")).isEqualTo(1);
    Row delivery =
        database
            .pool()
            .query("select message::text, reply_to from delivery")
            .execute()
            .await()
            .iterator()
            .next();
    assertThat(delivery.getString(0)).contains("Hưu trí xã hội");
    assertThat(delivery.getString(1)).isEqualTo("m1");
  }

  @Test
  void aRepeatedMessageIsAnsweredOnceEvenWhenItComesTwiceAtOnce() {
    Future.join(text("a", "1", "hưu trí"), text("a", "1", "hưu trí"), text("b", "1", "hưu trí"))
        .await();
    text("a", "1", "hưu trí").await();
    assertThat(count("select count(*) from delivery")).isEqualTo(1);
  }

  @Test
  void aHundredChatsAtOnceAreAllAnsweredAndEachInOrder() {
    List<Future<Void>> all =
        IntStream.range(0, 300)
            .mapToObj(i -> text("chat" + i % 100, "k" + i, i < 100 ? "hưu trí xã hội" : "mai táng"))
            .toList();
    Future.join(all).await();
    assertThat(count("select count(*) from delivery")).isEqualTo(300);
    assertThat(
            count(
                """
                select count(*) from delivery d1 join delivery d2 using (citizen_id)
                where substr(d1.reply_to, 3)::int < substr(d2.reply_to, 3)::int and d1.id > d2.id"""))
        .isZero();
  }

  @Test
  void whenTheAnswerCannotBeWrittenNothingIsRecordedAndTheRepeatedMessageIsAnswered() {
    database.pool().query("alter table delivery rename to away").execute().await();
    assertThatThrownBy(() -> text("a", "1", "hưu trí xã hội").await())
        .hasMessageContaining("delivery");
    assertThat(count("select count(*) from inbound")).isZero();
    database.pool().query("alter table away rename to delivery").execute().await();
    text("a", "1", "hưu trí xã hội").await();
    assertThat(count("select count(*) from delivery")).isEqualTo(1);
  }

  @Test
  void messagesGoOnWhenTheServerHasClosedEveryConnectionMoreOftenThanThePoolHasAny() {
    int rounds = 12;
    for (int round = 0; round < rounds; round++) {
      String key = String.valueOf(round);
      // A channel repeats what was not recorded.
      Awaitility.await()
          .ignoreExceptions()
          .until(() -> text("a", key, "hưu trí xã hội").map(_ -> true).await());
      count(
          """
          select count(pg_terminate_backend(pid)) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()""");
    }
    Awaitility.await()
        .ignoreExceptions()
        .until(() -> count("select count(*) from delivery") == rounds);
  }

  @Test
  void aQuestionWithoutAnswerIsKeptWithoutNumbersThatNameSomebody() {
    text("a", "1", "xyz qwerty cua 0912 345 678 la gi").await();
    String kept =
        database
            .pool()
            .query("select question from unanswered_question")
            .execute()
            .await()
            .iterator()
            .next()
            .getString(0);
    assertThat(kept).contains("qwerty").doesNotContain("345");
  }

  @Test
  void anEditedQuestionChangesTheAnswerItAlreadyHas() {
    text("a", "1", "hưu trí xã hội").await();
    dispatcher.stop().await();
    String reference =
        database
            .pool()
            .query("select reference from delivery")
            .execute()
            .await()
            .iterator()
            .next()
            .getString(0);
    Inbound edited =
        new Inbound(
            new Address("mailbox", "a"),
            "2",
            new Content.Edited("mai táng phí"),
            "m1",
            DialogueFixture.NOW);
    conversations.receive(edited).await();
    Row last =
        database
            .pool()
            .query("select edits, message::text from delivery order by id desc limit 1")
            .execute()
            .await()
            .iterator()
            .next();
    assertThat(last.getString(0)).isEqualTo(reference);
    assertThat(last.getString(1)).contains("Tiền lo tang");
  }

  @Test
  void theHistoryShowsBothSidesInOrderWithLabelsInsteadOfData() {
    text("a", "1", "hưu trí xã hội").await();
    clock.now = clock.now.plusSeconds(1);
    conversations
        .receive(open.inbound("a", "2", new Content.Tapped("e:sp-social-pension:amount"), true))
        .await();
    List<History.Line> lines =
        new History(database.pool()).of(new Address("mailbox", "a"), 10).await();
    assertThat(lines)
        .extracting(History.Line::fromCitizen)
        .containsExactly(true, false, true, false);
    assertThat(lines.get(2).message().text().plain()).isEqualTo("Mức hưởng – Hưu trí xã hội");
  }

  @Test
  void aTextThatNoDatabaseCanHoldIsStillAnswered() {
    text("a", "1", "hưu\u0000trí \uD800 xã hội").await();
    assertThat(count("select count(*) from delivery")).isEqualTo(1);
  }

  @Test
  void theJsonEndpointRemembersItsConversation() {
    LocalDate on = LocalDate.parse("2026-11-23");
    JsonObject first = conversations.ask("hưu trí xã hội", on, null).await();
    assertThat(first.getString("finding")).isEqualTo("confident");
    assertThat(first.getString("answer")).contains("Tiền cho người già");
    JsonObject second =
        conversations.ask("mai táng phí", on, first.getString("conversation")).await();
    assertThat(second.getString("conversation")).isEqualTo(first.getString("conversation"));
    assertThat(count("select count(*) from delivery")).isZero();
  }

  private Future<Void> tap(String chat, String key, String data) {
    return conversations.receive(open.inbound(chat, key, new Content.Tapped(data), true));
  }

  private void signUp(String chat) {
    tap(chat, chat + 1, "n:add:insurance").await();
    tap(chat, chat + 2, "n:agree").await();
    text(chat, chat + 3, "mẹ").await();
    text(chat, chat + 4, "31/12/2026").await();
    tap(chat, chat + 5, "n:people:3").await();
    tap(chat, chat + 6, "n:save").await();
  }

  @Test
  void aSignUpKeepsTheConsentWithItsTimeAndThenTheReminder() {
    signUp("a");
    Row consent =
        database
            .pool()
            .query("select version, guardian, given_at from consent")
            .execute()
            .await()
            .iterator()
            .next();
    assertThat(consent.getString(0)).isEqualTo("consent-version");
    assertThat(consent.getBoolean(1)).isFalse();
    assertThat(consent.getOffsetDateTime(2).toInstant()).isEqualTo(clock.now);
    assertThat(opened("select citizen_id, wish from reminder", Column.REMINDER_WISH))
        .singleElement()
        .satisfies(wish -> assertThat(wish.getString("name")).isEqualTo("mẹ"));
    assertThat(opened("select citizen_id, state from conversation", Column.CONVERSATION_STATE))
        .isNotEmpty()
        .noneMatch(state -> state.containsKey("form"));
  }

  @Test
  void messagesThatComeTogetherSeeWhatTheOnesBeforeThemDid() {
    Future.join(
            tap("a", "1", "n:add:insurance"),
            tap("a", "2", "n:agree"),
            text("a", "3", "mẹ, 31/12/2026, 3 người"),
            tap("a", "4", "n:save"),
            tap("a", "5", "n:save"),
            text("a", "6", "/nhac"))
        .await();
    assertThat(count("select count(*) from reminder")).isEqualTo(1);
    assertThat(
            count(
                """
                select count(*) from delivery
                where reply_to = 'm6' and message::text like '%r:show:%'"""))
        .isEqualTo(1);
  }

  @Test
  void whenTheReminderCannotBeWrittenNothingIsSaidAndTheRepeatedTapKeepsIt() {
    text("a", "1", "/nhac").await();
    tap("a", "2", "n:add:insurance").await();
    tap("a", "3", "n:agree").await();
    text("a", "4", "mẹ, 31/12/2026, 3 người").await();
    database
        .pool()
        .query("alter table reminder add constraint refused check (false) not valid")
        .execute()
        .await();
    assertThatThrownBy(() -> tap("a", "5", "n:save").await()).isNotNull();
    assertThat(count("select count(*) from inbound")).isEqualTo(4);
    database.pool().query("alter table reminder drop constraint refused").execute().await();
    tap("a", "5", "n:save").await();
    assertThat(count("select count(*) from reminder")).isEqualTo(1);
    assertThat(count("select count(*) from delivery")).isEqualTo(5);
  }

  @Test
  void erasureLeavesNothingButItsAnswer() {
    signUp("a");
    signUp("b");
    text("a", "7", "/xoadulieu").await();
    Future.join(text("a", "8", "hưu trí xã hội"), tap("a", "9", "n:erase:all")).await();
    for (String table : List.of("reminder", "consent", "delivery")) {
      assertThat(
              count(
                  "select count(*) from %s join citizen c on c.id = citizen_id where address = 'a'"
                      .formatted(table)))
          .as(table)
          .isEqualTo(table.equals("delivery") ? 1 : 0);
    }
    assertThat(
            count(
                """
                select count(*) from inbound join citizen c on c.id = citizen_id
                where address = 'a'"""))
        .isZero();
    assertThat(count("select count(*) from reminder")).isEqualTo(1);
    text("a", "10", "hưu trí xã hội").await();
    assertThat(count("select count(*) from delivery where reply_to = 'm10'")).isEqualTo(1);
  }

  @Test
  void aMessageRepeatedAfterTheErasureIsNotAnsweredAgain() {
    signUp("a");
    text("a", "7", "/xoadulieu").await();
    tap("a", "9", "n:erase:all").await();
    Future.join(text("a", "7", "/xoadulieu"), tap("a", "9", "n:erase:all")).await();
    assertThat(count("select count(*) from delivery where reply_to = 'm7'")).isZero();
    assertThat(count("select count(*) from delivery where reply_to = 'm9'")).isEqualTo(1);
    // Also when nothing of the citizen is left.
    database.pool().query("delete from citizen where address = 'a'").execute().await();
    text("a", "7", "/xoadulieu").await();
    assertThat(count("select count(*) from delivery where reply_to = 'm7'")).isZero();
  }

  @Test
  void aMessageRepeatedAfterTheErasureLeavesNothingBehind() {
    signUp("a");
    text("a", "7", "/xoadulieu").await();
    tap("a", "9", "n:erase:all").await();
    text("a", "7", "/xoadulieu").await();
    assertThat(count("select count(*) from citizen where erased_at is not null")).isEqualTo(1);
    database.pool().query("delete from citizen where address = 'a'").execute().await();
    text("a", "7", "/xoadulieu").await();
    assertThat(count("select count(*) from citizen where address = 'a'")).isZero();
    // Whoever writes anew is known again.
    text("a", "10", "hưu trí xã hội").await();
    assertThat(count("select count(*) from citizen where address = 'a'")).isEqualTo(1);
    assertThat(count("select count(*) from delivery where reply_to = 'm10'")).isEqualTo(1);
  }

  @Test
  void whoWritesBeforeTheLastTraceIsGoneStays() {
    signUp("a");
    text("a", "7", "/xoadulieu").await();
    tap("a", "9", "n:erase:all").await();
    Future.join(text("a", "7", "/xoadulieu"), text("a", "10", "hưu trí xã hội")).await();
    assertThat(count("select count(*) from citizen where erased_at is not null")).isZero();
  }

  private List<JsonObject> opened(String sql, Column column) {
    List<JsonObject> all = new ArrayList<>();
    database
        .pool()
        .query(sql)
        .execute()
        .await()
        .forEach(row -> all.add(database.vault().json(column, row.getLong(0), row.getBuffer(1))));
    return all;
  }

  @Test
  void anothersReminderCannotBeTouched() {
    signUp("a");
    long id = count("select id from reminder");
    tap("b", "1", "n:end:" + id).await();
    tap("b", "2", "r:renewed:" + id).await();
    assertThat(
            opened(
                "select citizen_id, wish from reminder where ended_at is null",
                Column.REMINDER_WISH))
        .singleElement()
        .satisfies(wish -> assertThat(wish.getString("expires")).isEqualTo("2026-12-31"));
    tap("a", "7", "n:end:" + id).await();
    assertThat(count("select count(*) from reminder where ended_at is null")).isZero();
  }

  @Test
  void markingDosesChangesTheMessageInPlace() {
    tap("a", "1", "n:add:vaccination").await();
    tap("a", "2", "n:agree").await();
    text("a", "3", "Na").await();
    text("a", "4", "3/9/2026").await();
    tap("a", "5", "n:guardian:yes").await();
    tap("a", "6", "n:mark:some").await();
    assertThat(count("select count(*) from delivery where edits = 'm6'")).isEqualTo(1);
  }
}
