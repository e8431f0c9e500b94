package vn.ansinh.reminder.recall;

import io.vertx.core.Future;
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
import java.util.Set;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.MessageJson;
import vn.ansinh.delivery.Origin;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderTexts;

/// Sends the news of a changed day to a citizen's other chat. It stands in no plan that could be
/// made anew, so the message itself is taken over, with the hour until which it is good.
public final class Redirects {
  private final Outbox outbox;
  private final Set<String> channels;

  /// @param channels on which a citizen may be written to first
  public Redirects(Outbox outbox, Set<String> channels) {
    this.outbox = outbox;
    this.channels = Set.copyOf(channels);
  }

  /// News that was turned back.
  ///
  /// @param from where nobody could be reached
  /// @param citizen at the other chat
  private record News(
      long reminder,
      LocalDate due,
      String lead,
      Message message,
      Address from,
      CitizenId citizen,
      Address to,
      Instant goodUntil) {}

  /// What certainly could not be delivered in one of two chats, and is still good, goes to the
  /// other when that one can be reached.
  public Future<Void> turnedBack(SqlConnection transaction, ReminderTexts texts, Instant now) {
    return lock(transaction, now)
        .compose(
            all ->
                outbox
                    .post(transaction, all.stream().map(each -> draft(each, texts, now)).toList())
                    .compose(deliveries -> note(transaction, all, deliveries)));
  }

  /// Another node that waits for one of them finds that it has another delivery by then.
  private Future<List<News>> lock(SqlConnection transaction, Instant now) {
    return transaction
        .preparedQuery(
            """
            select m.reminder_id, m.due, m.lead, d.message, c.channel, c.address,
              o.id, o.channel, o.address, d.good_until
            from delivery d
              join reminder_message m on m.delivery_id = d.id
              join reminder r on r.id = m.reminder_id and r.ended_at is null
              join citizen c on c.id = d.citizen_id
              join joined_chat j on j.citizen_id = c.id
              join citizen o on o.id = j.other_id
            where d.state = 'unreachable' and d.origin = 1 and d.settled_at > $1
              and d.good_until > $2 and d.unknowns = 0 and m.lead like any($3)
              and o.channel = any($4) and o.unreachable_at is null and o.stopped_at is null
            order by d.id
            for update of m""")
        .execute(
            Tuple.of(
                utc(now.minus(Recalls.MOST_LATE)),
                utc(now),
                Planner.TOLD_AT_ONCE.toArray(String[]::new),
                channels.toArray(String[]::new)))
        .map(Redirects::news);
  }

  private static List<News> news(RowSet<Row> rows) {
    List<News> all = new ArrayList<>(rows.size());
    for (Row row : rows) {
      all.add(
          new News(
              row.getLong(0),
              row.getLocalDate(1),
              row.getString(2),
              MessageJson.decode(row.getJsonObject(3)),
              new Address(row.getString(4), row.getString(5)),
              new CitizenId(row.getLong(6)),
              new Address(row.getString(7), row.getString(8)),
              row.getOffsetDateTime(9).toInstant()));
    }
    return all;
  }

  private Outbox.Timed draft(News news, ReminderTexts texts, Instant now) {
    Message message = texts.insteadOf(news.from.place(), outbox.unfitted(news.message, news.from));
    return new Outbox.Timed(
        new Outbox.Draft(news.citizen, news.to, Origin.REMINDER, message, null, null),
        now,
        news.goodUntil);
  }

  /// @param deliveries what each becomes; the last of them is noted
  private static Future<Void> note(
      SqlConnection transaction, List<News> all, List<List<Long>> deliveries) {
    if (all.isEmpty()) {
      return Future.succeededFuture();
    }
    return transaction
        .preparedQuery(
            """
            update reminder_message m set delivery_id = n.delivery_id
            from unnest($1::bigint[], $2::date[], $3::text[], $4::bigint[])
              as n (reminder_id, due, lead, delivery_id)
            where m.reminder_id = n.reminder_id and m.due = n.due and m.lead = n.lead""")
        .execute(
            Tuple.of(
                all.stream().map(News::reminder).toArray(Long[]::new),
                all.stream().map(News::due).toArray(LocalDate[]::new),
                all.stream().map(News::lead).toArray(String[]::new),
                deliveries.stream().map(List::getLast).toArray(Long[]::new)))
        .mapEmpty();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
