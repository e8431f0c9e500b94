package vn.ansinh.app;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.delivery.Channel;
import vn.ansinh.delivery.Fitting;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.delivery.SilentChannel;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.knowledge.file.ScheduleFiles;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderTexts;
import vn.ansinh.reminder.Wish;
import vn.ansinh.reminder.store.DueReminders;
import vn.ansinh.reminder.store.Reminders;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.telegram.TelegramChannel;
import vn.ansinh.text.Phrase;
import vn.ansinh.zalo.FakeEvents;
import vn.ansinh.zalo.FakeZaloApi;
import vn.ansinh.zalo.ZaloChannel;
import vn.ansinh.zalo.ZaloSettings;

/// People on both messengers of one running service, over HTTP to the stand-ins of both. The tick
/// of the reminders is called, as another node's: nobody waits for its minute.
final class TwoMessengers implements AutoCloseable {
  private static final KnowledgeBase BASE =
      ((Loaded.Good) KnowledgeFiles.load(Path.of("knowledge-base"), RunningService.NOON)).base();
  private static final Calendars CALENDARS =
      ScheduleFiles.calendars(
          Path.of("knowledge-base"),
          RunningService.NOON,
          faults -> {
            throw new AssertionError(faults);
          });
  private static final Rules RULES =
      new Rules(
          new Planner(CALENDARS, QuietHours.USUAL), new ReminderTexts(BASE, CALENDARS), CALENDARS);

  final SetClock clock = new SetClock();
  final RunningService service = RunningService.bothMessengers(clock);
  private final Map<Long, TelegramPerson> onTelegram = new HashMap<>();
  private final Map<String, ZaloPerson> onZalo = new HashMap<>();
  private final Reminders reminders = new Reminders(() -> RULES, service.database.vault());
  private final DueReminders due = due();
  private int messages;

  private DueReminders due() {
    Map<String, Channel> channels =
        Map.of(
            "telegram", new SilentChannel("telegram", TelegramChannel.CAPABILITIES),
            "zalo",
                new SilentChannel(
                    "zalo",
                    ZaloChannel.capabilities(
                        service.zalo.settings(ZaloSettings.Mode.WEBHOOK, ""))));
    Fitting fitting = new Fitting(BASE.phrases().text(Phrase.NUMBERED_CHOICES));
    Outbox outbox = new Outbox(channels, fitting, UUID.randomUUID(), clock);
    return new DueReminders(
        service.database.pool(),
        outbox,
        () -> RULES,
        channels.keySet(),
        QuietHours.USUAL,
        service.database.vault(),
        clock);
  }

  /// Once everything that falls due has been sent, or has come back.
  void tick() {
    due.fireDue();
    service.awaitQuiet();
  }

  TelegramPerson telegram(long chat) {
    return onTelegram.computeIfAbsent(chat, _ -> new TelegramPerson(service, chat));
  }

  ZaloPerson zalo(String chat) {
    return onZalo.computeIfAbsent(chat, _ -> new ZaloPerson(service, chat));
  }

  /// What is answered on Telegram.
  String telegram(long chat, String text) {
    return telegram(chat).say(text);
  }

  /// Taps the button that says so under the last message.
  String tap(long chat, String label) {
    return telegram(chat).choose(label);
  }

  /// What is answered on Zalo.
  String zalo(String chat, String text) {
    return zalo(chat).say(text);
  }

  /// On Zalo, without waiting for the answer.
  Future<Integer> say(String chat, String text) {
    return service.zalo.post(FakeEvents.text(chat, "aside" + ++messages, text));
  }

  /// What was sent on Zalo.
  List<String> zaloTexts(String chat) {
    return service.zalo.messages(chat).stream()
        .filter(call -> call.code() == 200)
        .map(FakeZaloApi.Call::text)
        .toList();
  }

  /// A standing reminder of the citizen in a chat that is known.
  void remind(String channel, Object chat, Wish wish) {
    CitizenId citizen =
        new CitizenId(
            count(
                "select id from citizen where channel = '%s' and address = '%s'"
                    .formatted(channel, chat)));
    service
        .database
        .pool()
        .withTransaction(transaction -> reminders.add(transaction, citizen, wish, clock.instant()))
        .await();
  }

  long count(String sql) {
    return service.count(sql);
  }

  /// All rows of all tables as text.
  String dump() {
    return lines(
            "select table_name from information_schema.tables"
                + " where table_schema = 'public' and table_type = 'BASE TABLE'")
        .stream()
        .flatMap(table -> lines("select t::text from \"" + table + "\" t").stream())
        .collect(Collectors.joining("\n"));
  }

  private List<String> lines(String sql) {
    return StreamSupport.stream(
            service.database.pool().query(sql).execute().await().spliterator(), false)
        .map(row -> row.getString(0))
        .toList();
  }

  @Override
  public void close() {
    service.close();
  }
}
