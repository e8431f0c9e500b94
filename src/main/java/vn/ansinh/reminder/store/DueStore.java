package vn.ansinh.reminder.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.Chat;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.Wish;

/// Reads what is due of the table `reminder` and writes the table `reminder_message`.
final class DueStore {
  /// A locked reminder whose next message is due.
  ///
  /// @param wanted where its messages go
  /// @param other where they go when nobody can be reached there; null for a citizen with one chat
  /// @param chat in which it was made
  /// @param wish as [WishJson] opens it, which one bad row must not prevent for the others
  record Due(
      ReminderId id,
      Door wanted,
      @Nullable Door other,
      CitizenId chat,
      Buffer wish,
      Instant next) {}

  /// One of a citizen's chats, as far as reminders go.
  record Door(Chat chat, boolean unreachable, boolean stopped) {
    String channel() {
      return chat.address().channel();
    }
  }

  /// What [#due] reads, of a reminder `r`: the chat that was chosen or in which it was made, and
  /// the other one.
  static final String WITH_DOORS =
      """
      select r.id, r.wish, r.next_at,
        c.id, c.channel, c.address, c.unreachable_at is not null, c.stopped_at is not null,
        o.id, o.channel, o.address, o.unreachable_at is not null, o.stopped_at is not null,
        r.citizen_id
      from reminder r
        left join joined_chat j on j.citizen_id = r.citizen_id
        join citizen c on c.id = coalesce(j.chosen_id, r.citizen_id)
        left join citizen o on o.id = case c.id when r.citizen_id then j.other_id else r.citizen_id end
      """;

  /// What makes a message happen once.
  record Key(long reminder, LocalDate due, String lead) {}

  /// Too late to leave today.
  record Late(long delivery, Key key) {}

  record Fired(Due due, Wish wish, Fate fate) {
    Key key() {
      return new Key(due.id.value(), fate.planned().due(), fate.planned().lead());
    }
  }

  /// @param next null when no further message is known
  record Next(ReminderId id, @Nullable Instant next) {}

  /// Locks what is due and nobody else holds, longest due first.
  ///
  /// @param after the last of the batch before
  Future<List<Due>> lock(SqlConnection transaction, Instant now, Optional<Due> after, int most) {
    return transaction
        .preparedQuery(
            WITH_DOORS
                + """
            where r.next_at <= $1 and r.next_at >= $2 and (r.next_at, r.id) > ($2, $3)
            order by r.next_at, r.id
            limit $4
            for update of r skip locked""")
        .execute(
            Tuple.of(
                utc(now),
                utc(after.map(Due::next).orElse(Instant.EPOCH)),
                after.map(due -> due.id.value()).orElse(0L),
                most))
        .map(DueStore::due);
  }

  /// Writes down what is made of each message.
  ///
  /// @param deliveries what each becomes; the last of them is noted
  /// @return the keys of those that were not there before
  Future<List<Key>> writeDown(
      SqlConnection transaction, List<Fired> fired, Map<Key, List<Long>> deliveries, Instant now) {
    return transaction
        .preparedQuery(
            """
            insert into reminder_message
              (reminder_id, due, lead, send_at, outcome, reason, decided_at, delivery_id)
            select reminder_id, due, lead, send_at,
              case when reason is null then 'queued' else 'missed' end, reason, $6, delivery_id
            from unnest($1::bigint[], $2::date[], $3::text[], $4::timestamptz[], $5::text[],
                $7::bigint[])
              as f (reminder_id, due, lead, send_at, reason, delivery_id)
            on conflict do nothing
            returning reminder_id, due, lead""")
        .execute(
            Tuple.of(
                fired.stream().map(each -> each.key().reminder).toArray(Long[]::new),
                fired.stream().map(each -> each.key().due).toArray(LocalDate[]::new),
                fired.stream().map(each -> each.key().lead).toArray(String[]::new),
                fired.stream()
                    .map(each -> utc(each.fate.planned().send()))
                    .toArray(OffsetDateTime[]::new),
                fired.stream().map(each -> reason(each.fate)).toArray(String[]::new),
                utc(now),
                fired.stream()
                    .map(each -> deliveries.get(each.key()))
                    .map(each -> each == null ? null : each.getLast())
                    .toArray(Long[]::new)))
        .map(DueStore::keys);
  }

