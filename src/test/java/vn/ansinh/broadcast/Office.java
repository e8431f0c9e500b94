package vn.ansinh.broadcast;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.broadcast.content.Composer;
import vn.ansinh.broadcast.content.Draft;
import vn.ansinh.broadcast.content.Refusal;
import vn.ansinh.broadcast.content.Refusals;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.audience.Audience;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.delivery.Capabilities;
import vn.ansinh.delivery.Fitting;
import vn.ansinh.delivery.mailing.Mailing;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.OfficerId;
import vn.ansinh.officer.Role;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying;

/// Officers, citizens and broadcasts on a database of its own, with a clock that is set.
final class Office implements AutoCloseable {
  static final int PAUSE_AFTER = 5;
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), VietnamTime.ZONE);
  private static final KnowledgeBase BASE =
      ((Loaded.Good) KnowledgeFiles.load(Path.of("knowledge-base"), NOON)).base();

  final Vertx vertx = Vertx.vertx();
  final TestDatabase database = TestDatabase.fresh(vertx);
  final Officer an;
  final Officer binh;
  final Officer reader;
  Instant now = NOON.instant();
  final Broadcasts broadcasts;
  final Reports reports;
  final Runs runs;

  private final class Set extends Clock {
    @Override
    public ZoneId getZone() {
      return VietnamTime.ZONE;
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

  Office() {
    Clock clock = new Set();
    Refusals refusals = new Refusals(BASE::phrases);
    Mailing mailing =
        new Mailing(
            Map.of(
                "telegram", new Capabilities(true, true, true, true, 4096, true),
                "zalo", new Capabilities(false, false, false, false, 2000, true)),
            new Fitting(RichText.of("số")),
            database.vault(),
            clock);
    Composer composer = new Composer(() -> BASE, mailing, refusals);
    broadcasts =
        new Broadcasts(database.pool(), composer, mailing, QuietHours.USUAL, refusals, clock);
    reports = new Reports(database.pool(), mailing);
    runs =
        new Runs(
            database.pool(), composer, mailing, QuietHours.USUAL, refusals, clock, PAUSE_AFTER);
    an = officer("an", Role.APPROVER);
    binh = officer("binh", Role.APPROVER);
    reader = officer("doc", Role.READER);
  }

  private Officer officer(String login, Role role) {
    long id =
        database
            .pool()
            .preparedQuery(
                "insert into officer (login, name, role, created_at) values ($1, $1, $2, now())"
                    + " returning id")
            .execute(Tuple.of(login, role.word()))
            .await()
            .iterator()
            .next()
            .getLong(0);
    return new Officer(new OfficerId(id), login, login, role);
  }

  /// Citizens in a neighbourhood, in Telegram.
  void citizens(int many, String neighbourhood) {
    run(
        """
        with c as (
          insert into citizen (channel, address, created_at)
          select 'telegram', '%1$s-' || n, now() from generate_series(1, %2$d) n returning id)
        insert into profile (citizen_id, marks, updated_at)
        select id, array[unsealed('neighbourhood %1$s')], now() from c"""
            .formatted(neighbourhood, many));
    database.seal();
  }

  static Draft draft(Audience audience) {
    return new Draft("Lịch trả", "Trả ngày <b>5</b>.", Map.of(), null, audience);
  }

  /// Written and submitted by An, approved by Bình.
  BroadcastId approved(Audience audience) {
    Broadcast written = done(broadcasts.create(an, draft(audience)));
    done(broadcasts.submit(an, written.id()));
    return done(broadcasts.approve(binh, written.id(), written.version())).id();
  }

  BroadcastId running(Audience audience) {
    return done(broadcasts.start(an, approved(audience), null)).id();
  }

  static Broadcast done(Answer answer) {
    return switch (answer) {
      case Answer.Done(Broadcast broadcast) -> broadcast;
      case Answer.Refused(List<Refusal> why) -> throw new AssertionError(why);
    };
  }

  static List<Saying.Broadcast> refused(Answer answer) {
    return switch (answer) {
      case Answer.Done(Broadcast broadcast) -> throw new AssertionError(broadcast);
      case Answer.Refused(List<Refusal> why) -> why.stream().map(Refusal::what).toList();
    };
  }

  Broadcast find(BroadcastId id) {
    return reports.find(id).orElseThrow();
  }

  List<Row> run(String sql) {
    List<Row> rows = new ArrayList<>();
    database.pool().query(sql).execute().await().forEach(rows::add);
    return rows;
  }

  long count(String sql) {
    return run(sql).getFirst().getLong(0);
  }

  @Override
  public void close() {
    database.close();
    vertx.close().await();
  }
}
