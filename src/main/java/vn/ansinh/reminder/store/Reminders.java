package vn.ansinh.reminder.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.reminder.Planned;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.Wish;
import vn.ansinh.vault.Vault;

/// The standing reminders of a citizen, of all their chats. Every method runs in the caller's
/// transaction and sees only what belongs to that citizen.
public final class Reminders {
  private final Supplier<Rules> rules;
  private final WishJson wishes;

  /// @param rules by the calendars of the moment
  public Reminders(Supplier<Rules> rules, Vault vault) {
    this.rules = rules;
    this.wishes = new WishJson(vault);
  }

  /// A reminder that is kept.
  ///
  /// @param chat in which it was made
  /// @param next when its next message goes out; null when none is known
  public record Standing(ReminderId id, CitizenId chat, Wish wish, @Nullable Instant next) {}

  private static final String OWN = "(select chat_id from own_chat where citizen_id = $%d)";

  /// How many are kept for a citizen.
  public Future<Integer> count(SqlConnection transaction, CitizenId citizen) {
    return transaction
        .preparedQuery(
            "select count(*) from reminder where ended_at is null and citizen_id in "
                + OWN.formatted(1))
        .execute(Tuple.of(citizen.value()))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  public Future<ReminderId> add(
      SqlConnection transaction, CitizenId citizen, Wish wish, Instant now) {
    return transaction
        .preparedQuery(
            """
            insert into reminder (citizen_id, kind, benefit, wish, next_at, created_at)
            values ($1, $2, $3, $4, $5, $6)
            returning id""")
        .execute(
            Tuple.of(
                citizen.value(),
                wish.kind().key(),
                WishJson.benefit(wish),
                wishes.seal(citizen, wish),
                next(wish, now),
                utc(now)))
        .map(rows -> new ReminderId(rows.iterator().next().getLong(0)));
  }

  /// Puts another wish in its place. What was queued for the old one and has not left is taken back
  /// and planned again.
  ///
  /// @return false when this citizen has no such reminder
  public Future<Boolean> change(
      SqlConnection transaction, ReminderId id, CitizenId citizen, Wish wish, Instant now) {
    return find(transaction, id, citizen)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(false)
                    : takeBack(transaction, id)
                        .compose(
                            first -> replan(transaction, found.get(), wish, first.orElse(now))));
  }

  /// It tells of nothing any more; what was queued and has not left is taken back.
  ///
  /// @return false when this citizen has no such reminder
  public Future<Boolean> end(
      SqlConnection transaction, ReminderId id, CitizenId citizen, Instant now) {
    return transaction
        .preparedQuery(
            """
            update reminder set ended_at = $3, next_at = null
            where id = $1 and ended_at is null and citizen_id in\s"""
                + OWN.formatted(2))
        .execute(Tuple.of(id.value(), citizen.value(), utc(now)))
        .compose(
            rows ->
                rows.rowCount() == 0
                    ? Future.succeededFuture(false)
                    : takeBack(transaction, id).map(true));
  }

  /// In the order in which they were wished.
  public Future<List<Standing>> of(SqlConnection transaction, CitizenId citizen) {
    return transaction
        .preparedQuery(
            """
            select id, citizen_id, wish, next_at from reminder
            where citizen_id in %s and ended_at is null
            order by id"""
                .formatted(OWN.formatted(1)))
        .execute(Tuple.of(citizen.value()))
        .map(
            rows -> {
              List<Standing> all = new ArrayList<>();
              rows.forEach(row -> all.add(standing(row)));
              return all;
            });
  }

  /// Locked, so that two devices change it one after the other. Empty when it is another citizen's,
  /// ended or erased.
  public Future<Optional<Standing>> find(
      SqlConnection transaction, ReminderId id, CitizenId citizen) {
    return transaction
        .preparedQuery(
            """
            select id, citizen_id, wish, next_at from reminder
            where id = $1 and citizen_id in %s and ended_at is null
            for update"""
                .formatted(OWN.formatted(2)))
        .execute(Tuple.of(id.value(), citizen.value()))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(standing(row));
              }
              return Optional.empty();
            });
  }

  /// Puts a wish in the place of another, of a reminder that is locked.
  ///
  /// @param after the moment from which on it is to tell
  public Future<Boolean> replan(
      SqlConnection transaction, Standing before, Wish wish, Instant after) {
    return transaction
        .preparedQuery(
            "update reminder set kind = $2, benefit = $3, wish = $4, next_at = $5 where id = $1")
        .execute(
            Tuple.of(
                before.id.value(),
                wish.kind().key(),
                WishJson.benefit(wish),
                wishes.seal(before.chat, wish),
                next(wish, after)))
        .map(true);
  }

  /// Undoes what is queued but in nobody's hands.
  ///
  /// @return just before the first of it, if there was any
  private static Future<Optional<Instant>> takeBack(SqlConnection transaction, ReminderId id) {
    return transaction
        .preparedQuery(
            """
            with back as (
              delete from delivery d using reminder_message m
              where m.reminder_id = $1 and m.delivery_id = d.id
                and d.state = 'queued' and d.leased_by is null
              returning d.id),
            undone as (
              delete from reminder_message m using back
              where m.reminder_id = $1 and m.delivery_id = back.id
              returning m.send_at)
            select min(send_at) from undone""")
        .execute(Tuple.of(id.value()))
        .map(
            rows ->
                Optional.ofNullable(rows.iterator().next().getOffsetDateTime(0))
                    .map(first -> first.toInstant().minusMillis(1)));
  }

  private @Nullable OffsetDateTime next(Wish wish, Instant after) {
    return rules
        .get()
        .planner()
        .next(wish, after)
        .map(Planned::send)
        .map(Reminders::utc)
        .orElse(null);
  }

  private Standing standing(Row row) {
    OffsetDateTime next = row.getOffsetDateTime("next_at");
    CitizenId chat = new CitizenId(row.getLong("citizen_id"));
    return new Standing(
        new ReminderId(row.getLong("id")),
        chat,
        wishes.open(chat, row.getBuffer("wish")),
        next == null ? null : next.toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
