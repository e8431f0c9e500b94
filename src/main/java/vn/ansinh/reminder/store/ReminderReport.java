package vn.ansinh.reminder.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.reminder.ReminderId;

/// What reminders did not reach, or may have reached twice. Numbers and dates, nothing about
/// people.
///
/// @param queued messages that went into the outbox
/// @param missed how many were not sent, by reason
/// @param lost the missed ones, newest first
/// @param doubtful how many sends ended without an answer at least once
/// @param doubts those sends, newest first
public record ReminderReport(
    long queued, Map<Missed, Long> missed, List<Lost> lost, long doubtful, List<Doubt> doubts) {

  public record Lost(ReminderId reminder, LocalDate due, String lead, Missed why, Instant at) {}

  /// @param unknowns how often its answer was lost
  /// @param state where it stands: `sent`, `queued`, `unknown` …
  public record Doubt(long delivery, String state, int unknowns, Instant queuedAt) {}

  /// @param most lines of each list
  public static Future<ReminderReport> read(Pool pool, Instant since, int most) {
    Tuple from = Tuple.of(since.atOffset(ZoneOffset.UTC));
    Tuple some = Tuple.of(since.atOffset(ZoneOffset.UTC), most);
    Future<RowSet<Row>> counts =
        pool.preparedQuery(
                """
                select reason, count(*) from reminder_message where decided_at >= $1
                group by reason""")
            .execute(from);
    Future<RowSet<Row>> lost =
        pool.preparedQuery(
                """
                select reminder_id, due, lead, reason, decided_at from reminder_message
                where outcome = 'missed' and decided_at >= $1
                order by decided_at desc, reminder_id, send_at
                limit $2""")
            .execute(some);
    Future<RowSet<Row>> doubts =
        pool.preparedQuery(
                """
                select id, state, unknowns, created_at, count(*) over () from delivery
                where origin = 1 and unknowns > 0 and created_at >= $1
                order by id desc
                limit $2""")
            .execute(some);
    return Future.all(counts, lost, doubts)
        .map(_ -> of(counts.result(), lost.result(), doubts.result()));
  }

  private static ReminderReport of(
      RowSet<Row> counts, RowSet<Row> lostRows, RowSet<Row> doubtRows) {
    long queued = 0;
    Map<Missed, Long> missed = new EnumMap<>(Missed.class);
    for (Row row : counts) {
      String reason = row.getString(0);
      if (reason == null) {
        queued = row.getLong(1);
      } else {
        missed.put(Missed.ofKey(reason), row.getLong(1));
      }
    }
    List<Lost> lost = new ArrayList<>();
    lostRows.forEach(row -> lost.add(lost(row)));
    long doubtful = 0;
    List<Doubt> doubts = new ArrayList<>();
    for (Row row : doubtRows) {
      doubtful = row.getLong(4);
      doubts.add(
          new Doubt(
              row.getLong(0),
              row.getString(1),
              row.getInteger(2),
              row.getOffsetDateTime(3).toInstant()));
    }
    return new ReminderReport(queued, missed, lost, doubtful, doubts);
  }

  private static Lost lost(Row row) {
    return new Lost(
        new ReminderId(row.getLong(0)),
        row.getLocalDate(1),
        row.getString(2),
        Missed.ofKey(row.getString(3)),
        row.getOffsetDateTime(4).toInstant());
  }
}
