package vn.ansinh.delivery;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.CalendarFeeds;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.delivery.handout.Handout;
import vn.ansinh.delivery.handout.Handouts;

/// The one door out: what is to be sent is written here, in the transaction of whatever caused it.
public final class Outbox {
  private final Map<String, Channel> channels;
  private final Fitting fitting;
  private final @Nullable UUID node;
  private final Clock clock;
  private final @Nullable Links links;

  /// One without links to files.
  ///
  /// @param channels by name
  /// @param node this process; what it writes is leased to it
  public Outbox(Map<String, Channel> channels, Fitting fitting, UUID node, Clock clock) {
    this(channels, fitting, node, clock, null);
  }

  /// @param channels by name
  /// @param node this process; what it writes is leased to it. Null when it does not send: then
  ///     whoever does claims it within a second
  /// @param links to files; null when it is not known where citizens reach us
  public Outbox(
      Map<String, Channel> channels,
      Fitting fitting,
      @Nullable UUID node,
      Clock clock,
      @Nullable Links links) {
    this.channels = Map.copyOf(channels);
    this.fitting = fitting;
    this.node = node;
    this.clock = clock;
    this.links = links;
  }

  /// Where files for channels that take none are kept and found.
  ///
  /// @param site where citizens reach us, without a slash at its end
  public record Links(String site, Handouts handouts) {}

  /// A message on its way into the outbox.
  ///
  /// @param replyTo the channel's own id of the message that is answered
  /// @param edits the channel's own id of the earlier answer that this one replaces
  /// @param request of the message that is answered, for the log; null for what nobody asked for
  public record Draft(
      CitizenId citizen,
      Address address,
      Origin origin,
      Message message,
      @Nullable String replyTo,
      @Nullable String edits,
      @Nullable String request) {
    public Draft(
        CitizenId citizen,
        Address address,
        Origin origin,
        Message message,
        @Nullable String replyTo,
        @Nullable String edits) {
      this(citizen, address, origin, message, replyTo, edits, null);
    }

    private Draft with(Message other) {
      return new Draft(citizen, address, origin, other, replyTo, edits, request);
    }

    private Draft part(Message part, boolean first) {
      return new Draft(citizen, address, origin, part, replyTo, first ? edits : null, request);
    }
  }

  /// What the channel of an address can do.
  public Capabilities able(Address address) {
    Channel channel = channels.get(address.channel());
    if (channel == null) {
      throw new IllegalStateException("no channel " + address.channel());
    }
    return channel.capabilities();
  }

