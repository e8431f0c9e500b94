package vn.ansinh.officer.session;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sign-ins that failed in a row. Writes the table `sign_in_failure`.
public final class Failures {
  /// In which everybody takes the rows, so that nobody waits for who waits for them.
  private static final Comparator<Subject> ORDER =
      Comparator.comparing(subject -> subject.key().getBytes(), Arrays::compareUnsigned);

  private final Pool pool;

  public Failures(Pool pool) {
    this.pool = pool;
  }

  /// Counts a try as failed before it is made, so that a hundred at the same moment are no more
  /// than one after the other; [#succeeded] takes it back.
  ///
  /// @return how long to wait, and nothing is counted; zero when one may try
  public Future<Duration> begin(List<Subject> subjects, Instant now) {
    Buffer[] keys = subjects.stream().sorted(ORDER).map(Subject::key).toArray(Buffer[]::new);
    return pool.withTransaction(
        transaction ->
            forget(transaction, now)
                .compose(_ -> add(transaction, keys, now))
                .compose(_ -> left(transaction, keys, subjects, now))
                .compose(
                    left ->
                        left.isZero()
                            ? count(transaction, keys, now).map(left)
                            : Future.succeededFuture(left)));
  }

  /// The try was a right one: nothing is held against who made it any more. A network stays with
  /// what others on it did.
  public Future<Void> succeeded(SqlConnection transaction, List<Subject> subjects) {
    Future<Void> done = Future.succeededFuture();
    for (Subject subject : subjects.stream().sorted(ORDER).toList()) {
      String sql =
          subject instanceof Subject.Network
              ? "update sign_in_failure set failures = failures - 1 where subject = $1"
              : "delete from sign_in_failure where subject = $1";
      done =
          done.compose(
              _ -> transaction.preparedQuery(sql).execute(Tuple.of(subject.key())).mapEmpty());
    }
    return done;
  }

  private static Future<?> forget(SqlConnection transaction, Instant now) {
    return transaction
        .preparedQuery(
            """
            delete from sign_in_failure where subject in (
              select subject from sign_in_failure where last_at < $1 for update skip locked)""")
        .execute(Tuple.of(utc(now.minus(Backoff.MEMORY))));
  }

  private static Future<?> add(SqlConnection transaction, Buffer[] keys, Instant now) {
    return transaction
        .preparedQuery(
            """
            insert into sign_in_failure (subject, failures, last_at)
            select each, 0, $2 from unnest($1::bytea[]) each
            on conflict do nothing""")
        .execute(Tuple.tuple().addArrayOfBuffer(keys).addValue(utc(now)));
  }

  private static Future<Duration> left(
      SqlConnection transaction, Buffer[] keys, List<Subject> subjects, Instant now) {
    Map<Buffer, Subject> known = new HashMap<>();
    subjects.forEach(subject -> known.put(subject.key(), subject));
    return transaction
        .preparedQuery(
            """
            select subject, failures, last_at from sign_in_failure
            where subject = any ($1) order by subject for update""")
        .execute(Tuple.tuple().addArrayOfBuffer(keys))
        .map(
            rows -> {
              Duration longest = Duration.ZERO;
              for (Row row : rows) {
                Subject subject = known.get(row.getBuffer(0));
                Instant lastAt = row.getOffsetDateTime(2).toInstant();
                Duration left =
                    subject == null
                        ? Duration.ZERO
                        : new Backoff(subject.free()).left(row.getInteger(1), lastAt, now);
                longest = left.compareTo(longest) > 0 ? left : longest;
              }
              return longest;
            });
  }

  private static Future<?> count(SqlConnection transaction, Buffer[] keys, Instant now) {
    return transaction
        .preparedQuery(
            """
            update sign_in_failure set failures = failures + 1, last_at = $2
            where subject = any ($1)""")
        .execute(Tuple.tuple().addArrayOfBuffer(keys).addValue(utc(now)));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
