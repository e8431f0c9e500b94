package vn.ansinh.bench.growth;

import io.vertx.sqlclient.Pool;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Rows that PostgreSQL has read so far, by table.
record Reads(Map<String, Long> tables) {
  private static final int MOST = 3;

  static Reads of(Pool pool) {
    Map<String, Long> tables = new TreeMap<>();
    pool.query(
            """
            select t.relname, t.seq_tup_read + greatest(coalesce(t.idx_tup_fetch, 0), (
                select coalesce(sum(i.idx_tup_read), 0) from pg_stat_user_indexes i
                where i.relid = t.relid))::bigint
            from pg_stat_user_tables t""")
        .execute()
        .await()
        .forEach(row -> tables.put(row.getString(0), row.getLong(1)));
    return new Reads(tables);
  }

  Reads minus(Reads before) {
    Map<String, Long> since = new TreeMap<>();
    tables.forEach((table, rows) -> since.put(table, rows - before.tables.getOrDefault(table, 0L)));
    return new Reads(since);
  }

  long all() {
    return tables.values().stream().mapToLong(Long::longValue).sum();
  }

  /// The tables of which the most was read: `delivery 1200, citizen 300`.
  String most() {
    return tables.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST)
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining(", "));
  }
}