  /// Fits each draft to its channel, writes all of them in one statement, already leased to this
  /// node if it sends, and returns what was written, in order. After the commit the caller
  /// hands them to whoever sends.
  public Future<List<Delivery>> put(SqlConnection transaction, List<Draft> drafts) {
    List<Handout> linked = new ArrayList<>();
    List<Draft> parts =
        drafts.stream()
            .map(draft -> linking(draft, linked))
            .flatMap(draft -> fitted(draft).stream())
            .toList();
    if (parts.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    Future<Void> kept =
        links == null
            ? Future.succeededFuture()
            : links.handouts.keep(transaction, linked, clock.instant());
    Future<List<Delivery>> written = insert(transaction, parts);
    return kept.compose(_ -> written);
  }

  private Future<List<Delivery>> insert(SqlConnection transaction, List<Draft> parts) {
    return transaction
        .preparedQuery(
            """
            insert into delivery
              (citizen_id, origin, message, reply_to, edits, request, state, due_at, leased_by,
                created_at)
            select citizen_id, origin, message, reply_to, edits, request, 'queued', $7, $8, $7
            from unnest($1::bigint[], $2::smallint[], $3::jsonb[], $4::text[], $5::text[],
                $6::text[])
              with ordinality as d (citizen_id, origin, message, reply_to, edits, request, n)
            order by n
            returning id""")
        .execute(
            Tuple.from(
                Arrays.asList(
                    parts.stream().map(part -> part.citizen.value()).toArray(Long[]::new),
                    parts.stream().map(part -> (short) part.origin.ordinal()).toArray(Short[]::new),
                    parts.stream()
                        .map(part -> MessageJson.encode(part.message))
                        .toArray(JsonObject[]::new),
                    parts.stream().map(Draft::replyTo).toArray(String[]::new),
                    parts.stream().map(Draft::edits).toArray(String[]::new),
                    parts.stream().map(Draft::request).toArray(String[]::new),
                    utc(clock.instant()),
                    node)))
        .map(rows -> deliveries(parts, rows));
  }

  /// A draft with its hour.
  ///
  /// @param at when it may leave
  /// @param goodUntil from then on it is not sent any more
  public record Timed(Draft draft, Instant at, Instant goodUntil) {}

  /// Fits and writes drafts in one statement, leased to nobody: the dispatchers of all nodes claim
  /// them as they get on, so that any number of them may wait.
  ///
  /// @return for each draft its deliveries; mostly one
  public Future<List<List<Long>>> post(SqlConnection transaction, List<Timed> drafts) {
    List<Timed> parts = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    for (Timed timed : drafts) {
      List<Draft> fitted = fitted(timed.draft);
      fitted.forEach(part -> parts.add(new Timed(part, timed.at, timed.goodUntil)));
      counts.add(fitted.size());
    }
    if (parts.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    return transaction
        .preparedQuery(
            """
            insert into delivery
              (citizen_id, origin, message, state, due_at, good_until, created_at)
            select citizen_id, origin, message, 'queued', due_at, good_until, $6
            from unnest($1::bigint[], $2::smallint[], $3::jsonb[], $4::timestamptz[],
                $5::timestamptz[])
              with ordinality as d (citizen_id, origin, message, due_at, good_until, n)
            order by n
            returning id""")
        .execute(
            Tuple.of(
                parts.stream().map(part -> part.draft.citizen.value()).toArray(Long[]::new),
                parts.stream()
                    .map(part -> (short) part.draft.origin.ordinal())
                    .toArray(Short[]::new),
                parts.stream()
                    .map(part -> MessageJson.encode(part.draft.message))
                    .toArray(JsonObject[]::new),
                parts.stream().map(part -> utc(part.at)).toArray(OffsetDateTime[]::new),
                parts.stream().map(part -> utc(part.goodUntil)).toArray(OffsetDateTime[]::new),
                utc(clock.instant())))
        .map(rows -> ids(rows, counts));
  }

  private static List<List<Long>> ids(RowSet<Row> rows, List<Integer> counts) {
    RowIterator<Row> ids = rows.iterator();
    return counts.stream()
        .map(count -> Stream.generate(ids::next).limit(count))
        .map(some -> some.map(row -> row.getLong(0)).toList())
        .toList();
  }

  /// A message that was written for one address, to be written for another.
  public Message unfitted(Message written, Address address) {
    return fitting.unfitted(written, able(address));
  }

  /// As if they had never been posted; the caller holds them.
  public Future<Void> takeOut(SqlConnection transaction, List<Long> deliveries) {
    return transaction
        .preparedQuery("delete from delivery where id = any($1)")
        .execute(Tuple.of(deliveries.toArray(Long[]::new)))
        .mapEmpty();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /// A file whose channel takes none gets a link.
  ///
  /// @param linked the files that get one are added here
  private Draft linking(Draft draft, List<Handout> linked) {
    Message.File file = draft.message.file();
    if (file == null || able(draft.address).documents() || links == null) {
      return draft;
    }
    Handout handout =
        new Handout(
            draft.citizen, CalendarFeeds.secret(), file.name(), file.type(), file.content());
    linked.add(handout);
    String link = links.site + handout.path();
    return draft.with(
        draft.message.with(new Message.File(file.name(), file.type(), file.content(), link)));
  }

  private List<Draft> fitted(Draft draft) {
    Capabilities able = able(draft.address);
    List<Message> messages = fitting.fit(draft.message, able);
    List<Draft> parts = new ArrayList<>();
    for (Message message : messages) {
      parts.add(draft.part(message, able.edits() && parts.isEmpty()));
    }
    return parts;
  }

  private static List<Delivery> deliveries(List<Draft> parts, RowSet<Row> rows) {
    List<Delivery> deliveries = new ArrayList<>(parts.size());
    for (Row row : rows) {
      Draft part = parts.get(deliveries.size());
      deliveries.add(
          new Delivery(
              row.getLong(0),
              part.citizen,
              part.address,
              part.origin,
              part.message,
              0,
              part.replyTo,
              part.edits,
              part.request));
    }
    return deliveries;
  }
}
