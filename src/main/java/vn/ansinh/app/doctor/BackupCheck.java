package vn.ansinh.app.doctor;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import vn.ansinh.app.doctor.Line.Part;
import vn.ansinh.app.ticks.JobRuns;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.db.Database;

/// How old the last backup is, of those made with our own command.
final class BackupCheck {
  /// A night may be missed.
  private static final Duration OLD = Duration.ofHours(50);

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu");
  private static final String CURE =
      "Chạy «backup», và đặt cho chạy mỗi đêm (deploy/README.md); có cách sao lưu khác thì thôi.";

  private BackupCheck() {}

  static Line of(Database database, Instant now) {
    try {
      RowSet<Row> rows =
          database
              .pool()
              .preparedQuery("select succeeded_at from job_run where job = $1")
              .execute(Tuple.of(JobRuns.BACKUP))
              .await();
      for (Row row : rows) {
        return line(row.getOffsetDateTime(0).toInstant(), now);
      }
      return Line.warning(Part.BACKUP, "Chưa sao lưu lần nào bằng lệnh «backup».", CURE);
    } catch (PgException e) {
      return Line.warning(
          Part.BACKUP, "Chưa xem được: cơ sở dữ liệu là của bản cũ hơn.", "Nâng cấp rồi khám lại.");
    }
  }

  private static Line line(Instant last, Instant now) {
    String said = "Lần cuối lúc %s.".formatted(MOMENT.format(last.atZone(VietnamTime.ZONE)));
    return Duration.between(last, now).compareTo(OLD) > 0
        ? Line.warning(Part.BACKUP, said, CURE)
        : Line.ok(Part.BACKUP, said);
  }
}
