package vn.ansinh.inbox.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.inbox.Case;
import vn.ansinh.inbox.CaseState;
import vn.ansinh.inbox.Entry;
import vn.ansinh.officer.OfficerId;

/// The cases for officers to read.
public final class CasePages {
  /// Whether a case `k` is overdue at $1, or has been seen by nobody for a day of work.
  static final String LATE = "(k.promised_at <= $1 or (k.state = 'waiting' and k.unseen_at <= $1))";

  private static final String CASES =
      """
      select k.id, k.state, k.officer_id, coalesce(o.name, '') as holder, k.version, k.opened_at,
        k.promised_at, coalesce(%s, false) as late, first.body as question, c.channel,
        c.unreachable_at is not null as lost,
        case when c.chat_code_until > $1 then c.chat_code end as code
      from inbox_case k
      join citizen c on c.id = k.citizen_id
      left join officer o on o.id = k.officer_id
      cross join lateral (
        select body from inbox_message m where m.case_id = k.id order by m.id limit 1) as first
      """
          .formatted(LATE);

  private final Pool pool;
  private final Clock clock;

  public CasePages(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /// @param waiting cases whose citizen waits for an answer, the late ones among them
  /// @param late cases that are overdue, or that nobody has looked at for a day of work
  public record Counts(long waiting, long late) {}

  public Future<Counts> counts() {
    return pool.preparedQuery(
            "select count(*), count(*) filter (where "
                + LATE
                + ") from inbox_case k where k.promised_at is not null")
        .execute(Tuple.of(now()))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new Counts(row.getLong(0), row.getLong(1));
            });
  }

  /// Those that are open: first those that nobody has taken, then the others whose citizen waits,
  /// then the answered ones; of each kind the most pressing first.
  public Future<List<Case>> open(int most) {
    return read(
        CASES
            + """
            where k.state <> 'closed'
            order by array_position(array['waiting', 'claimed', 'answered'], k.state),
              k.promised_at, k.touched_at desc, k.id
            limit $2""",
        most);
  }

  /// Those that are closed, the last one first.
  public Future<List<Case>> closed(int most) {
    return read(
        CASES
            + """
            where k.state = 'closed'
            order by k.touched_at desc, k.id desc
            limit $2""",
        most);
  }

  public Future<Optional<Case>> find(long number) {
    return read(CASES + "where k.id = $2", number).map(found -> found.stream().findFirst());
  }

  private Future<List<Case>> read(String sql, Object value) {
    return pool.preparedQuery(sql).execute(Tuple.of(now(), value)).map(CasePages::cases);
  }

  private static List<Case> cases(RowSet<Row> rows) {
    List<Case> cases = new ArrayList<>();
    for (Row row : rows) {
      Long officer = row.getLong("officer_id");
      OffsetDateTime promised = row.getOffsetDateTime("promised_at");
      cases.add(
          new Case(
              row.getLong("id"),
              CaseState.of(row.getString("state")),
              officer == null ? null : new OfficerId(officer),
              row.getString("holder"),
              row.getInteger("version"),
              row.getOffsetDateTime("opened_at").toInstant(),
              promised == null ? null : promised.toInstant(),
              row.getBoolean("late"),
              row.getString("question"),
              new Case.Reach(
                  row.getString("channel"), row.getBoolean("lost"), orEmpty(row, "code"))));
    }
    return cases;
  }

  /// All that was said, in order.
  public Future<List<Entry>> thread(long number) {
    return pool.preparedQuery(
            """
            select o.name, m.body, m.answered, m.added, m.said_at, d.state
            from inbox_message m
            left join officer o on o.id = m.officer_id
            left join delivery d on d.id = m.delivery_id
            where m.case_id = $1
            order by m.id""")
        .execute(Tuple.of(number))
        .map(
            rows -> {
              List<Entry> entries = new ArrayList<>();
              rows.forEach(row -> entries.add(entry(row)));
              return entries;
            });
  }

  private static Entry entry(Row row) {
    return new Entry(
        orEmpty(row, "name"),
        row.getString("body"),
        orEmpty(row, "answered"),
        orEmpty(row, "added"),
        row.getOffsetDateTime("said_at").toInstant(),
        orEmpty(row, "state"));
  }

  private static String orEmpty(Row row, String column) {
    @Nullable String value = row.getString(column);
    return Objects.requireNonNullElse(value, "");
  }

  private OffsetDateTime now() {
    return CaseStore.utc(clock.instant());
  }
}
