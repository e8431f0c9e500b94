package vn.ansinh.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/// The migrations of a database beside those of this program.
///
/// @param current the newest that the database has; empty when it has none
/// @param pending those that this program has and the database has not
/// @param failed those that began and did not end well
/// @param unknown those of a newer program
public record Migrations(String current, int pending, int failed, int unknown) {
  /// Of this program.
  static final String NEWEST = "latest";

  /// Its number.
  static final String NEWEST_NUMBER = "22";

  static Migrations of(Database.Jdbc jdbc) {
    try {
      var info = flyway(jdbc).load().info();
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

  /// @param target the last to be run, or [#NEWEST]
  static void migrate(Database.Jdbc jdbc, String target) {
    if (target.equals(NEWEST) && isNewest(jdbc)) {
      return;
    }
    try {
      flyway(jdbc).target(target).load().migrate();
    } catch (FlywayException e) {
      throw new DatabaseException(
          "Không nối được hoặc không cập nhật được cơ sở dữ liệu; xem lại database.url và quyền của tài khoản.",
          e);
    }
  }

  static void clean(Database.Jdbc jdbc) {
    try {
      flyway(jdbc).cleanDisabled(false).load().clean();
    } catch (FlywayException e) {
      throw new DatabaseException("Không dọn được cơ sở dữ liệu; xem lại quyền của tài khoản.", e);
    }
  }

  static boolean knows(Database.Jdbc jdbc, String version) {
    return Arrays.stream(flyway(jdbc).load().info().all())
        .anyMatch(
            each ->
                each.getState().isResolved() && version.equals(String.valueOf(each.getVersion())));
  }

  /// Asked first, for that takes a hundredth of what it takes to compare all of them, and at nearly
  /// every start it is so.
  private static boolean isNewest(Database.Jdbc jdbc) {
    try (Connection connection =
            DriverManager.getConnection(jdbc.url(), orNull(jdbc.user()), orNull(jdbc.password()));
        Statement statement = connection.createStatement();
        ResultSet last =
            statement.executeQuery(
                """
                select version, success from flyway_schema_history
                order by installed_rank desc limit 1""")) {
      return last.next() && NEWEST_NUMBER.equals(last.getString(1)) && last.getBoolean(2);
    } catch (SQLException e) {
      // No such table yet, or no such database: said better by whoever goes on.
      return false;
    }
  }

  private static FluentConfiguration flyway(Database.Jdbc jdbc) {
    return Flyway.configure().dataSource(jdbc.url(), orNull(jdbc.user()), orNull(jdbc.password()));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static boolean isUnknown(MigrationInfo each) {
    return each.getState().isApplied() && !each.getState().isResolved();
  }
}
