package vn.ansinh.reminder.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.delivery.Capabilities;
import vn.ansinh.delivery.Fitting;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.delivery.SilentChannel;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.ReminderTexts;
import vn.ansinh.reminder.Wish;
import vn.ansinh.text.RichText;

/// A database with citizens who have reminders, and a clock that is set.
final class Ward implements AutoCloseable {
  private static final KnowledgeBase BASE = base();
  static final Rules RULES = rules(Calendars.NONE);

  /// By other calendars.
  static Rules rules(Calendars calendars) {
    return new Rules(
        new Planner(calendars, QuietHours.USUAL), new ReminderTexts(BASE, calendars), calendars);
  }

  final Vertx vertx = Vertx.vertx();
  final TestDatabase database = TestDatabase.fresh(vertx);
  final Reminders reminders = new Reminders(() -> RULES, database.vault());
  Instant now;

  /// @param local `2026-11-23T09:00`, in Vietnam
  Ward(String local) {
    now = moment(local);
  }

  static Instant moment(String local) {
    return LocalDateTime.parse(local).atZone(VietnamTime.ZONE).toInstant();
  }

  /// What a node ticks with; each has its own.
  DueReminders node() {
    return node(RULES);
  }

  DueReminders node(Rules rules) {
    Outbox outbox =
        new Outbox(
            Map.of(
                "telegram",
                new SilentChannel("telegram"),
                "zalo",
                new SilentChannel("zalo", new Capabilities(false, false, false, false, 2000, true)),
                "web",
                new SilentChannel("web", new Capabilities(true, true, true, true, 4096, false))),
            new Fitting(RichText.of("số:")),
            UUID.randomUUID(),
            clock());
    return new DueReminders(
        database.pool(),
        outbox,
        () -> rules,
        Set.of("telegram", "zalo"),
        QuietHours.USUAL,
        database.vault(),
        clock());
  }

  Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneId getZone() {
        return VietnamTime.ZONE;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  CitizenId citizen(String channel, String address) {
    return new CitizenId(
        one(
            "insert into citizen (channel, address, created_at) values ($1, $2, now()) returning id",
            channel,
            address));
  }

  CitizenId citizen(String address) {
    return citizen("telegram", address);
  }

  ReminderId card(CitizenId citizen, String expires) {
    Wish wish = new Wish.Insurance("mẹ", LocalDate.parse(expires), 2);
    return in(transaction -> reminders.add(transaction, citizen, wish, now));
  }

  <T> T in(Function<SqlConnection, Future<T>> work) {
    return database.pool().withTransaction(work).await();
  }

  long one(String sql, Object... values) {
    return rows(sql, values).getFirst().getLong(0);
  }

  List<Row> rows(String sql, Object... values) {
    List<Row> all = new ArrayList<>();
    database
        .pool()
        .preparedQuery(sql)
        .execute(Tuple.from(List.of(values)))
        .await()
        .forEach(all::add);
    return all;
  }

  void run(String sql, Object... values) {
    rows(sql, values);
  }

  /// `30-before queued`, `7-before missed superseded`, in the order of their times.
  List<String> made() {
    return rows(
            "select lead, outcome, coalesce(' ' || reason, '') from reminder_message order by send_at")
        .stream()
        .map(row -> row.getString(0) + " " + row.getString(1) + row.getString(2))
        .toList();
  }

  long deliveries() {
    return one("select count(*) from delivery");
  }

  @Override
  public void close() {
    database.close();
    vertx.close().await();
  }

  private static KnowledgeBase base() {
    Clock day = Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), VietnamTime.ZONE);
    if (KnowledgeFiles.load(Path.of("knowledge-base"), day) instanceof Loaded.Good good) {
      return good.base();
    }
    throw new IllegalStateException("the knowledge base is broken");
  }
}
