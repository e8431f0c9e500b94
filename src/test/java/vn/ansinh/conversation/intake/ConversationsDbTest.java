package vn.ansinh.conversation.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.citizen.Address;
import vn.ansinh.conversation.DialogueFixture;
import vn.ansinh.conversation.Inbound;
import vn.ansinh.conversation.Inbound.Content;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.delivery.Capabilities;
import vn.ansinh.delivery.Channel;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Fitting;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.delivery.Outcome;
import vn.ansinh.delivery.dispatch.Dispatcher;
import vn.ansinh.delivery.dispatch.Rates;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.store.Reminders;
import vn.ansinh.search.SearchIndex;
import vn.ansinh.search.SearchSettings;
import vn.ansinh.text.RichText;

class ConversationsDbTest {
  private static final class Mailbox implements Channel {
    final List<Delivery> sent = new ArrayList<>();

    @Override
    public String name() {
      return "mailbox";
    }

    @Override
    public Capabilities capabilities() {
      return new Capabilities(true, true, true, 4096, true);
    }

    @Override
    public synchronized Future<Outcome> send(Delivery delivery) {
      sent.add(delivery);
      return Future.succeededFuture(new Outcome.Sent("r" + delivery.id()));
    }
  }

  private static final class SetClock extends Clock {
    volatile Instant now = DialogueFixture.NOW;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final SetClock clock = new SetClock();
  private final Mailbox mailbox = new Mailbox();
  private final Dispatcher dispatcher;
  private final Conversations conversations;

  ConversationsDbTest() {
    KnowledgeBase base = DialogueFixture.base();
    Library library =
        new Library(base, SearchIndex.of(base, SearchSettings.DEFAULT), Calendars.NONE);
    UUID node = UUID.randomUUID();
    Map<String, Channel> channels = Map.of("mailbox", mailbox);
    dispatcher =
        new Dispatcher(
            vertx,
            database.pool(),
            node,
            channels,
            Map.of("mailbox", new Rates(1e6, 1e6)),
            clock,
            new SimpleMeterRegistry());
    dispatcher.start().await();
    Outbox outbox = new Outbox(channels, new Fitting(RichText.of("số")), node, clock);
    conversations =
        new Conversations(
            database.pool(),
            outbox,
            dispatcher,
            () -> library,
            clock,
            20,
            new Reminders(() -> new Planner(base, Calendars.NONE, QuietHours.USUAL)));
  }

  @AfterEach
  void close() {
    dispatcher.stop().await();
    database.close();
    vertx.close().await();
  }

  private Inbound inbound(String chat, String key, Content content) {
    return new Inbound(new Address("mailbox", chat), key, content, "m" + key, clock.now);
  }

  private Future<Void> text(String chat, String key, String text) {
    return conversations.receive(inbound(chat, key, new Content.Text(text)));
  }

  private long count(String sql) {
    return database.pool().query(sql).execute().await().iterator().next().getLong(0);
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
        .receive(inbound("a", "2", new Content.Tapped("e:sp-social-pension:amount")))
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
}
