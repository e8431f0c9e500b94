package vn.ansinh.backup;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A table as the database itself describes it.
///
/// @param columns those that are stored as they are given
/// @param generated those that the database works out
/// @param identities those that a sequence numbers
/// @param parents the tables that its foreign keys lead to
/// @param guarded whether triggers of our own watch over it
record Table(
    String name,
    List<String> columns,
    List<String> generated,
    List<String> identities,
    Set<String> parents,
    boolean guarded) {

  /// Of the processes that run, not of what they know: the schedule is made anew at every start,
  /// and no node of another database lives here.
  private static final String LEFT_OUT = "node|lease|qrtz_.*|flyway_schema_history";

  /// All tables whose rows are kept, parents first.
  static List<Table> all(SqlConnection connection) {
    List<Table> waiting = new ArrayList<>();
    connection
        .query(
            """
            select c.relname::text,
              array(select a.attname::text from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                  and a.attgenerated = ''
                order by a.attnum),
              array(select a.attname::text from pg_attribute a
                where a.attrelid = c.oid and not a.attisdropped and a.attgenerated <> ''),
              array(select a.attname::text from pg_attribute a
                where a.attrelid = c.oid and not a.attisdropped and a.attidentity <> ''),
              array(select distinct p.relname::text from pg_constraint f
                join pg_class p on p.oid = f.confrelid
                where f.conrelid = c.oid and f.contype = 'f' and p.oid <> c.oid),
              exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)
            from pg_class c
            where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
            order by c.relname""")
        .execute()
        .await()
        .forEach(row -> waiting.add(of(row)));
    waiting.removeIf(table -> table.name.matches(LEFT_OUT));
    return parentsFirst(waiting);
  }

  private static List<Table> parentsFirst(List<Table> waiting) {
    List<Table> ordered = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    while (!waiting.isEmpty()) {
      List<Table> next =
          waiting.stream().filter(table -> placed.containsAll(table.parents)).toList();
      if (next.isEmpty()) {
        throw new IllegalStateException("foreign keys in a circle: " + waiting);
      }
      next.forEach(table -> placed.add(table.name));
      ordered.addAll(next);
      waiting.removeAll(next);
    }
    return ordered;
  }

  private static Table of(Row row) {
    return new Table(
        row.getString(0),
        List.of(row.getArrayOfStrings(1)),
        List.of(row.getArrayOfStrings(2)),
        List.of(row.getArrayOfStrings(3)),
        Set.of(row.getArrayOfStrings(4)),
        row.getBoolean(5));
  }

  /// As SQL writes it.
  String quoted() {
    return quoted(name);
  }

  /// As SQL lists them.
  String columnList() {
    return columns.stream().map(Table::quoted).collect(Collectors.joining(", "));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
