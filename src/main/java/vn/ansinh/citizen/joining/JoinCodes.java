package vn.ansinh.citizen.joining;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.Chat;
import vn.ansinh.citizen.CitizenId;

/// Codes by which two chats show that they are one person's. Writes the table `joining`.
///
/// A wrong code costs what any other wrong code costs, whether it was never shown, is over or was
/// used: it is looked up once and counted once.
public final class JoinCodes {
  /// So long a code is good.
  public static final Duration GOOD = Duration.ofMinutes(10);

  /// So many wrong codes may be typed in a row.
  public static final int MOST_WRONG = 5;

  /// How long after the last of them no code is looked at.
  public static final Duration WAIT = Duration.ofMinutes(15);

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:/?(?:ma )?(?:noi|ma)[ :.,-]*((?:\\d[ .-]*){8})|(\\d{4}[ -]?\\d{4}))[.!]?");

  /// Eight digits, however they were typed: "NOI 4827 1936", "nối 4827-1936", "48271936".
  ///
  /// @param folded without marks, in small letters
  /// @return the digits alone; empty for a text that is something else
  public static Optional<String> read(String folded) {
    Matcher matcher = WRITTEN.matcher(folded.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String digits = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return Optional.of(digits.replaceAll("\\D", ""));
  }

  /// As it is shown: `NOI 4827 1936`.
  public static String shown(String code) {
    return "NOI " + code.substring(0, 4) + " " + code.substring(4);
  }

  /// From now on the chat can be joined by this code, and by no earlier one.
  public Future<Void> show(SqlConnection transaction, CitizenId citizen, String code, Instant now) {
    return transaction
        .preparedQuery(
            """
            insert into joining (citizen_id, code, code_until) values ($1, $2, $3)
            on conflict (citizen_id) do update
              set code = excluded.code, code_until = excluded.code_until""")
        .execute(Tuple.of(citizen.value(), code, now.plus(GOOD).atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /// How long no code is looked at that is typed in this chat; zero when one is.
  public Future<Duration> wait(SqlConnection transaction, CitizenId citizen, Instant now) {
    return transaction
        .preparedQuery("select wrong_at from joining where citizen_id = $1 and wrong >= $2")
        .execute(Tuple.of(citizen.value(), MOST_WRONG))
        .map(
            rows -> {
              for (Row row : rows) {
                Instant over = row.getOffsetDateTime(0).toInstant().plus(WAIT);
                return over.isAfter(now) ? Duration.between(now, over) : Duration.ZERO;
              }
              return Duration.ZERO;
            });
  }

  /// The chat that shows this code; empty for a code that is not good any more, that nobody was
  /// shown, or that by chance two were.
  public Future<Optional<Chat>> find(SqlConnection transaction, String code, Instant now) {
    return transaction
        .preparedQuery(
            """
            select c.id, c.channel, c.address from joining j join citizen c on c.id = j.citizen_id
            where j.code = $1 and j.code_until > $2 and c.erased_at is null""")
        .execute(Tuple.of(code, now.atOffset(ZoneOffset.UTC)))
        .map(JoinCodes::chat);
  }

  private static Optional<Chat> chat(RowSet<Row> rows) {
    if (rows.size() != 1) {
      return Optional.empty();
    }
    Row row = rows.iterator().next();
    return Optional.of(
        new Chat(new CitizenId(row.getLong(0)), new Address(row.getString(1), row.getString(2))));
  }

  /// Counts one more; earlier ones are forgotten once their wait is over.
  ///
  /// @return how many may still be typed before there is a wait
  public Future<Integer> wrong(SqlConnection transaction, CitizenId citizen, Instant now) {
    return transaction
        .preparedQuery(
            """
            insert into joining as j (citizen_id, wrong, wrong_at) values ($1, 1, $2)
            on conflict (citizen_id) do update
              set wrong = case when j.wrong_at <= $3 then 1 else j.wrong + 1 end, wrong_at = $2
            returning wrong""")
        .execute(
            Tuple.of(
                citizen.value(),
                now.atOffset(ZoneOffset.UTC),
                now.minus(WAIT).atOffset(ZoneOffset.UTC)))
        .map(rows -> Math.max(0, MOST_WRONG - rows.iterator().next().getInteger(0)));
  }

  /// Both are joined: neither is by its code any more.
  public Future<Void> used(SqlConnection transaction, CitizenId one, CitizenId other) {
    return transaction
        .preparedQuery("delete from joining where citizen_id in ($1, $2)")
        .execute(Tuple.of(one.value(), other.value()))
        .mapEmpty();
  }
}
