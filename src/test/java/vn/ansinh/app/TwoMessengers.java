package vn.ansinh.app;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.conversation.Inbound;
import vn.ansinh.conversation.Inbound.Content;
import vn.ansinh.conversation.intake.Conversations;
import vn.ansinh.conversation.intake.Dialogues;
import vn.ansinh.conversation.intake.Library;
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
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.knowledge.file.ScheduleFiles;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.ReminderTexts;
import vn.ansinh.reminder.Wish;
import vn.ansinh.reminder.store.DueReminders;
import vn.ansinh.reminder.store.Reminders;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.search.SearchIndex;
import vn.ansinh.search.SearchSettings;
import vn.ansinh.telegram.FakeBotApi;
import vn.ansinh.telegram.FakeBotApi.Call;
import vn.ansinh.telegram.FakeUpdates;
import vn.ansinh.telegram.Telegram;
import vn.ansinh.telegram.TelegramApi;
import vn.ansinh.telegram.TelegramChannel;
import vn.ansinh.telegram.TelegramSettings;
import vn.ansinh.text.Phrase;

/// Conversations and reminders on a database of their own with two messengers: Telegram, over HTTP
/// to its stand-in, and one called `zalo` that has no buttons, no edits and no files, in memory.
final class TwoMessengers implements AutoCloseable {
  private static final KnowledgeBase BASE =
      switch (KnowledgeFiles.load(Path.of("knowledge-base"), RunningService.NOON)) {
        case Loaded.Good good -> good.base();
        case Loaded.Broken broken -> throw new AssertionError(broken.faults());
      };
  private static final Calendars CALENDARS =
      ScheduleFiles.calendars(
          Path.of("knowledge-base"),
          RunningService.NOON,
          faults -> {
            throw new AssertionError(faults);
          });
  private static final Library LIBRARY =
      new Library(BASE, SearchIndex.of(BASE, SearchSettings.DEFAULT));
  private static final Rules RULES =
      new Rules(
          new Planner(CALENDARS, QuietHours.USUAL), new ReminderTexts(BASE, CALENDARS), CALENDARS);
  private static final Rates FAST = new Rates(10_000, 10_000);

  final Vertx vertx = Vertx.vertx();
  final TestDatabase database = TestDatabase.fresh(vertx);
  final FakeBotApi api = FakeBotApi.start(vertx).await();
  final SetClock clock = new SetClock();
  final Zalo zalo = new Zalo();
  final Conversations conversations;
  private final Reminders reminders = new Reminders(() -> RULES, database.vault());
  private final DueReminders due;
  private final Dispatcher dispatcher;
  private final TelegramApi client;
  private final Telegram telegram;
  private int message = 10;

  /// What arrived, chat by chat.
  static final class Zalo implements Channel {
    private final List<Delivery> arrived = new ArrayList<>();
    private final Set<String> blocked = new java.util.HashSet<>();

    @Override
    public String name() {
      return "zalo";
    }

    @Override
    public Capabilities capabilities() {
      return new Capabilities(false, false, false, false, 2_000, true);
    }

    @Override
    public synchronized Future<Outcome> send(Delivery delivery) {
      if (blocked.contains(delivery.address().value())) {
        return Future.succeededFuture(new Outcome.Unreachable("blocked"));
      }
      arrived.add(delivery);
      return Future.succeededFuture(new Outcome.Sent("z" + delivery.id()));
    }

    synchronized void block(String chat) {
      blocked.add(chat);
    }

    synchronized List<String> texts(String chat) {
      return arrived.stream()
          .filter(delivery -> delivery.address().value().equals(chat))
          .map(delivery -> delivery.message().text().plain())
          .toList();
    }
  }

