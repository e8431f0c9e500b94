package vn.ansinh.app.doctor;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.app.doctor.Line.Part;
import vn.ansinh.db.Database;
import vn.ansinh.db.DatabaseException;
import vn.ansinh.db.DatabaseSettings;
import vn.ansinh.db.Migrations;

/// The database, its migrations and its backups.
///
/// @param ahead by how much its clock is before ours; empty when it cannot be asked
record DatabaseCheck(List<Line> lines, Optional<Duration> ahead) {
  private static final int MEGABYTE = 1 << 20;
  private static final int ROOM = 10;

  static DatabaseCheck of(Vertx vertx, DatabaseSettings settings, Clock clock) {
    try (Database database = Database.visit(vertx, settings)) {
      Instant asked = clock.instant();
      Row row = ask(database);
      Instant answered = clock.instant();
      Instant middle = asked.plus(Duration.between(asked, answered).dividedBy(2));
      Migrations migrations = database.migrations();
      List<Line> lines = new ArrayList<>(List.of(connected(row), migrated(migrations)));
      if (migrations.pending() == 0) {
        lines.add(NodesCheck.of(database.pool()));
      }
      lines.add(BackupCheck.of(database, answered));
      Instant there = row.getOffsetDateTime("now").toInstant();
      return new DatabaseCheck(lines, Optional.of(Duration.between(middle, there)));
    } catch (DatabaseException e) {
      return new DatabaseCheck(
          List.of(
              Line.fault(
                  Part.DATABASE,
                  String.valueOf(e.getMessage()),
                  "Xem PostgreSQL có chạy không, địa chỉ và mật khẩu có đúng không."),
              Line.warning(
                  Part.MIGRATIONS,
                  "Chưa xem được vì chưa mở được cơ sở dữ liệu.",
                  "Chữa cơ sở dữ liệu trước, rồi khám lại.")),
          Optional.empty());
    }
  }

  private static Row ask(Database database) {
    return database
        .pool()
        .query(
            """
            select clock_timestamp() as now,
              current_setting('server_version') as version,
              current_setting('server_version_num')::integer as number,
              current_setting('max_connections')::integer as most,
              (select count(*) from pg_stat_activity where backend_type = 'client backend')::integer
                as used,
              pg_database_size(current_database()) as size""")
        .execute()
        .await()
        .iterator()
        .next();
  }

  private static Line connected(Row row) {
    int used = row.getInteger("used");
    int most = row.getInteger("most");
    String said =
        "PostgreSQL %s, %d MB, %d trong %d kết nối đang dùng."
            .formatted(row.getString("version"), row.getLong("size") / MEGABYTE, used, most);
    if (row.getInteger("number") < 150_000) {
      return Line.warning(
          Part.DATABASE, said, "Bản này cũ hơn bản đã thử; nâng PostgreSQL lên 15 trở lên.");
    }
    return most - used < ROOM
        ? Line.warning(
            Part.DATABASE,
            said,
            "Sắp hết kết nối: tăng max_connections, hoặc bớt chương trình khác.")
        : Line.ok(Part.DATABASE, said);
  }

  private static Line migrated(Migrations migrations) {
    String at = "Đang ở bản " + migrations.current();
    if (migrations.failed() > 0) {
      return Line.fault(
          Part.MIGRATIONS,
          at + "; có bước cập nhật hỏng giữa chừng.",
          "Phục hồi bản sao lưu ngay trước khi nâng cấp, rồi nâng cấp lại.");
    }
    if (migrations.unknown() > 0) {
      return Line.warning(
          Part.MIGRATIONS,
          at + ", mới hơn chương trình này.",
          "Chạy đúng bản An Sinh đã nâng cấp cơ sở dữ liệu, hoặc phục hồi bản sao lưu trước đó.");
    }
    return migrations.pending() > 0
        ? Line.warning(
            Part.MIGRATIONS,
            at + ", còn %d bước chưa chạy.".formatted(migrations.pending()),
            "Khởi động dịch vụ bằng bản này, các bước ấy tự chạy.")
        : Line.ok(Part.MIGRATIONS, at + ", là bản mới nhất.");
  }
}
