package vn.ansinh.inbox.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.inbox.CaseState;
import vn.ansinh.inbox.Exchange;
import vn.ansinh.inbox.Promise;
import vn.ansinh.officer.OfficerId;

/// Writes the tables `inbox_case` and `inbox_message`.
final class CaseStore {
  /// A case that nobody else changes until the transaction ends.
  ///
  /// @param lost whether its citizen cannot be reached any more
  record Held(
      long number,
      CaseState state,
      @Nullable OfficerId officer,
      int version,
      CitizenId citizen,
      Address address,
      boolean lost) {}

  private static final String HELD =
      """
      select k.id, k.state, k.officer_id, k.version, k.citizen_id, c.channel, c.address,
        c.unreachable_at is not null as lost
      from inbox_case k join citizen c on c.id = k.citizen_id
      where %s
      for update of k""";

  Future<Optional<Held>> hold(SqlConnection transaction, long number) {
    return transaction
        .preparedQuery(HELD.formatted("k.id = $1"))
        .execute(Tuple.of(number))
        .map(CaseStore::held);
  }

  /// The one that is not closed.
  Future<Optional<Held>> hold(SqlConnection transaction, CitizenId citizen) {
    return transaction
        .preparedQuery(HELD.formatted("k.citizen_id = $1 and k.state <> 'closed'"))
        .execute(Tuple.of(citizen.value()))
        .map(CaseStore::held);
  }

  private static Optional<Held> held(RowSet<Row> rows) {
    for (Row row : rows) {
      Long officer = row.getLong("officer_id");
      return Optional.of(
          new Held(
              row.getLong("id"),
              CaseState.of(row.getString("state")),
              officer == null ? null : new OfficerId(officer),
              row.getInteger("version"),
              new CitizenId(row.getLong("citizen_id")),
              new Address(row.getString("channel"), row.getString("address")),
              row.getBoolean("lost")));
    }
    return Optional.empty();
  }

  /// @return its number
  Future<Long> open(SqlConnection transaction, CitizenId citizen, Promise promise, Instant now) {
    return transaction
        .preparedQuery(
            """
            insert into inbox_case
              (citizen_id, state, version, opened_at, promised_at, unseen_at, touched_at)
            values ($1, 'waiting', 1, $2, $3, $4, $2)
            returning id""")
        .execute(Tuple.of(citizen.value(), utc(now), utc(promise.answer()), utc(promise.unseen())))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /// The citizen has asked on. What was promised before stays; after an answer everybody may take
  /// it.
  Future<Void> askedOn(SqlConnection transaction, long number, Promise promise, Instant now) {
    return transaction
        .preparedQuery(
            """
            update inbox_case set
              state = case when state = 'answered' then 'waiting' else state end,
              officer_id = case when state = 'claimed' then officer_id end,
              alarmed_at = case when promised_at is not null then alarmed_at end,
              promised_at = coalesce(promised_at, $3), unseen_at = coalesce(unseen_at, $4),
              version = version + 1, touched_at = $2
            where id = $1""")
        .execute(Tuple.of(number, utc(now), utc(promise.answer()), utc(promise.unseen())))
        .mapEmpty();
  }

  /// @param officer who has it now; null for nobody
  Future<Void> move(
      SqlConnection transaction,
      long number,
      CaseState state,
      @Nullable OfficerId officer,
      Instant now) {
    return transaction
        .preparedQuery(
            """
            update inbox_case set state = $2, officer_id = $3,
              promised_at = case when $5 then promised_at end,
              unseen_at = case when $5 then unseen_at end,
              version = version + 1, touched_at = $4
            where id = $1""")
        .execute(
            Tuple.of(
                number,
                state.word(),
                officer == null ? null : officer.value(),
                utc(now),
                state.owes()))
        .mapEmpty();
  }

  /// What is said twice, as by a second tap on a button, is kept once.
  ///
  /// @param exchange that the citizen asks about; null for none
  /// @param words what the citizen wrote to the officers; empty for nothing
  Future<Void> said(
      SqlConnection transaction,
      long number,
      @Nullable Exchange exchange,
      String words,
      Instant now) {
    String question = exchange == null ? "" : exchange.question();
    boolean hasQuestion = !question.isEmpty();
    return transaction
        .preparedQuery(
            """
            insert into inbox_message (case_id, body, answered, added, said_at)
            select $1, $2, $3, $4, $5
            where not exists (
              select from (
                select * from inbox_message where case_id = $1 order by id desc limit 1) as last
              where officer_id is null and body = $2 and answered is not distinct from $3
                and added is not distinct from $4)""")
        .execute(
            Tuple.of(
                number,
                hasQuestion ? question : words,
                exchange == null ? null : exchange.answer(),
                hasQuestion && !words.isEmpty() ? words : null,
                utc(now)))
        .mapEmpty();
  }

  /// @param delivery that carries it
  Future<Void> answered(
      SqlConnection transaction,
      long number,
      OfficerId officer,
      String words,
      long delivery,
      Instant now) {
    return transaction
        .preparedQuery(
            """
            insert into inbox_message (case_id, officer_id, body, said_at, delivery_id)
            values ($1, $2, $3, $4, $5)""")
        .execute(Tuple.of(number, officer.value(), words, utc(now), delivery))
        .mapEmpty();
  }

  /// Marks the cases that are late and of which nobody was told; a second node finds none of them.
  Future<List<Long>> alarm(SqlConnection transaction, Instant now) {
    return transaction
        .preparedQuery(
            "update inbox_case k set alarmed_at = $1 where alarmed_at is null and "
                + CasePages.LATE
                + " returning id")
        .execute(Tuple.of(utc(now)))
        .map(
            rows -> {
              List<Long> numbers = new ArrayList<>();
              rows.forEach(row -> numbers.add(row.getLong(0)));
              return numbers;
            });
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