  TwoMessengers() {
    TelegramSettings settings = api.settings(TelegramSettings.Mode.POLLING, "");
    client = new TelegramApi(vertx, settings, new SimpleMeterRegistry());
    TelegramChannel channel = new TelegramChannel(client, settings);
    Map<String, Channel> channels = Map.of("telegram", channel, "zalo", zalo);
    UUID node = UUID.randomUUID();
    Fitting fitting = new Fitting(BASE.phrases().text(Phrase.NUMBERED_CHOICES));
    Outbox outbox = new Outbox(channels, fitting, node, clock);
    dispatcher =
        new Dispatcher(
            vertx,
            database.pool(),
            node,
            channels,
            Map.of("telegram", FAST, "zalo", FAST),
            clock,
            new SimpleMeterRegistry());
    dispatcher.start().await();
    conversations =
        new Conversations(
            database.pool(),
            outbox,
            dispatcher,
            new Dialogues(() -> LIBRARY, () -> RULES, InboxSettings.DEFAULT, 1_000),
            new Cases(new OfficersChat(outbox, null, "", BASE::phrases)),
            database.vault(),
            clock);
    due =
        new DueReminders(
            database.pool(),
            outbox,
            () -> RULES,
            channels.keySet(),
            QuietHours.USUAL,
            database.vault(),
            clock);
    telegram = new Telegram(vertx, client, settings, conversations, BASE::phrases, clock);
    telegram.start();
  }

  /// Everything that falls due is queued; the dispatcher brings it within a second.
  void tick() {
    due.fireDue();
  }

  /// What is answered on Telegram.
  String telegram(long chat, String text) {
    return answer(chat, FakeUpdates.text(chat, message++, text));
  }

  /// Taps the button that says so under the last message.
  String tap(long chat, String label) {
    JsonArray rows =
        lastTo(chat)
            .parameters()
            .getJsonObject("reply_markup", new JsonObject())
            .getJsonArray("inline_keyboard", new JsonArray());
    String data =
        rows.stream()
            .flatMap(row -> ((JsonArray) row).stream())
            .map(JsonObject.class::cast)
            .filter(button -> button.getString("text").contains(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError(label + " in " + rows))
            .getString("callback_data");
    return answer(chat, FakeUpdates.tap(chat, message++, "q", data));
  }

  private String answer(long chat, JsonObject update) {
    int before = telegramTexts(chat).size();
    api.push(update);
    awaitTelegram(chat, before + 1);
    return lastTo(chat).text();
  }

  void awaitTelegram(long chat, int count) {
    api.await(call -> isTo(call, chat), count).await();
  }

  private static boolean isTo(Call call, long chat) {
    return call.method().equals("sendMessage")
        && call.chat().equals(String.valueOf(chat))
        && call.status() == 200;
  }

  private Call lastTo(long chat) {
    return api.calls().stream().filter(call -> isTo(call, chat)).toList().getLast();
  }

  List<String> telegramTexts(long chat) {
    return api.calls().stream().filter(call -> isTo(call, chat)).map(Call::text).toList();
  }

  /// What is answered on the messenger without buttons.
  String zalo(String chat, String text) {
    int before = zalo.texts(chat).size();
    say(chat, text).await();
    awaitZalo(chat, before + 1);
    return zalo.texts(chat).get(before);
  }

  /// Without waiting for the answer.
  Future<Void> say(String chat, String text) {
    String key = "k" + message++;
    return conversations.receive(
        new Inbound(
            new Address("zalo", chat), key, new Content.Text(text), "m" + key, clock.instant()));
  }

  void awaitZalo(String chat, int count) {
    Awaitility.await().until(() -> zalo.texts(chat).size() >= count);
  }

  /// A standing reminder of the citizen in a chat that is known.
  ReminderId remind(String channel, Object chat, Wish wish) {
    CitizenId citizen =
        new CitizenId(
            count(
                "select id from citizen where channel = '%s' and address = '%s'"
                    .formatted(channel, chat)));
    return database
        .pool()
        .withTransaction(transaction -> reminders.add(transaction, citizen, wish, clock.instant()))
        .await();
  }

  long count(String sql) {
    return database.pool().query(sql).execute().await().iterator().next().getLong(0);
  }

  /// All rows of all tables as text.
  String dump() {
    Supplier<String> tables =
        () ->
            "select table_name from information_schema.tables"
                + " where table_schema = 'public' and table_type = 'BASE TABLE'";
    return lines(tables.get()).stream()
        .flatMap(table -> lines("select t::text from \"" + table + "\" t").stream())
        .collect(Collectors.joining("\n"));
  }

  private List<String> lines(String sql) {
    return StreamSupport.stream(database.pool().query(sql).execute().await().spliterator(), false)
        .map(row -> row.getString(0))
        .toList();
  }

  @Override
  public void close() {
    telegram.stop();
    dispatcher.stop().await();
    client.close().await();
    api.stop().await();
    database.close();
    vertx.close().await();
  }
}
