package vn.ansinh.inbox.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.delivery.MessageJson;
import vn.ansinh.inbox.AskTap;
import vn.ansinh.inbox.Asked;
import vn.ansinh.inbox.CaseState;
import vn.ansinh.inbox.Exchange;
import vn.ansinh.inbox.Promise;
import vn.ansinh.text.Inbox;

/// The inbox from the citizen's side: what they ask the officers, and what they take back.
public final class Cases {
  private static final String EXCHANGES =
      """
      select d.id, d.message, asked.body
      from delivery d
      left join lateral (
        select body from inbound i
        where i.citizen_id = d.citizen_id and i.received_at <= d.created_at and body <> ''
          and (d.reply_to is null or i.reference = d.reply_to)
        order by received_at desc limit 1) as asked on true
      where d.citizen_id = $1 and %s
      limit 1""";

  /// So long words like "hỏi cán bộ" are about the last answer.
  private static final Duration RECENT = Duration.ofDays(1);

  private final CaseStore store = new CaseStore();
  private final OfficersChat officers;

  public Cases(OfficersChat officers) {
    this.officers = officers;
  }

  /// @param number as officers call it
  public record Kept(long number, CaseState state, Instant opened) {}

  /// The statements travel together.
  ///
  /// @param data of the button that was tapped; null for words
  /// @param reference the channel's own id of the message under which the button was; null when it
  ///     has none
  public Future<Asked> asked(
      SqlConnection connection,
      CitizenId citizen,
      @Nullable String data,
      @Nullable String reference,
      Instant now) {
    Optional<AskTap> tap = Optional.ofNullable(data).flatMap(AskTap::parse);
    Future<Optional<Exchange>> about =
        tap.orElse(null) instanceof AskTap.Send(long delivery)
            ? exchange(connection, citizen, delivery)
            : about(connection, citizen, data, reference, now);
    Future<Asked.@Nullable Open> open =
        connection
            .preparedQuery(
                """
                select id, promised_at from inbox_case
                where citizen_id = $1 and state <> 'closed'""")
            .execute(Tuple.of(citizen.value()))
            .map(
                rows -> {
                  for (Row row : rows) {
                    OffsetDateTime promised = row.getOffsetDateTime(1);
                    return new Asked.Open(
                        row.getLong(0), promised == null ? null : promised.toInstant());
                  }
                  return null;
                });
    return Future.all(about, open).map(_ -> new Asked(about.result().orElse(null), open.result()));
  }

  /// By the message that was tapped, else by what the button says: the last such answer. Words mean
  /// an answer of the last day.
  private static Future<Optional<Exchange>> about(
      SqlConnection connection,
      CitizenId citizen,
      @Nullable String data,
      @Nullable String reference,
      Instant now) {
    return connection
        .preparedQuery(
            EXCHANGES.formatted(
                """
                jsonb_path_exists(d.message -> 'choices',
                  '$[*][1] ? (@ == $data || ($data == "" && (@ == "o" || @ starts with "o:e:")))',
                  jsonb_build_object('data', $2::text))
                and ($2 <> '' or d.created_at > $4)
                order by (d.reference = $3::text) is true desc, d.id desc"""))
        .execute(
            Tuple.of(
                citizen.value(),
                Objects.requireNonNullElse(data, ""),
                reference,
                CaseStore.utc(now.minus(RECENT))))
        .map(rows -> exchange(rows));
  }

  private static Future<Optional<Exchange>> exchange(
      SqlConnection connection, CitizenId citizen, long delivery) {
    return connection
        .preparedQuery(EXCHANGES.formatted("d.id = $2"))
        .execute(Tuple.of(citizen.value(), delivery))
        .map(rows -> exchange(rows));
  }

  private static Optional<Exchange> exchange(Iterable<Row> rows) {
    for (Row row : rows) {
      String question = row.getString("body");
      return Optional.of(
          new Exchange(
              row.getLong("id"),
              question == null ? "" : question,
              MessageJson.decode(row.getJsonObject("message")).text().plain()));
    }
    return Optional.empty();
  }

  /// Hands a question to the officers: a new case, or more about the one that is open.
  ///
  /// @param delivery of the exchange that is handed over with it; 0 for none
  /// @param words what the citizen wrote to them; empty for nothing
  public Future<Void> ask(
      SqlConnection transaction,
      CitizenId citizen,
      long delivery,
      String words,
      Promise promise,
      Instant now) {
    return exchange(transaction, citizen, delivery)
        .compose(
            found ->
                found.isEmpty() && words.isEmpty()
                    ? Future.succeededFuture()
                    : ask(transaction, citizen, found.orElse(null), words, promise, now));
  }

  private Future<Void> ask(
      SqlConnection transaction,
      CitizenId citizen,
      @Nullable Exchange exchange,
      String words,
      Promise promise,
      Instant now) {
    return store
        .hold(transaction, citizen)
        .compose(
            held -> {
              if (held.isEmpty()) {
                return store
                    .open(transaction, citizen, promise, now)
                    .compose(
                        number ->
                            store
                                .said(transaction, number, exchange, words, now)
                                .compose(
                                    _ ->
                                        officers.tell(transaction, Inbox.NOTICE_NEW, number, now)));
              }
              long number = held.get().number();
              boolean isOwed = held.get().state().owes();
              return store
                  .askedOn(transaction, number, promise, now)
                  .compose(_ -> store.said(transaction, number, exchange, words, now))
                  .compose(
                      _ ->
                          isOwed
                              ? Future.succeededFuture()
                              : officers.tell(transaction, Inbox.NOTICE_MORE, number, now));
            });
  }

  /// The citizen needs no answer any more: the open case is closed, where there is one.
  public Future<Void> end(SqlConnection transaction, CitizenId citizen, Instant now) {
    return store
        .hold(transaction, citizen)
        .compose(
            held ->
                held.isEmpty()
                    ? Future.succeededFuture()
                    : store.move(
                        transaction,
                        held.get().number(),
                        CaseState.CLOSED,
                        held.get().officer(),
                        now));
  }

  /// All that is kept of what the citizen asked, the oldest first.
  public Future<List<Kept>> of(SqlConnection connection, CitizenId citizen) {
    return connection
        .preparedQuery(
            """
            select id, state, opened_at from inbox_case
            where citizen_id in (select chat_id from own_chat where citizen_id = $1)
            order by id""")
        .execute(Tuple.of(citizen.value()))
        .map(
            rows -> {
              List<Kept> all = new ArrayList<>();
              rows.forEach(
                  row ->
                      all.add(
                          new Kept(
                              row.getLong(0),
                              CaseState.of(row.getString(1)),
                              row.getOffsetDateTime(2).toInstant())));
              return all;
            });
  }
}
