package vn.ansinh.officer.log;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.officer.Entry;

/// Walks through the audit log and names every row that is not as it was written.
public final class AuditCheck {
  private static final int BATCH = 1_000;

  /// More are not told: the log is beyond trust anyhow.
  private static final int MOST_FLAWS = 100;

  private final SqlClient client;
  private final @Nullable Noted noted;
  private final List<Flaw> flaws = new ArrayList<>();
  private long last;
  private byte @Nullable [] previous = Entry.BEGINNING;

  private AuditCheck(SqlClient client, @Nullable Noted noted) {
    this.client = client;
    this.noted = noted;
  }

  /// A row and its hash, noted down outside the database: whoever rewrites the whole log cannot
  /// rewrite that.
  public record Noted(long number, String hash) {}

  /// @param end to note down; null for an empty log
  public record Report(long rows, @Nullable Noted end, List<Flaw> flaws) {}

  /// Looks at one state of the log, whoever writes meanwhile.
  ///
  /// @param transaction in which nothing was done yet
  /// @param noted null for nothing
  public static Future<Report> run(SqlConnection transaction, @Nullable Noted noted) {
    return transaction
        .query("set transaction isolation level repeatable read, read only")
        .execute()
        .compose(_ -> new AuditCheck(transaction, noted).walk(0));
  }

  private Future<Report> walk(long rows) {
    return client
        .preparedQuery("select * from audit where number > $1 order by number limit $2")
        .execute(Tuple.of(last, BATCH))
        .compose(
            batch -> {
              List<Row> read = new ArrayList<>();
              batch.forEach(read::add);
              return all(read, 0)
                  .compose(
                      _ ->
                          read.size() < BATCH ? end(rows + read.size()) : walk(rows + read.size()));
            });
  }

  private Future<Void> all(List<Row> rows, int from) {
    for (int i = from; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (!fits(row)) {
        int next = i + 1;
        return strayed(row).compose(_ -> all(rows, next));
      }
    }
    return Future.succeededFuture();
  }

  /// Notes what is missing before the row; the one after a gap cannot be judged.
  private boolean fits(Row row) {
    Entry entry = Entry.read(row);
    byte[] hash = row.getBuffer("hash").getBytes();
    if (entry.number() > last + 1) {
      flaws.add(new Flaw.Missing(last + 1, entry.number() - 1));
      previous = null;
    }
    if (noted != null
        && noted.number == entry.number()
        && !noted.hash.equals(HexFormat.of().formatHex(hash))) {
      flaws.add(new Flaw.Rewritten(entry.number()));
    }
    byte[] before = previous;
    last = entry.number();
    previous = hash;
    return before == null || Arrays.equals(entry.hash(before), hash) || flaws.size() >= MOST_FLAWS;
  }

  /// Whether the row fits behind another one, under the number that belongs there.
  private Future<Void> strayed(Row row) {
    Entry entry = Entry.read(row);
    byte[] hash = row.getBuffer("hash").getBytes();
    return client
        .query("select number, hash from audit")
        .execute()
        .map(
            rows -> {
              Flaw flaw = new Flaw.Altered(entry.number());
              for (Row other : rows) {
                byte[] before = other.getBuffer(1).getBytes();
                // The one before may have been moved itself, by one.
                for (long was = other.getLong(0); was <= other.getLong(0) + 1; was++) {
                  if (Arrays.equals(entry.numbered(was).hash(before), hash)) {
                    flaw = new Flaw.Moved(entry.number(), was);
                  }
                }
              }
              flaws.add(flaw);
              return null;
            });
  }

  private Future<Report> end(long rows) {
    return client
        .query("select number from audit_end")
        .execute()
        .map(
            found -> {
              long should = found.size() == 0 ? last : found.iterator().next().getLong(0);
              long beyond = noted == null ? should : Math.max(should, noted.number);
              if (beyond > last) {
                flaws.add(new Flaw.Missing(last + 1, beyond));
              }
              byte[] hash = previous;
              Noted end =
                  rows == 0 || hash == null
                      ? null
                      : new Noted(last, HexFormat.of().formatHex(hash));
              return new Report(rows, end, List.copyOf(flaws));
            });
  }
}
