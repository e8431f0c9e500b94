package vn.ansinh.db;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/// The migrations of a database beside those of this program.
///
/// @param current the newest that the database has; empty when it has none
/// @param pending those that this program has and the database has not
/// @param failed those that began and did not end well
/// @param unknown those of a newer program
public record Migrations(String current, int pending, int failed, int unknown) {
  static Migrations of(Database.Jdbc jdbc) {
    try {
      var info =
          Flyway.configure().dataSource(jdbc.url(), jdbc.user(), jdbc.password()).load().info();
      MigrationInfo newest = info.current();
      return new Migrations(
          newest == null ? "" : String.valueOf(newest.getVersion()),
          info.pending().length,
          (int) Arrays.stream(info.all()).filter(each -> each.getState().isFailed()).count(),
          (int) Arrays.stream(info.all()).filter(Migrations::isUnknown).count());
    } catch (FlywayException e) {
      throw new DatabaseException("Không xem được các bước cập nhật của cơ sở dữ liệu.", e);
    }
  }

  private static boolean isUnknown(MigrationInfo each) {
    return each.getState().isApplied() && !each.getState().isResolved();
  }
}
