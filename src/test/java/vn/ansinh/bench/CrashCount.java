package vn.ansinh.bench;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.io.PrintStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.reminder.store.ReminderReport;

/// What came of the reminders of one run, counted at the receiving end and compared with what the
/// service itself reports.
///
/// @param due messages, by the planner
/// @param arrived of them
/// @param named not sent, for a reason that the report names
/// @param unsure never arrived, but listed as perhaps sent
/// @param missing neither arrived nor listed
/// @param twice came once too often
/// @param lostAnswers of them, those where the sender of an earlier copy was killed over it
/// @param unlisted of them, those that the report does not list
/// @param doubtful all that the report lists as perhaps sent
/// @param indecent sent outside decent hours, by the clock of the node that sent it
record CrashCount(
    int due,
    int arrived,
    int named,
    int unsure,
    int missing,
    int twice,
    int lostAnswers,
    int unlisted,
    long doubtful,
    long indecent) {
  private static final int MOST = 100_000;

  /// @param due how many messages, by chat
  static CrashCount of(Pool pool, Instant since, Map<Long, Integer> due, List<CrashNode> nodes) {
    ReminderReport report = ReminderReport.read(pool, since, MOST).await();
    Map<Long, Integer> named = new HashMap<>();
    report.lost().forEach(lost -> named.merge(chatOf(pool, lost), 1, Integer::sum));
    Set<Long> doubted = new HashSet<>();
    report.doubts().forEach(doubt -> doubted.add(chatOf(pool, doubt)));
    int[] sum = new int[6];
    due.forEach(
        (chat, all) -> {
          int expected = all - named.getOrDefault(chat, 0);
          int came = came(nodes, chat);
          int different = Math.min(expected, different(nodes, chat));
          sum[0] += different;
          sum[doubted.contains(chat) ? 1 : 2] += expected - different;
          if (came > different) {
            sum[3] += came - different;
            sum[4] += killedOver(nodes, chat) ? came - different : 0;
            sum[5] += doubted.contains(chat) ? 0 : came - different;
          }
        });
    return new CrashCount(
        due.values().stream().mapToInt(Integer::intValue).sum(),
        sum[0],
        report.lost().size(),
        sum[1],
        sum[2],
        sum[3],
        sum[4],
        sum[5],
        report.doubtful(),
        indecent(pool));
  }

  private static int came(List<CrashNode> nodes, long chat) {
    return (int)
        nodes.stream()
            .flatMap(node -> node.arrivals().stream())
            .filter(arrival -> arrival.chat() == chat)
            .count();
  }

  private static int different(List<CrashNode> nodes, long chat) {
    return (int)
        nodes.stream()
            .flatMap(node -> node.arrivals().stream())
            .filter(arrival -> arrival.chat() == chat)
            .map(CrashNode.Arrival::text)
            .distinct()
            .count();
  }

  private static boolean killedOver(List<CrashNode> nodes, long chat) {
    return nodes.stream()
        .anyMatch(
            node ->
                node.arrivals().stream()
                    .anyMatch(arrival -> arrival.chat() == chat && node.diedOver(arrival)));
  }

  private static long chatOf(Pool pool, ReminderReport.Lost lost) {
    return chat(
        pool,
        "select c.address from reminder r join citizen c on c.id = r.citizen_id where r.id = $1",
        lost.reminder().value());
  }

  private static long chatOf(Pool pool, ReminderReport.Doubt doubt) {
    return chat(
        pool,
        "select c.address from delivery d join citizen c on c.id = d.citizen_id where d.id = $1",
        doubt.delivery());
  }

  private static long chat(Pool pool, String sql, long id) {
    Row row = pool.preparedQuery(sql).execute(Tuple.of(id)).await().iterator().next();
    return Long.parseLong(row.getString(0));
  }

  private static long indecent(Pool pool) {
    return pool.query(
            """
            select count(*) from delivery
            where state = 'sent'
              and ((settled_at at time zone 'Asia/Ho_Chi_Minh')::time < '08:00'
                or (settled_at at time zone 'Asia/Ho_Chi_Minh')::time >= '20:00')""")
        .execute()
        .await()
        .iterator()
        .next()
        .getLong(0);
  }

  /// Nothing vanished, and nothing came twice but for a lost answer that is listed.
  boolean good() {
    return missing == 0 && twice == lostAnswers && unlisted == 0 && indecent == 0;
  }

  void print(PrintStream out) {
    row(out, "due", due);
    row(out, "arrived", arrived);
    row(out, "not sent, named with the reason", named);
    row(out, "not arrived, listed as perhaps sent", unsure);
    row(out, "missing", missing);
    row(out, "came twice", twice);
    row(out, "  its sender was killed over the first", lostAnswers);
    row(out, "  not listed as perhaps sent", unlisted);
    row(out, "listed as perhaps sent in all", doubtful);
    row(out, "sent outside decent hours", indecent);
  }

  private static void row(PrintStream out, String name, long value) {
    out.printf("%-44s %d%n", name, value);
  }
}
