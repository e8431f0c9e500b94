package vn.ansinh.officer.log;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ansinh.officer.Entry;

/// The audit log for people to read, newest first.
public final class AuditPages {
  private final Pool pool;

  public AuditPages(Pool pool) {
    this.pool = pool;
  }

  /// @param officer whose acts; empty for everybody's
  /// @param act empty for all
  /// @param before only rows with a lower number; null for the newest
  public record Wanted(String officer, String act, @Nullable Long before) {}

  /// @param officer whose act it was; null when it was no officer's
  /// @param object what it was done to: the login in place of an officer's number
  public record Line(Entry entry, @Nullable String officer, String object) {
    /// What else there is to say about it, by name.
    public Map<String, Object> details() {
      return new JsonObject(entry.details()).getMap();
    }
  }

  /// @param size one more is read, to see whether another page follows
  public Future<List<Line>> read(Wanted wanted, int size) {
    return pool.preparedQuery(
            """
            select a.*, o.login, coalesce(t.login, a.object) as shown
            from audit a
            left join officer o on o.id = a.officer_id
            left join officer t on a.object = 'officer ' || t.id
            where ($1 = '' or a.officer_id = (select id from officer where login = $1))
              and ($2 = '' or a.act = $2)
              and a.number < $3
            order by a.number desc
            limit $4""")
        .execute(
            Tuple.of(
                wanted.officer,
                wanted.act,
                wanted.before == null ? Long.valueOf(Long.MAX_VALUE) : wanted.before,
                size + 1))
        .map(AuditPages::lines);
  }

  private static List<Line> lines(RowSet<Row> rows) {
    List<Line> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(line(row)));
    return lines;
  }

  /// What was done to one thing, oldest first.
  public Future<List<Line>> about(String object, int most) {
    return pool.preparedQuery(
            """
            select a.*, o.login, a.object as shown
            from audit a left join officer o on o.id = a.officer_id
            where a.object = $1
            order by a.number
            limit $2""")
        .execute(Tuple.of(object, most))
        .map(AuditPages::lines);
  }

  /// Every act that occurs, found by jumping through the index from one to the next.
  public Future<List<String>> acts() {
    return pool.query(
            """
            with recursive found as (
              select min(act) as act from audit
              union all
              select (select min(act) from audit where act > found.act)
              from found where found.act is not null)
            select act from found where act is not null""")
        .execute()
        .map(
            rows -> {
              List<String> acts = new ArrayList<>();
              rows.forEach(row -> acts.add(row.getString(0)));
              return acts;
            });
  }

  private static Line line(Row row) {
    return new Line(Entry.read(row), row.getString("login"), row.getString("shown"));
  }
}
