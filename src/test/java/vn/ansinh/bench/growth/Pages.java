package vn.ansinh.bench.growth;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.ansinh.bench.SignedIn;

/// How long officers wait for the pages that look at all citizens.
final class Pages {
  private static final Path PAYMENTS = Path.of("knowledge-base/calendar/payments.yaml");

  private final Pool pool;
  private final SignedIn officer;

  /// @param address of the service
  Pages(Pool pool, String address) {
    this.pool = pool;
    this.officer = new SignedIn(pool, address, Plan.NOW);
  }

  /// Seconds, by page.
  Map<String, Double> seconds() throws IOException {
    propose();
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("Today, the first time", seconds("/console/today"));
    seconds.put("Today, again", seconds("/console/today"));
    seconds.put("questions to look at", seconds("/console/questions"));
    seconds.put("days", seconds("/console/dates"));
    seconds.put("preview of other days", seconds("/console/dates/payments/proposal"));
    seconds.put("a broadcast", seconds("/console/broadcasts/" + last()));
    return seconds;
  }

  private double seconds(String path) {
    long begun = System.nanoTime();
    officer.fetch(path);
    return (System.nanoTime() - begun) / 1e9;
  }

  private long last() {
    return pool.query("select max(id) from broadcast")
        .execute()
        .await()
        .iterator()
        .next()
        .getLong(0);
  }

  /// Pensions come two days later.
  private void propose() throws IOException {
    String body = Files.readString(PAYMENTS);
    String moved = body.replace("ngày 1–5 hằng tháng", "ngày 3–7 hằng tháng");
    if (moved.equals(body)) {
      throw new IllegalStateException("no such rule in " + PAYMENTS);
    }
    pool.preparedQuery(
            """
            insert into proposed_dates (file, body, authors, edited_at)
            select 'calendar/payments.yaml', $1::text, array_agg(id), $2::timestamptz from officer""")
        .execute(Tuple.of(moved, Plan.NOW.atOffset(ZoneOffset.UTC)))
        .await();
  }
}
