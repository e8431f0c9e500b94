package vn.ansinh.app.ticks;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The jobs as the database knows them, whichever node runs them.
final class JobList {
  private JobList() {}

  /// @param last null when it has not run since its rhythm was set
  /// @param next null when it will not run
  /// @param state as Quartz calls it: `WAITING`, `ACQUIRED`, `BLOCKED` …
  public record Line(String name, @Nullable Instant last, @Nullable Instant next, String state) {}

  public static Future<List<Line>> read(Pool pool) {
    return pool.query(
            """
            select job_name, prev_fire_time, next_fire_time, trigger_state
            from qrtz_triggers
            order by job_name""")
        .execute()
        .map(
            rows -> {
              List<Line> lines = new ArrayList<>();
              rows.forEach(
                  row ->
                      lines.add(
                          new Line(
                              row.getString(0), moment(row, 1), moment(row, 2), row.getString(3))));
              return lines;
            });
  }

  /// Quartz writes milliseconds, and 0 or less for never.
  private static @Nullable Instant moment(Row row, int column) {
    Long millis = row.getLong(column);
    return millis == null || millis <= 0 ? null : Instant.ofEpochMilli(millis);
  }
}
