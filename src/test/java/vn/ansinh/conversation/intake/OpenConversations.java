package vn.ansinh.conversation.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
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
import vn.ansinh.inbox.InboxSettings;
import vn.ansinh.inbox.store.Cases;
import vn.ansinh.inbox.store.OfficersChat;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderTexts;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.search.SearchIndex;
import vn.ansinh.search.SearchSettings;
import vn.ansinh.text.RichText;

/// Conversations about the entries of [DialogueFixture], on a database of their own, through a
/// channel with buttons that always delivers.
final class OpenConversations implements AutoCloseable {
  private static final class Mailbox implements Channel {
    @Override
    public String name() {
      return "mailbox";
    }

    @Override
    public Capabilities capabilities() {
      return new Capabilities(true, true, true, true, 4096, true);
    }

    @Override
    public Future<Outcome> send(Delivery delivery) {
      return Future.succeededFuture(new Outcome.Sent("r" + delivery.id()));
    }
  }

  static final class SetClock extends Clock {
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

  private static final Rules RULES =
      new Rules(
          new Planner(Calendars.NONE, QuietHours.USUAL),
          new ReminderTexts(DialogueFixture.base(), Calendars.NONE),
          Calendars.NONE);

  final Vertx vertx = Vertx.vertx();
  final TestDatabase database = TestDatabase.fresh(vertx);
  final SetClock clock = new SetClock();
  final MeterRegistry meters = new SimpleMeterRegistry();
  final Dispatcher dispatcher;
  final Conversations conversations;

  OpenConversations() {
    KnowledgeBase base = DialogueFixture.base();
    Library library = new Library(base, SearchIndex.of(base, SearchSettings.DEFAULT));
    UUID node = UUID.randomUUID();
    Map<String, Channel> channels = Map.of("mailbox", new Mailbox());
    dispatcher =
        new Dispatcher(
            vertx,
            database.pool(),
            node,
            channels,
            Map.of("mailbox", new Rates(1e6, 1e6)),
            clock,
            meters);
    dispatcher.start().await();
    Outbox outbox = new Outbox(channels, new Fitting(RichText.of("số")), node, clock);
    conversations =
        new Conversations(
            database.pool(),
            outbox,
            dispatcher::accept,
            new Dialogues(() -> library, () -> RULES, InboxSettings.DEFAULT, 20),
            new Cases(new OfficersChat(outbox, null, "", base::phrases)),
            database.vault(),
            clock);
    conversations.bindTo(meters);
  }

  /// A message whose channel calls it by its key, or not at all.
  Inbound inbound(String chat, String key, Content content, boolean named) {
    return new Inbound(
        new Address("mailbox", chat), key, content, named ? "m" + key : null, clock.now);
  }

  Future<Void> text(String chat, String key, String text) {
    return conversations.receive(inbound(chat, key, new Content.Text(text), true));
  }

  Row row(String sql) {
    return database.pool().query(sql).execute().await().iterator().next();
  }

  long count(String sql) {
    return row(sql).getLong(0);
  }

  @Override
  public void close() {
    dispatcher.stop().await();
    database.close();
    vertx.close().await();
  }
}