  private static Key key(Row row, int first) {
    return new Key(row.getLong(first), row.getLocalDate(first + 1), row.getString(first + 2));
  }

  private static List<Key> keys(RowSet<Row> rows) {
    List<Key> keys = new ArrayList<>(rows.size());
    rows.forEach(row -> keys.add(key(row, 0)));
    return keys;
  }

  Future<Void> moveOn(SqlConnection transaction, List<Next> moved) {
    return transaction
        .preparedQuery(
            """
            update reminder r set next_at = m.next_at
            from unnest($1::bigint[], $2::timestamptz[]) as m (id, next_at)
            where r.id = m.id""")
        .execute(
            Tuple.from(
                List.of(
                    moved.stream().map(each -> each.id.value()).toArray(Long[]::new),
                    moved.stream()
                        .map(each -> utcOrNull(each.next))
                        .toArray(OffsetDateTime[]::new))))
        .mapEmpty();
  }

  /// Locks what [Recalls#late] would take back, of the messages that no plan would bring again.
  Future<List<Late>> lateNews(SqlConnection transaction, Instant now) {
    return transaction
        .preparedQuery(
            """
            select d.id, m.reminder_id, m.due, m.lead
            from delivery d join reminder_message m on m.delivery_id = d.id
            where d.state = 'queued' and d.good_until <= $1 and m.lead like any($2)
              and d.unknowns = 0 and d.begun <= d.attempts and not exists (
                select 1 from node n where n.id = d.leased_by and n.alive_until > now())
            for update of d""")
        .execute(Tuple.from(List.of(utc(now), Planner.TOLD_AT_ONCE.toArray(String[]::new))))
        .map(
            rows -> {
              List<Late> late = new ArrayList<>();
              rows.forEach(row -> late.add(new Late(row.getLong(0), key(row, 1))));
              return late;
            });
  }

  Future<Void> postpone(SqlConnection transaction, Map<Late, Fate.Window> again) {
    return transaction
        .preparedQuery(
            """
            update delivery d set due_at = a.due_at, good_until = a.good_until, leased_by = null
            from unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[])
              as a (id, due_at, good_until)
            where d.id = a.id""")
        .execute(
            Tuple.of(
                again.keySet().stream().map(Late::delivery).toArray(Long[]::new),
                again.values().stream().map(each -> utc(each.at())).toArray(OffsetDateTime[]::new),
                again.values().stream()
                    .map(each -> utc(each.goodUntil()))
                    .toArray(OffsetDateTime[]::new)))
        .mapEmpty();
  }

  /// Notes that what was queued has not been sent after all.
  Future<Void> miss(SqlConnection transaction, List<Key> keys, Missed why, Instant now) {
    return transaction
        .preparedQuery(
            """
            update reminder_message m
            set outcome = 'missed', reason = $4, decided_at = $5, delivery_id = null
            from unnest($1::bigint[], $2::date[], $3::text[]) as k (reminder_id, due, lead)
            where m.reminder_id = k.reminder_id and m.due = k.due and m.lead = k.lead""")
        .execute(
            Tuple.of(
                keys.stream().map(Key::reminder).toArray(Long[]::new),
                keys.stream().map(Key::due).toArray(LocalDate[]::new),
                keys.stream().map(Key::lead).toArray(String[]::new),
                why.key(),
                utc(now)))
        .mapEmpty();
  }

  static List<Due> due(RowSet<Row> rows) {
    List<Due> due = new ArrayList<>(rows.size());
    rows.forEach(row -> due.add(due(row)));
    return due;
  }

  private static Due due(Row row) {
    OffsetDateTime next = row.getOffsetDateTime(2);
    return new Due(
        new ReminderId(row.getLong(0)),
        door(row, 3),
        row.getLong(8) == null ? null : door(row, 8),
        new CitizenId(row.getLong(13)),
        row.getBuffer(1),
        next == null ? Instant.MAX : next.toInstant());
  }

  private static Door door(Row row, int first) {
    Address address = new Address(row.getString(first + 1), row.getString(first + 2));
    return new Door(
        new Chat(new CitizenId(row.getLong(first)), address),
        row.getBoolean(first + 3),
        row.getBoolean(first + 4));
  }

  private static @Nullable String reason(Fate fate) {
    return switch (fate) {
      case Fate.Sent _ -> null;
      case Fate.Lost lost -> lost.why().key();
    };
  }

  private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
    return instant == null ? null : utc(instant);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
