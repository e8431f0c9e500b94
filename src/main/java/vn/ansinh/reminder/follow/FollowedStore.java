package vn.ansinh.reminder.follow;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.calendar.Span;

/// Writes the table `followed_calendars`.
final class FollowedStore {
  /// @param isCurrent whether the mark is the one that was asked for
  /// @param published what people know
  record Days(boolean isCurrent, Published published) {}

  /// The days as they were published.
  ///
  /// @param payments by benefit, and by the first day as scheduled
  /// @param sessions of the station, by the first day as scheduled
  record Published(Map<String, Map<LocalDate, Span>> payments, Map<LocalDate, Span> sessions) {}

  /// Empty when nothing was followed yet.
  Optional<Days> read(Pool pool, String mark) {
    for (Row row :
        pool.preparedQuery("select mark = md5($1), days, sessions from followed_calendars")
            .execute(Tuple.of(mark))
            .await()) {
      return Optional.of(
          new Days(
              row.getBoolean(0),
              new Published(decode(row.getJsonObject(1)), spans(row.getJsonObject(2)))));
    }
    return Optional.empty();
  }

  void keep(Pool pool, String mark, Published published, Instant now) {
    pool.preparedQuery(
            """
            insert into followed_calendars (mark, days, sessions, followed_at)
            values (md5($1), $2, $3, $4)
            on conflict (one) do update set mark = excluded.mark, days = excluded.days,
              sessions = excluded.sessions, followed_at = excluded.followed_at""")
        .execute(
            Tuple.of(
                mark,
                encode(published.payments),
                json(published.sessions),
                now.atOffset(ZoneOffset.UTC)))
        .await();
  }

  private static JsonObject encode(Map<String, Map<LocalDate, Span>> payments) {
    JsonObject json = new JsonObject();
    payments.forEach((benefit, days) -> json.put(benefit, json(days)));
    return json;
  }

  private static JsonObject json(Map<LocalDate, Span> days) {
    JsonObject spans = new JsonObject();
    days.forEach((day, span) -> spans.put(day.toString(), span.first() + ".." + span.last()));
    return spans;
  }

  private static Map<String, Map<LocalDate, Span>> decode(JsonObject json) {
    return json.fieldNames().stream()
        .collect(
            Collectors.toMap(Function.identity(), benefit -> spans(json.getJsonObject(benefit))));
  }

  private static Map<LocalDate, Span> spans(JsonObject json) {
    Map<LocalDate, Span> spans = new TreeMap<>();
    json.forEach(
        entry ->
            Span.parse(String.valueOf(entry.getValue()))
                .ifPresent(span -> spans.put(LocalDate.parse(entry.getKey()), span)));
    return spans;
  }
}
