package vn.ansinh.officer;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/// The log of everything that officers did: rows are only ever added, each tied by a hash to the
/// one before. Writes the table `audit`.
public final class Audit {
  /// Of the lock that lets one writer at a time add a row.
  private static final long LOCK = 0x616E73696E68L;

  private final Clock clock;

  public Audit(Clock clock) {
    this.clock = clock;
  }

  /// Adds a row, which is there when the caller's transaction is committed and not otherwise. Call
  /// it last: until then everybody else who writes to the log waits.
  ///
  /// @param act what was done, a word of the code such as `broadcast.approve`
  /// @param object what it was done to, such as `broadcast 17`; empty for nothing in particular
  /// @param details no personal data of citizens, no secrets
  /// @return the number of the row
  public Future<Long> record(
      SqlConnection transaction, Actor actor, String act, String object, JsonObject details) {
    return transaction
        .preparedQuery("select pg_advisory_xact_lock($1)")
        .execute(Tuple.of(LOCK))
        // A statement of its own: it must see what the last holder of the lock has committed.
        .compose(
            _ ->
                transaction
                    .preparedQuery("select number, hash from audit order by number desc limit 1")
                    .execute())
        .compose(
            rows -> {
              long number = 1;
              byte[] previous = Entry.BEGINNING;
              for (Row row : rows) {
                number = row.getLong(0) + 1;
                previous = row.getBuffer(1).getBytes();
              }
              return add(transaction, entry(number, actor, act, object, details), previous);
            });
  }

  private Entry entry(long number, Actor actor, String act, String object, JsonObject details) {
    OptionalLong officer =
        actor instanceof Actor.Member(OfficerId id)
            ? OptionalLong.of(id.value())
            : OptionalLong.empty();
    String kind =
        switch (actor) {
          case Actor.Member _ -> "officer";
          case Actor.CommandLine _ -> "command-line";
          case Actor.Service _ -> "service";
          case Actor.Stranger _ -> "stranger";
        };
    return new Entry(
        number,
        // As exact as the database keeps it.
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        kind,
        officer.isPresent() ? officer.getAsLong() : null,
        act,
        object,
        details.encode());
  }

  private static Future<Long> add(SqlConnection transaction, Entry entry, byte[] previous) {
    return transaction
        .preparedQuery(
            """
            insert into audit (number, at, kind, officer_id, act, object, details, hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""")
        .execute(
            Tuple.tuple()
                .addLong(entry.number())
                .addOffsetDateTime(entry.at().atOffset(ZoneOffset.UTC))
                .addString(entry.kind())
                .addLong(entry.officer())
                .addString(entry.act())
                .addString(entry.object())
                .addString(entry.details())
                .addBuffer(Buffer.buffer(entry.hash(previous))))
        .map(entry.number());
  }
}
