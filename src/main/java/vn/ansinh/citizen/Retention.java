package vn.ansinh.citizen;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/// Forgets what has had its time.
public final class Retention {
  /// Rows in one transaction, so that nobody waits for long.
  private static final int BATCH = 5_000;

  /// How long a channel repeats a message at most: Telegram does for a day.
  public static final Duration REPEATED = Duration.ofDays(2);

  /// When a code for joining chats is over, and so is the wait after wrong ones.
  public static final Duration JOINING = Duration.ofHours(1);

  private final Pool pool;
  private final RetentionSettings settings;
  private final Clock clock;
  private final PersonalData data = new PersonalData();

  public Retention(Pool pool, RetentionSettings settings, Clock clock) {
    this.pool = pool;
    this.settings = settings;
    this.clock = clock;
  }

  /// How many rows went.
  public record Swept(
      int deliveries,
      int received,
      int reminders,
      int cases,
      int questions,
      int erasedKeys,
      int figures,
      int joinings) {}

  /// Blocks until it is done: not for an event loop.
  public Swept sweep() {
    links();
    return new Swept(
        all(
            """
            delete from delivery where id in (
              select id from delivery where settled_at < $1 limit $2)""",
            settings.messages()),
        all(
            """
            delete from inbound where (channel, key) in (
              select channel, key from inbound where received_at < $1 limit $2)""",
            settings.messages()),
        all(
            """
            delete from reminder where id in (
              select id from reminder where ended_at < $1 limit $2)""",
            settings.reminders()),
        all(
            """
            delete from inbox_case where id in (
              select id from inbox_case where promised_at is null and touched_at < $1 limit $2)""",
            settings.cases()),
        questions(),
        all(
            """
            delete from erased_key where hash in (
              select hash from erased_key where erased_on < $1::timestamptz::date limit $2)""",
            REPEATED),
        all(
            """
            delete from daily_figure where (day, outcome, entitlement) in (
              select day, outcome, entitlement from daily_figure
              where day < $1::timestamptz::date limit $2)""",
            settings.figures()),
        joinings());
  }

  private int questions() {
    int gone = 0;
    for (String table : List.of("unanswered_question", "unhelped_question")) {
      gone +=
          all(
              """
              delete from %1$s where id in (
                select id from %1$s where asked_on < $1::timestamptz::date limit $2)"""
                  .formatted(table),
              settings.questions());
    }
    // That an officer has dealt with one that is gone nobody needs to know.
    pool.query(
            """
            delete from settled_question s where not exists (
                select 1 from unanswered_question u
                where s.source = 'unanswered' and u.id = s.question_id)
              and not exists (
                select 1 from unhelped_question u
                where s.source = 'unhelped' and u.id = s.question_id)""")
        .execute()
        .await();
    return gone;
  }

  private void links() {
    all(
        """
        delete from handout where secret_hash in (
          select secret_hash from handout where good_until < $1 limit $2)""",
        Duration.ZERO);
  }

  private int joinings() {
    return all(
        """
        delete from joining where citizen_id in (
          select citizen_id from joining
          where greatest(code_until, wrong_at) < $1 limit $2)""",
        JOINING);
  }

  /// Removes the last trace of erased citizens; see [PersonalData#bury]. Blocks until it is done.
  ///
  /// @return how many
  public int bury() {
    return data.bury(pool).await();
  }

  private int all(String sql, Duration kept) {
    Tuple values = Tuple.of(clock.instant().minus(kept).atOffset(ZoneOffset.UTC), BATCH);
    int all = 0;
    int last;
    do {
      last = pool.preparedQuery(sql).execute(values).await().rowCount();
      all += last;
    } while (last == BATCH);
    return all;
  }
}
